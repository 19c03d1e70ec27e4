import TestSupport
import Testing

@testable import review_packet

@Suite struct AttributeValuesTests {
  /// The values of `packet` in `contract`, the text cut anywhere.
  private func values(in text: String, seed: UInt64) -> [String] {
    let text = Array(text.utf8)
    var generator = SeededGenerator(seed: seed)
    var links = AttributeValues(of: "packet", in: "contract")
    var found: [String] = []
    var start = 0
    while start < text.count {
      let end = min(text.count, start + Int.random(in: 1...9, using: &generator))
      found += links.values(in: text[start..<end])
      start = end
    }
    return found
  }

  @Test(arguments: 0..<UInt64(100)) func `finds each value wherever a piece ends`(seed: UInt64) {
    let text = #"""
      <season><contracts count="2"><contract id="D1" packet="one" uses="1"><x></x></contract>
      <contract packet="A&amp;B &lt;&quot;" x-packet="no"></contract><contract id="D3"></contract>
      <contract packet=""></contract></contracts><contract packet="open
      """#
    #expect(values(in: text, seed: seed) == ["one", "A&B <\"", ""])
  }

  @Test(
    arguments: [
      (#"<contract "x" packet="a">"#, ["a"]), (#"<contract  packet="a">"#, []),
      (#"<contract packet"a">"#, []), (#"<contract packet='a'>"#, []),
      (#"<contract ="" packet="a">"#, ["a"]),
      (#"<contract packet="a"id="b">"#, ["a"]), ("<contract \n packet=\"a\">", []),
      (#"<contract "#, []), (#"<contract ""#, []), (#"<contract "" "" "">"#, []),
      (#"<contract packet="a"><contract packet="b">"#, ["a", "b"]),
    ] as [(String, [String])])
  func `is not upset by a tag that somebody edited`(text: String, expected: [String]) {
    for seed in 0..<UInt64(20) { #expect(values(in: text, seed: seed) == expected) }
  }

  @Test func `comes to the end of any text, and finds what is behind the edits`() {
    let pieces = ["<contract ", " packet=", "\"", "'", "=", " ", ">", "a", "&amp;", "<", "packet"]
    for seed in 0..<UInt64(2_000) {
      var generator = SeededGenerator(seed: seed)
      let edited = (0..<Int.random(in: 0...12, using: &generator))
        .map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined()
      // Whatever was begun ends with these.
      let text = edited + "\">\"><contract packet=\"last\"></contract>"
      #expect(values(in: text, seed: seed).last == "last", "\(edited)")
    }
  }

  @Test func `gives a tag up that does not end`() {
    var links = AttributeValues(of: "packet", in: "contract")
    var found = links.values(in: Array("<contract packet=\"".utf8)[...])
    let text = Array(repeating: UInt8(ascii: "x"), count: 1 << 16)
    for _ in 0..<20 { found += links.values(in: text[...]) }
    found += links.values(in: Array("<contract packet=\"last\">".utf8)[...])
    #expect(found == ["last"])
  }

  @Test func `takes nothing that stands in a text or in another attribute's value`() {
    let text = #"""
      <finding packet="a"><message> packet="b" contract packet="c"&lt;contract packet="d"></message>
      </finding><contract id="> packet='e' packet=" packet="f"></contract>
      """#
    #expect(values(in: text, seed: 1) == ["f"])
  }
}
