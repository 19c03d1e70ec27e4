import TestSupport
import Testing

@Suite(.enabled(if: !ConformanceCase.all.isEmpty, "no folder ../shared/conformance"))
struct ConformanceTests {
  @Test(arguments: ConformanceCase.all)
  func `gives the published figures and findings`(of published: ConformanceCase) async throws {
    var differences: [String] = []
    for phase in ConformanceCase.phases { differences += try await published.differences(phase) }
    let shown = differences.prefix(20).joined(separator: "\n")
    #expect(differences.isEmpty, "\(differences.count) differences:\n\(shown)")
  }
}
