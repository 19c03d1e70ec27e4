import ReviewModel
import Testing

@testable import review_packet

@Suite struct OutcomeTests {
  private func outcome(
    _ codes: [FindingCode], failOn: FailOn = .error, isReviewed: Bool = true
  ) -> Outcome {
    Outcome(
      SeverityCounts(codes.map { Finding($0) }), failOn: failOn, isReviewed: isReviewed)
  }

  @Test func `ends with 2 only where nothing could be reviewed`() {
    #expect(outcome([.IN001], isReviewed: false) == .nothingDone)
    #expect(outcome([.XX999]) == .dataHasErrors)
    #expect(outcome([.AP003, .RO010]) == .dataHasErrors)
  }

  @Test func `lets warnings pass unless they are asked to fail`() {
    #expect(outcome([.RO010, .IN007]) == .allWell)
    #expect(outcome([.RO010], failOn: .warning) == .dataHasErrors)
    #expect(outcome([.IN007], failOn: .warning) == .allWell)
  }
}
