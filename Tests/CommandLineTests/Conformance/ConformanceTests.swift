import TestSupport
import Testing

/// Cases that need a reader which the program does not have yet, and which one.
///
/// A case that begins to pass must leave the list.
private let awaited = [
  "07-ga-universal": "Universal Analytics exports are not read yet",
  "08-ga4": "GA4 exports are not read yet",
  "10-every-finding": "the findings about Google Analytics exports are not made yet",
]

@Suite(.enabled(if: !ConformanceCase.all.isEmpty, "no folder ../shared/conformance"))
struct ConformanceTests {
  @Test(arguments: ConformanceCase.all)
  func `gives the published figures and findings`(of published: ConformanceCase) async throws {
    var differences: [String] = []
    for phase in ConformanceCase.phases { differences += try await published.differences(phase) }
    guard let reason = awaited[published.name] else {
      let shown = differences.prefix(20).joined(separator: "\n")
      #expect(differences.isEmpty, "\(differences.count) differences:\n\(shown)")
      return
    }
    #expect(
      !differences.isEmpty,
      "\(published.name) passes: take it off the list of cases that are awaited")
    print("skipped: conformance case \(published.name): \(reason)")
  }

  @Test func `awaits only cases that there are`() {
    #expect(Set(awaited.keys).isSubset(of: ConformanceCase.all.map(\.name)))
  }
}
