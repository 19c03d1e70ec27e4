extension ValueCheck {
  /// The place of the double quote that ends a value of a type; nil where that is not certain at a
  /// glance, be it that the value holds a reference.
  @inline(__always)
  func end(from start: Int, _ type: Int) -> Int? {
    let plan = simple + type
    switch plan.pointee.kind {
    case .natural, .positive: return number(from: start, plan.pointee.kind == .positive)
    case .date:
      guard start + 10 < count, isDate(start) else { return nil }
      return isQuote(start + 10) ? start + 10 : nil
    case .pattern where plan.pointee.isWhole:
      return matchEnd(from: start, type)
    case .word where plan.pointee.isWhole:
      // What a whole plan's words have stands for itself, so that only the end is looked for.
      guard let end = quote(from: start) else { return nil }
      return isWord(MarkupSpan(start: start, end: end), plan.pointee.words) ? end : nil
    case .any: return plainEnd(from: start)
    default: return scannedEnd(from: start, type)
    }
  }

  @inline(__always)
  private func isQuote(_ place: Int) -> Bool { bytes[place] == UInt8(ascii: "\"") }

  /// Where a number of at most seven digits ends.
  @inline(__always)
  private func number(from start: Int, _ isPositive: Bool) -> Int? {
    guard start + 8 <= count else { return nil }
    let word = ByteWord(bytes + start)
    let length = word.leadingDigits
    guard length > 0, length < 8, isQuote(start + length) else { return nil }
    return isPositive && word.leading(UInt8(ascii: "0")) >= length ? nil : start + length
  }

  /// Where a value ends that the machine of a type takes; no machine of a whole pattern takes a
  /// quote, a reference or anything that may not stand in a value.
  ///
  /// Many a value stands several times in a row: that it is the last one again is seen by words.
  @inline(__always)
  private func matchEnd(from start: Int, _ type: Int) -> Int? {
    let last = accepted[type]
    // With the quote behind it, or the value might go on.
    if last.count > 0, start + last.count < count,
      isSame(bytes + start, bytes + last.start, last.count + 1)
    {
      return start + last.count
    }
    let machine = machines[simple[type].number]
    var row = machine.width
    var place = start
    while place < count {
      let column = Int(classes[machine.classes &+ Int(bytes[place])])
      if column == 0 { break }
      row = Int(rows[machine.rows &+ row &+ column])
      guard row > 0 else { return nil }
      place += 1
    }
    guard place < count, isQuote(place), rows[machine.rows + row] == 1 else { return nil }
    accepted[type] = PlanRange(start: start, count: place - start)
    return place
  }

  /// Where the next double quote stands.
  @inline(__always)
  private func quote(from start: Int) -> Int? {
    var place = start
    while place + ByteBlock.size <= count {
      let length = ByteBlock.place(of: ByteBlock(bytes + place).marks(of: UInt8(ascii: "\"")))
      place += length
      if length < ByteBlock.size { return place }
    }
    return nil
  }

  /// Where a value of plain characters of ASCII ends.
  @inline(__always)
  private func plainEnd(from start: Int) -> Int? {
    var place = start
    while place + ByteBlock.size <= count {
      let block = ByteBlock(bytes + place)
      let length = ByteBlock.place(
        of: block.marks(of: UInt8(ascii: "\"")) | block.marks(of: UInt8(ascii: "&"))
          | block.marks(of: UInt8(ascii: "<")) | block.unusual)
      place += length
      guard length == ByteBlock.size else { return isQuote(place) ? place : nil }
    }
    return nil
  }

  /// Where any other value ends, at which the scanner looks first.
  private func scannedEnd(from start: Int, _ type: Int) -> Int? {
    var scanner = MarkupScanner(UnsafeBufferPointer(start: bytes, count: count))
    scanner.at = start - 1
    guard let span = scanner.value(), span.traits.isEmpty, accepts(span, type) else { return nil }
    return span.end
  }
}
