import Foundation
import ReviewModel
import TestSupport
import Testing

/// The documentation against the program.
@Suite struct ReferenceTests {
  private static let folder = repositoryRoot.appendingPathComponent("docs/reference")

  private func page(_ name: String) throws -> String {
    try String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
  }

  @Test func `finds the reference pages as the program writes them`() async throws {
    let fresh = try TemporaryFolder()
    let result = try await runProcess(builtProgram.path, ["reference", fresh.path])
    #expect(result.status == 0, "\(result.errors)")
    // Scripts/update-docs writes these pages; a run that updates goldens must not.
    let difference = try Golden.difference(
      ofFolder: fresh.url, from: Self.folder, environment: [:])
    #expect(difference == nil, "run Scripts/update-docs")
  }

  @Test func `documents every finding code under its own heading`() throws {
    let headings = Set(try page("findings.md").split(separator: "\n"))
    #expect(FindingCode.allCases.filter { !headings.contains("## \($0.rawValue)") } == [])
  }

  @Test func `documents every figure of each scope`() throws {
    let sections = try page("figures.md").components(separatedBy: "\n## Scope ")
    for scope in FigureScope.allCases {
      let section = try #require(sections.first { $0.hasPrefix("`\(scope.rawValue)`") })
      let codes = FigureCode.allCases.filter { $0.scope == scope }
      #expect(codes.filter { !section.contains("\n| `\($0.name)` |") } == [])
    }
  }

  @Test func `documents every clause and decision`() throws {
    let clauses = try page("clauses.md")
    #expect(Clause.allCases.filter { !clauses.contains("\n| \($0.rawValue) |") } == [])
    let decisions = try page("decisions.md")
    #expect(ProgrammeDecision.all.filter { !decisions.contains("\n| `\($0.id)` |") } == [])
  }

  @Test func `documents every key of the programme file with its default`() throws {
    let text = try page("programme.md")
    let parts = text.components(separatedBy: "```")
    let file = try #require(parts.dropFirst().first)
    let keys = file.split(separator: "\n").compactMap { line -> Substring? in
      let words = line.split(separator: ":", maxSplits: 1)
      guard words.count == 2, !words[1].allSatisfy({ $0 == " " }), !line.hasPrefix("#") else {
        return nil
      }
      return words[0].drop { $0 == " " }
    }
    #expect(keys.count == 15)
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `") }
    #expect(rows.count == keys.count)
    for key in keys {
      #expect(rows.contains { $0.contains("\(key)` |") || $0.contains(".\(key).") }, "\(key)")
    }
  }

  @Test func `names every command in the README and the reference`() async throws {
    let help = try await runProcess(builtProgram.path, ["--help"])
    let lines = help.output.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.hasPrefix("SUBCOMMANDS:") })
    let commands = lines[(start + 1)...].prefix { !$0.isEmpty }
      .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .compactMap { $0.split(separator: " ").first }
    #expect(commands.count >= 5)
    let readme = try String(
      contentsOf: repositoryRoot.appendingPathComponent("README.md"), encoding: .utf8)
    let reference = try page("commands.md")
    for command in commands {
      #expect(readme.contains("`\(command)"), "README.md: \(command)")
      #expect(reference.contains("\n## `\(command)`\n"), "commands.md: \(command)")
    }
  }

  /// A link to a file that is not there helps nobody.
  @Test(arguments: [
    "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/architecture.md", "docs/templates.md",
    "docs/performance.md", "docs/recompute.md", "docs/archive.md", "docs/scale.md",
  ])
  func `links only to files that exist`(name: String) throws {
    let file = repositoryRoot.appendingPathComponent(name)
    let text = try String(contentsOf: file, encoding: .utf8)
    for target in text.matches(of: /\]\(([^)#]+)/).map(\.1) where !target.hasPrefix("http") {
      let path = file.deletingLastPathComponent().appendingPathComponent(String(target)).path
      #expect(FileManager.default.fileExists(atPath: path), "\(target)")
    }
  }
}
