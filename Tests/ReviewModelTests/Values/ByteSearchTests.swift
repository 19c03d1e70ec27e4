import Testing

@testable import ReviewModel

@Suite struct ByteSearchTests {
  @Test(arguments: [
    ("abcabd", "abd", 3), ("aab", "ab", 1), ("abc", "abc", 0), ("abc", "c", 2), ("aaab", "aab", 1),
  ])
  func `finds the first place of some bytes`(text: String, wanted: String, at offset: Int) {
    let place = Array(text.utf8).firstPlace(of: Array(wanted.utf8))
    #expect(place == offset..<(offset + wanted.utf8.count))
  }

  @Test(arguments: [("abc", "abcd"), ("abc", "d"), ("", "a"), ("abc", ""), ("ab", "ba")])
  func `finds nothing where nothing is`(text: String, wanted: String) {
    #expect(Array(text.utf8).firstPlace(of: Array(wanted.utf8)) == nil)
  }

  @Test func `counts in a slice from the beginning of what it is a slice of`() {
    let bytes = Array("xaxa".utf8)
    #expect(bytes[2...].firstPlace(of: Array("a".utf8)) == 3..<4)
    #expect(bytes[..<1].firstPlace(of: Array("a".utf8)) == nil)
  }

  @Test func `finds a place at each distance from the ends`() {
    let wanted = Array("\u{FFFD}".utf8)
    for length in 0...100 {
      for place in 0...length {
        var bytes = Array(repeating: UInt8(0xEF), count: length)
        bytes.insert(contentsOf: wanted, at: place)
        #expect(bytes.firstPlace(of: wanted) == place..<place + wanted.count)
        #expect(bytes.dropLast(length - place + 1).firstPlace(of: wanted) == nil)
      }
    }
  }
}
