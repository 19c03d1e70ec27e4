import Foundation
import TestSupport
import Testing

/// The README's examples are what the program prints.
@Suite struct ReadmeTests {
  /// A command with the first lines of its output.
  private struct Example {
    let arguments: [String]
    let lines: [String]
  }

  /// The blocks of `README.md` that begin with the program's name at a prompt; «…» ends what is shown.
  private func examples() throws -> [Example] {
    let readme = try text(repositoryRoot.appendingPathComponent("README.md"))
    var found: [Example] = []
    var lines = readme.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let start = lines.firstIndex(of: "```console") {
      lines = lines[(start + 1)...]
      let block = lines.prefix { $0 != "```" }
      let prompt = "$ review-packet "
      guard let command = block.first, command.hasPrefix(prompt) else { continue }
      found.append(
        Example(
          arguments: command.dropFirst(prompt.count).split(separator: " ").map(String.init),
          lines: block.dropFirst().prefix { $0 != "…" }.map(String.init)))
    }
    return found
  }

  @Test func `shows what the program prints`() async throws {
    let examples = try examples()
    #expect(Set(examples.compactMap(\.arguments.first)) == ["explain", "forecast"])
    for example in examples {
      let run = try await reviewPacket(example.arguments, directory: repositoryRoot.path)
      #expect(example.lines.count > 5)
      #expect(Array(run.outputLines.prefix(example.lines.count)) == example.lines)
    }
  }
}
