extension ArraySlice<UInt8> {
  /// Where some bytes stand first; nil where they don't, or where there are none to look for.
  ///
  /// The library's search is generic and takes a hundred times as long on a `packet.xml`.
  package func firstPlace(of wanted: [UInt8]) -> Range<Int>? {
    guard let first = wanted.first, count >= wanted.count else { return nil }
    let start = startIndex
    let offset = withUnsafeBufferPointer { bytes -> Int? in
      for offset in 0...(bytes.count - wanted.count) where bytes[offset] == first {
        if bytes[offset..<(offset + wanted.count)].elementsEqual(wanted) { return offset }
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
