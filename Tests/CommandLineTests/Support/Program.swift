import Foundation
import TestSupport

/// Runs the built program with English messages, whatever the machine's own language is.
func reviewPacket(
  _ arguments: String..., environment: [String: String] = [:], directory: String? = nil,
  interruption: ProcessInterruption? = nil
) async throws -> ProcessResult {
  try await reviewPacket(
    arguments, environment: environment, directory: directory, interruption: interruption)
}

/// The same with the words in a list.
func reviewPacket(
  _ arguments: [String], environment: [String: String] = [:], directory: String? = nil,
  interruption: ProcessInterruption? = nil
) async throws -> ProcessResult {
  let plain = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "LANG": "C"]
  return try await runProcess(
    builtProgram.path, arguments, environment: plain.merging(environment) { $1 },
    directory: directory, interruption: interruption)
}

/// The season that the repository ships.
let sampleSeason = repositoryRoot.appendingPathComponent("SampleData/110")

extension ProcessResult {
  /// The lines of standard output.
  var outputLines: [String] { Self.lines(output) }
  /// The lines of standard error.
  var errorLines: [String] { Self.lines(errors) }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }.dropLast(
      text.hasSuffix("\n") ? 1 : 0)
  }
}

/// Whether anything, be it a link to nothing, stands at a path.
func exists(_ file: URL) -> Bool {
  (try? FileManager.default.attributesOfItem(atPath: file.path)) != nil
}

/// The names in a folder, the hidden ones among them.
func names(in folder: URL) throws -> Set<String> {
  Set(try FileManager.default.contentsOfDirectory(atPath: folder.path))
}

/// A file of an output as text.
func text(_ file: URL) throws -> String {
  String(decoding: try Data(contentsOf: file), as: UTF8.self)
}

/// A file's bytes.
func bytes(of file: URL) throws -> [UInt8] {
  Array(try Data(contentsOf: file))
}
