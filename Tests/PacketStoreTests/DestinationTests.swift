import Foundation
import Glibc
import PacketStore
import TestSupport
import Testing

/// What may be replaced, what is kept, and what is cleared away.
@Suite struct DestinationTests {
  let folder: TemporaryFolder
  var out: String { folder.at("out").path }

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func `refuses a folder with content but no manifest`() throws {
    try folder.write("out/holiday.txt", bytes("mine"))
    #expect(throws: OutputError(out, .notOurs)) { try Staging.begin(at: out) }
    #expect(try folder.read("out/holiday.txt") == bytes("mine"))
    let text = OutputError(out, .notOurs).english
    #expect(text.contains("not a folder made by review-packet"))
  }

  @Test func `refuses a folder whose manifest is somebody else's text`() throws {
    try folder.write("out/manifest-sha256.txt", bytes("my notes\n"))
    #expect(throws: OutputError(out, .notOurs)) { try Staging.begin(at: out) }
  }

  @Test func `refuses to lose a file that somebody put into the output`() async throws {
    try await build()
    try folder.write("out/p/notes.txt", bytes("mine"))
    let error = OutputError("\(out)/p/notes.txt", .foreignEntry)
    #expect(throws: error) { try Staging.begin(at: out) }
  }

  @Test func `refuses to lose a file that was put there while it was building`() async throws {
    try await build()
    let staging = try Staging.begin(at: out)
    try await staging.write(path("a"), bytes("two"))
    try folder.write("out/notes.txt", bytes("mine"))
    await #expect(throws: OutputError("\(out)/notes.txt", .foreignEntry)) {
      try await staging.commit()
    }
    #expect(try folder.read("out/notes.txt") == bytes("mine"))
    #expect(try names(in: folder.path) == ["out"])
  }

  @Test func `refuses a file and a link to nothing`() throws {
    try folder.write("file", bytes("mine"))
    let file = folder.at("file").path
    #expect(throws: OutputError(file, .notAFolder)) { try Staging.begin(at: file) }
    let link = folder.at("link").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "nowhere")
    #expect(throws: OutputError(link, .notAFolder)) { try Staging.begin(at: link) }
    #expect(throws: OutputError("", .notAFolder)) { try Staging.begin(at: "") }
  }

  @Test func `refuses any content where nothing may be replaced, and takes an empty folder`()
    async throws
  {
    try await build()
    #expect(throws: OutputError(out, .alreadyExists)) {
      try Staging.begin(at: out, replacing: .nothing)
    }
    let empty = folder.at("empty")
    try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: false)
    let staging = try Staging.begin(at: empty.path, replacing: .nothing)
    try await staging.write(path("a"), bytes("one"))
    try await staging.commit()
    #expect(try folder.read("empty/a") == bytes("one"))
  }

  @Test func `refuses the folder that the run works in`() {
    let current = FileManager.default.currentDirectoryPath
    #expect(throws: OutputError(current, .workingFolder)) { try Staging.begin(at: ".") }
  }

  @Test func `refuses a mount point before any work is done`() {
    #expect(throws: OutputError("/proc", .mountPoint)) { try Staging.begin(at: "/proc") }
  }

  @Test func `names the folder that a file above the place stands in the way of`() throws {
    try folder.write("file", bytes("mine"))
    let error = #expect(throws: OutputError.self) {
      try Staging.begin(at: folder.at("file/out").path)
    }
    #expect(error?.reason == .system(.look, ENOTDIR))
    #expect(error?.english.contains("Not a directory") == true)
  }

  @Test func `says where it may not write`() throws {
    // No process may create a folder in /proc, not even root's.
    let error = #expect(throws: OutputError.self) { try Staging.begin(at: "/proc/out") }
    guard case .system(.createFolder, _) = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error?.path == "/proc")
    #expect(error?.english.contains("/proc: cannot create the folder: ") == true)
    #expect(error?.chinese.contains("/proc：無法建立資料夾") == true)
  }

  @Test func `writes where a link points to and leaves the link`() async throws {
    try FileManager.default.createDirectory(
      at: folder.at("real"), withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(atPath: out, withDestinationPath: "real")
    try await build()
    try await build()
    #expect(try folder.read("real/a") == bytes("one"))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: out) == "real")
  }

  @Test func `keeps the permissions of a folder that was closed to others`() async throws {
    try await build()
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: out)
    try await build()
    let attributes = try FileManager.default.attributesOfItem(atPath: out)
    #expect(attributes[.posixPermissions] as? Int == 0o700)
  }

  @Test func `carries over a folder of the earlier output and lists it in the new manifest`()
    async throws
  {
    try await build()
    let kept = try folder.read("out/p/manifest-sha256.txt")
    let staging = try Staging.begin(at: out)
    #expect(
      staging.previous?.entries.map(\.path.description) == [
        "a", "p/b", "p/manifest-sha256.txt",
      ])
    try await staging.carryOver(path("p"))
    try await staging.write(path("a"), bytes("two"))
    try await staging.commit()
    #expect(try folder.read("out/p/manifest-sha256.txt") == kept)
    #expect(try folder.read("out/a") == bytes("two"))
    let check = try await runProcess(
      "sha256sum", ["-c", "--strict", "manifest-sha256.txt"], directory: out)
    #expect(check.status == 0)
    #expect(check.output == "a: OK\np/b: OK\np/manifest-sha256.txt: OK\n")
  }

  @Test func `does not carry over a page that was edited by hand`() async throws {
    try await build()
    try folder.write("out/p/b", bytes("better"))
    let staging = try Staging.begin(at: out)
    await #expect(throws: OutputError("\(out)/p/b", .changedSinceWritten)) {
      try await staging.carryOver(path("p"))
    }
    await #expect(throws: OutputError("\(out)/q", .nothingToKeep)) {
      try await staging.carryOver(path("q"))
    }
  }

  @Test func `tells of a file that is not there any more by its own place`() async throws {
    try await build()
    let staging = try Staging.begin(at: out)
    try FileManager.default.removeItem(at: folder.at("out/p/b"))
    await #expect(throws: OutputError("\(out)/p/b", .lostSinceWritten(ENOENT))) {
      try await staging.carryOver(path("p"))
    }
    try await staging.forget(path("p"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.at("out/p/b").path, withDestinationPath: "../a")
    await #expect(throws: OutputError("\(out)/p/b", .lostSinceWritten(ELOOP))) {
      try await staging.carryOver(path("p"))
    }
  }

  @Test func `clears away what killed runs left and keeps what a living one holds`() async throws {
    let living = try Staging.begin(at: out)
    try await living.write(path("a"), bytes("one"))
    let held = try names(in: folder.path)
    #expect(held.count == 1)
    try folder.write(".out.review-packet-999999999-a/x/y", bytes("half"))
    try folder.write(".out.review-packet-1-b/x", bytes("half"))
    try folder.write(".other.review-packet-1-b/x", bytes("another output's"))
    let next = try Staging.begin(at: out)
    await next.abort()
    #expect(try names(in: folder.path) == [".other.review-packet-1-b"] + held)
    try await living.commit()
    #expect(try folder.read("out/a") == bytes("one"))
  }

  @Test func `brings back an output that a killed run had moved aside`() async throws {
    try await build()
    let aside = folder.at(".out.review-packet-previous-999999999-a")
    try FileManager.default.moveItem(at: folder.at("out"), to: aside)
    let staging = try Staging.begin(at: out)
    #expect(try folder.read("out/a") == bytes("one"))
    await staging.abort()
    #expect(try names(in: folder.path) == ["out"])
  }

  private func build() async throws {
    let staging = try Staging.begin(at: out)
    try await staging.write(path("a"), bytes("one"))
    try await staging.write(path("p/b"), bytes("one"))
    try await staging.seal(path("p"))
    try await staging.commit()
  }
}
