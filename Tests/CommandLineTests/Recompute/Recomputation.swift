import PacketDocuments
import ReviewModel
import TestSupport

/// A packet's `recompute/` in a folder of its own, and a run of its script by Debian's sqlite3.
struct Recomputation {
  /// What the script printed and how it ended.
  struct Outcome {
    let status: Int32
    let lines: [String]
    let errors: String

    var last: String { lines.last ?? "" }

    /// The lines of figures that end in a word: `ok`, `DIFFERS`, `checked`.
    func figures(_ result: String) -> [[Substring]] {
      lines.map { $0.split(separator: " ") }.filter { $0.count > 4 && $0.last == result[...] }
    }

    /// Whether a figure is said to differ, with both values.
    func differs(_ figure: String, _ subject: String, computed: String, published: String) -> Bool {
      figures("DIFFERS").contains {
        $0.first == figure[...] && $0[1] == subject[...]
          && $0.suffix(3).dropLast() == [computed[...], published[...]]
      }
    }
  }

  /// A text of one table put in another's place.
  struct Change {
    let table: String
    let old: String
    let new: String
  }

  private let files: [DocumentFile]

  init(_ packet: Packet) {
    files = RecomputeFiles.files(of: packet)
  }

  /// Runs the script in a folder with the files, changed or not.
  ///
  /// - Parameters:
  ///   - change: Replaces the first place of a text; a text that is not there fails the test.
  ///   - home: The home folder that sqlite3 sees; without one it has none.
  /// - Returns: What came out.
  /// - Throws: `NoSuchText`, or what keeps sqlite3 from running.
  func run(_ change: Change? = nil, home: String = "/nonexistent") async throws -> Outcome {
    let folder = try TemporaryFolder()
    for file in files {
      var bytes = file.bytes
      if let change, file.path == "recompute/\(change.table).csv" {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let place = text.range(of: change.old) else { throw NoSuchText(change: change) }
        bytes = Array(text.replacingCharacters(in: place, with: change.new).utf8)
      }
      try folder.write(file.path, bytes)
    }
    let script = try folder.read("recompute/settle.sql")
    let result = try await runProcess(
      "sqlite3", [":memory:"], environment: ["PATH": "/usr/bin:/bin", "HOME": home],
      directory: folder.at("recompute").path, stdin: script)
    return Outcome(
      status: result.status,
      lines: result.output.split(separator: "\n").map { String($0) }, errors: result.errors)
  }

  private struct NoSuchText: Error {
    let change: Change
  }
}
