import Foundation
import PacketStore
import TestSupport

/// A small bag that is right, written without the code under test, to be damaged by a test.
struct TestBag {
  let folder: TemporaryFolder
  var path: String { folder.at("bag").path }

  static let good = [
    "bagit.txt": "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
    "bag-info.txt": "Source-Organization: 範例資訊有限公司\nPayload-Oxum: 8.2\n",
    "data/a.txt": "one\n",
    "data/b/c.txt": "two\n",
  ]

  /// Writes the files, and their manifests by the algorithms.
  init(_ files: [String: String] = good, algorithms: [String] = ["sha256"]) throws {
    folder = try TemporaryFolder()
    for (name, text) in files { try write(name, text) }
    for algorithm in algorithms { try list(algorithm, files.filter { $0.key.hasPrefix("data/") }) }
    try listTags()
  }

  func write(_ name: String, _ text: String) throws {
    try folder.write("bag/" + name, text.utf8)
  }

  func has(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: path + "/" + name)
  }

  func text(_ name: String) throws -> String {
    String(decoding: try folder.read("bag/" + name), as: UTF8.self)
  }

  /// Replaces a text of a tag file, and lists the tag files anew.
  func replace(_ old: String, with new: String, in name: String) throws {
    try write(name, try text(name).replacingOccurrences(of: old, with: new))
    try listTags()
  }

  /// Writes the tag manifest for what is at the top now.
  func listTags() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    var files: [String: String] = [:]
    for name in names where name.hasSuffix(".txt") && !name.hasPrefix("tagmanifest") {
      files[name] = try text(name)
    }
    try write("tagmanifest-sha256.txt", Self.lines(of: files, "sha256"))
  }

  private func list(_ algorithm: String, _ files: [String: String]) throws {
    try write("manifest-\(algorithm).txt", Self.lines(of: files, algorithm))
  }

  private static func lines(of files: [String: String], _ algorithm: String) -> String {
    files.sorted { $0.key < $1.key }.map { name, text in
      sum(text, algorithm) + "  " + name + "\n"
    }.joined()
  }

  /// The digest by coreutils: another voice than the library that the program uses.
  private static func sum(_ text: String, _ algorithm: String) -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/\(algorithm)sum")
    let (input, output) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (input, output)
    guard (try? process.run()) != nil else { return "" }
    input.fileHandleForWriting.write(Data(text.utf8))
    input.fileHandleForWriting.closeFile()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: said, as: UTF8.self).split(separator: " ").first.map { String($0) }
      ?? ""
  }

  /// What is wrong with the bag: each problem as `path:line: English text`.
  func problems(_ limits: BagLimits = BagLimits()) -> [String] {
    do throws(BagProblems) {
      _ = try Bag.validated(at: path, limits: limits)
      return []
    } catch {
      return error.texts.map { String($0.english.dropFirst(path.utf8.count)) }
    }
  }
}
