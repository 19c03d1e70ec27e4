/// Holds values against the simple types of a plan, byte by byte.
struct ValueCheck {
  /// libxml2 reads integers of up to 24 digits.
  private static let maximumDigits = 18

  let bytes: UnsafePointer<UInt8>
  /// The bytes of the whole text.
  let count: Int
  let simple: UnsafePointer<SimplePlan>
  let machines: UnsafePointer<MachinePlan>
  let rows: UnsafePointer<UInt32>
  let classes: UnsafePointer<UInt8>
  /// For each type where a value of it stands.
  let accepted: UnsafeMutablePointer<PlanRange>
  private let words: UnsafePointer<PlanRange>
  private let names: UnsafePointer<UInt8>

  init(_ plan: SchemaPlan, _ scanner: MarkupScanner, _ room: SchemaRoom) {
    bytes = scanner.bytes
    count = scanner.count
    simple = plan.simple.pointer
    machines = plan.machines.pointer
    rows = plan.rows.pointer
    classes = plan.classes.pointer
    accepted = room.accepted
    words = plan.words.pointer
    names = plan.names.pointer
  }

  @inline(__always)
  func isText(_ type: Int) -> Bool { simple[type].isText }

  /// Whether a value is of a type beyond doubt.
  func accepts(_ span: MarkupSpan, _ type: Int) -> Bool {
    let plan = simple + type
    // A reference is no letter or digit that the other types could want.
    switch plan.pointee.kind {
    case .any: return true
    case .filled: return span.count > 0 && accepts(span, plan.pointee.base)
    default: guard !span.traits.contains(.reference) else { return false }
    }
    switch plan.pointee.kind {
    case .any, .filled: return true
    case .boolean: return isBoolean(span)
    case .natural: return isNumber(span) != nil
    case .positive: return isNumber(span) == true
    case .date: return span.count == 10 && isDate(span.start)
    case .word: return isWord(span, plan.pointee.words) && accepts(span, plan.pointee.base)
    case .pattern:
      return matches(span, machines[plan.pointee.number]) && accepts(span, plan.pointee.base)
    case .list: return isList(span, of: plan.pointee.base, least: plan.pointee.number)
    }
  }

  private func isBoolean(_ span: MarkupSpan) -> Bool {
    switch span.count {
    case 1: return bytes[span.start] == UInt8(ascii: "0") || bytes[span.start] == UInt8(ascii: "1")
    case 4: return begins(bytes + span.start, 4, with: "true")
    case 5: return begins(bytes + span.start, 5, with: "false")
    default: return false
    }
  }

  /// Whether a number of plain digits is above zero; nil where it is none.
  @inline(__always)
  private func isNumber(_ span: MarkupSpan) -> Bool? {
    guard span.count > 0, span.count <= Self.maximumDigits else { return nil }
    var isPositive = false
    for place in span.start..<span.end {
      guard bytes[place] &- UInt8(ascii: "0") < 10 else { return nil }
      if bytes[place] != UInt8(ascii: "0") { isPositive = true }
    }
    return isPositive
  }

  /// Whether a date stands at a place, behind which there are at least ten bytes.
  @inline(__always)
  func isDate(_ start: Int) -> Bool {
    // `YYYY-MM-` and `YY-MM-DD`.
    let (head, tail) = (ByteWord(bytes + start), ByteWord(bytes + (start + 2)))
    guard head.hasForm(of: 0x2D30_302D_3030_3030), tail.hasForm(of: 0x3030_2D30_302D_3030) else {
      return false
    }
    let (month, day) = (head.twoDigits(at: 5), tail.twoDigits(at: 6))
    let century = head.twoDigits(at: 0)
    let year = century &* 100 &+ head.twoDigits(at: 2)
    guard year > 0, month &- 1 < 12, day &- 1 < 31 else { return false }
    // Every month has 28 days.
    if day <= 28 { return true }
    switch month {
    case 2: return day == 29 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    case 4, 6, 9, 11: return day <= 30
    default: return true
    }
  }

  @inline(__always)
  func isWord(_ span: MarkupSpan, _ table: PlanRange) -> Bool {
    var slot = wordHash(bytes + span.start, span.count)
    while true {
      let word = words[table.start + slot & (table.count - 1)]
      if word.count < 0 { return false }
      if word.count == span.count {
        if isSame(bytes + span.start, names + word.start, word.count) { return true }
      }
      slot += 1
    }
  }

  @inline(__always)
  private func matches(_ span: MarkupSpan, _ machine: MachinePlan) -> Bool {
    var row = machine.width
    for place in span.start..<span.end {
      let column = Int(classes[machine.classes + Int(bytes[place])])
      guard column > 0 else { return false }
      row = Int(rows[machine.rows + row + column])
      guard row > 0 else { return false }
    }
    return rows[machine.rows + row] == 1
  }

  /// Whether values stand with one space between each two.
  private func isList(_ span: MarkupSpan, of item: Int, least: Int) -> Bool {
    guard span.count > 0 else { return least == 0 }
    if simple[item].kind == .natural { return isListOfNumbers(span, least: least) }
    var count = 0
    var start = span.start
    for place in span.start...span.end
    where place == span.end || bytes[place] == UInt8(ascii: " ") {
      guard place > start, accepts(MarkupSpan(start: start, end: place), item) else {
        return false
      }
      count += 1
      start = place + 1
    }
    return count >= least
  }

  /// The same of numbers of plain digits, of which a long list may be.
  private func isListOfNumbers(_ span: MarkupSpan, least: Int) -> Bool {
    var found = 1
    var place = span.start
    while true {
      let start = place
      if place + 8 <= count { place += ByteWord(bytes + place).leadingDigits }
      while place < span.end, bytes[place] &- UInt8(ascii: "0") < 10 { place += 1 }
      guard place > start, place - start <= Self.maximumDigits else { return false }
      // What stands behind the list is no digit.
      if place >= span.end { return found >= least }
      guard bytes[place] == UInt8(ascii: " ") else { return false }
      place += 1
      found += 1
    }
  }
}
