import Foundation
import Glibc
import TestSupport
import Testing

@testable import PacketStore

@Suite struct EarlyWritingTests {
  /// How many descriptors of this process lead to a file.
  private func openings(of path: String) throws -> Int {
    // Others come and go meanwhile: one that is gone leads nowhere.
    try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count { number in
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/" + number))
        == path
    }
  }

  /// A file that is open for writing, its path without links.
  private func file(in folder: TemporaryFolder) throws -> (path: String, descriptor: Int32) {
    try folder.write("usage.html", [UInt8](repeating: 0x61, count: 100_000))
    let path = try #require(FileCalls.resolved(folder.path + "/usage.html"))
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    try #require(descriptor >= 0)
    return (path, descriptor)
  }

  @Test func `leaves small files to the end`() throws {
    let folder = try TemporaryFolder()
    let (path, descriptor) = try file(in: folder)
    defer { close(descriptor) }
    let early = EarlyWriting()
    for _ in 0..<50 {
      early.wrote(10_000, to: descriptor)
      #expect(try openings(of: path) == 1)
    }
  }

  @Test func `lets go of every large file, and of no descriptor of others`() async throws {
    let folder = try TemporaryFolder()
    let (path, descriptor) = try file(in: folder)
    let early = EarlyWriting()
    for _ in 0..<500 {
      early.wrote(100_000, to: descriptor)
      // As many as may wait, and the one that is being written.
      #expect(try openings(of: path) <= 1 + 32 + 1)
    }
    #expect(write(descriptor, "b", 1) == 1)
    close(descriptor)
    // Far more tries than are needed: it ends, too, where one is kept.
    for _ in 0..<10_000 where try openings(of: path) > 0 {
      try await Task.sleep(for: .milliseconds(1))
    }
    #expect(try openings(of: path) == 0)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)).first == 0x62)
  }
}
