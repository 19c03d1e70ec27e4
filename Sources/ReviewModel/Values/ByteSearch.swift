extension ArraySlice<UInt8> {
  /// Where some bytes stand first; nil where they don't, or where there are none to look for.
  ///
  /// The library's search is generic and takes a hundred times as long on a `packet.xml`.
  package func firstPlace(of wanted: [UInt8]) -> Range<Int>? {
    guard let first = wanted.first, count >= wanted.count else { return nil }
    let start = startIndex
    let offset = withUnsafeBufferPointer { bytes -> Int? in
      let last = bytes.count - wanted.count
      var offset = 0
      while let found = bytes.place(of: first, from: offset), found <= last {
        if bytes[found..<(found + wanted.count)].elementsEqual(wanted) { return found }
        offset = found + 1
      }
      return nil
    }
    return offset.map { (start + $0)..<(start + $0 + wanted.count) }
  }
}

extension [UInt8] {
  /// Where some bytes stand first; nil where they don't, or where there are none to look for.
  package func firstPlace(of wanted: [UInt8]) -> Range<Int>? { self[...].firstPlace(of: wanted) }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where a byte stands first from a place on, 32 bytes looked at together.
  fileprivate func place(of byte: UInt8, from start: Int) -> Int? {
    let memory = UnsafeRawBufferPointer(self)
    let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
    func marks(_ place: Int) -> UInt64 {
      // Within the buffer, as the loop sees to. The top bit of a byte is set where it is zero.
      let word = memory.loadUnaligned(fromByteOffset: place, as: UInt64.self) ^ pattern
      return (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
    }
    var place = start
    while place + 32 <= count {
      let isThere = marks(place) | marks(place + 8) | marks(place + 16) | marks(place + 24)
      if isThere != 0 { break }
      place += 32
    }
    while place < count {
      if self[place] == byte { return place }
      place += 1
    }
    return nil
  }
}
