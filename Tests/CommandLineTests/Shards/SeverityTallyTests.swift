import ReviewModel
import TestSupport
import Testing

@testable import review_packet

@Suite struct SeverityTallyTests {
  @Test(arguments: 0..<UInt64(50)) func `counts rows wherever a piece ends`(seed: UInt64) {
    let text = Array(
      """
      \u{FEFF}severity,code,message
      warning,US009,"a line,
      error,no row: ""fatal"",
      "
      error,IN005,x
      "info",IN007,"fatal, 1"
      warning,US009,
      nonsense-of-more-than-sixteen,US009,warning
      fatal,IN001

      """.utf8)
    var generator = SeededGenerator(seed: seed)
    var tally = SeverityTally()
    var start = 0
    while start < text.count {
      let end = min(text.count, start + Int.random(in: 1...9, using: &generator))
      tally.take(text[start..<end])
      start = end
    }
    #expect(Severity.allCases.map { tally.counts[$0] } == [1, 1, 2, 1])
  }
}
