import Foundation
import TestSupport
import Testing

/// A published season with the figures and findings that both phases must give.
struct ConformanceCase: CustomTestStringConvertible, Sendable {
  static let phases = ["midterm", "final"]

  let folder: URL

  var name: String { folder.lastPathComponent }
  var season: URL { folder.appendingPathComponent("season") }
  var testDescription: String { name }

  func expected(_ phase: String) -> URL {
    folder.appendingPathComponent("expected/" + phase)
  }

  /// All cases beside the repository, in their order; none where there is no such folder.
  static let all: [ConformanceCase] = {
    guard let folder = sharedFolder?.appendingPathComponent("conformance"),
      let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    else { return [] }
    return names.sorted().map { ConformanceCase(folder: folder.appendingPathComponent($0)) }
      .filter { exists($0.season) }
  }()

  /// What differs in one phase, a line each.
  func differences(_ phase: String) async throws -> [String] {
    let work = try TemporaryFolder()
    let out = work.at("out")
    let run = try await reviewPacket(
      "build", season.path, "--phase", phase, "--out", out.path)
    let folder = expected(phase)
    var differences: [String] = []
    let code = try text(folder.appendingPathComponent("exit-code.txt"))
      .trimmingCharacters(in: .whitespacesAndNewlines)
    if code != String(run.status) {
      differences.append("exit code: expected \(code), got \(run.status)")
    }
    differences += try FigureComparison.differences(of: out, from: folder)
    differences += try FindingComparison.differences(of: out, errors: run.errorLines, from: folder)
    differences += try await rebuilt(out, in: work)
    return differences.map { "\(phase): \($0)" }
  }

  /// Makes every packet again from its `packet.xml` alone, and says which files differ.
  private func rebuilt(_ out: URL, in work: TemporaryFolder) async throws -> [String] {
    guard exists(out) else { return [] }
    var differences: [String] = []
    for name in try names(in: out) where exists(out.appendingPathComponent(name + "/packet.xml")) {
      let packet = out.appendingPathComponent(name)
      let again = work.at("again-" + name)
      let run = try await reviewPacket(
        "build", "--from", packet.path + "/packet.xml", "--out", again.path)
      if run.status > 1 { differences.append("\(name): build --from: \(run.errors)") }
      let (files, made) = (try Golden.files(in: packet), try Golden.files(in: again))
      differences += Set(files.keys).union(made.keys).sorted().filter { files[$0] != made[$0] }
        .map { "\(name)/\($0): not the same when made from packet.xml" }
    }
    return differences
  }
}
