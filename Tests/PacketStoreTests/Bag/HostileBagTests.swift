import Foundation
import Glibc
import PacketStore
import TestSupport
import Testing

/// Bags that try to lead out of their folder, or to take all memory and time.
@Suite struct HostileBagTests {
  @Test(arguments: ["data/link", "data/b/link", "link", "data-link"])
  func `refuses a link wherever it stands, and does not follow it`(place: String) throws {
    let bag = try TestBag()
    let outside = bag.folder.at("outside").path
    try bag.folder.write("outside/secret", bytes("secret"))
    try FileManager.default.createSymbolicLink(
      atPath: bag.path + "/" + place, withDestinationPath: outside)
    let found = bag.problems()
    #expect(
      found == [
        "/\(place): a link; a bag holds plain files and folders only: "
          + "take the archive from its source again"
      ])
  }

  @Test func `refuses a listed file that is a link to the same bytes`() throws {
    let bag = try TestBag()
    try bag.folder.write("outside", bytes("one\n"))
    try FileManager.default.removeItem(atPath: bag.path + "/data/a.txt")
    try FileManager.default.createSymbolicLink(
      atPath: bag.path + "/data/a.txt", withDestinationPath: bag.folder.at("outside").path)
    #expect(bag.problems().first?.hasPrefix("/data/a.txt: a link") == true)
  }

  @Test func `takes a file with a second name for a file`() throws {
    let bag = try TestBag()
    #expect(link(bag.path + "/data/a.txt", bag.folder.at("second").path) == 0)
    #expect(bag.problems() == [])
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["data/pipe", "pipe", "bagit.txt", "manifest-md5.txt"])
  func `refuses a pipe and does not wait for it`(place: String) throws {
    let bag = try TestBag()
    unlink(bag.path + "/" + place)
    #expect(mkfifo(bag.path + "/" + place, 0o600) == 0)
    let found = bag.problems()
    #expect(found.first?.hasPrefix("/\(place): not a plain file or folder") == true, "\(found)")
  }

  @Test(arguments: [
    ("data/A.TXT", "data/a.txt"), ("data/B/c.txt", "data/b"),
    ("data/caf\u{E9}", "data/cafe\u{301}"),
    ("data/STRASSE", "data/stra\u{DF}e"),
  ])
  func `refuses names that some systems take for one`(one: String, other: String) throws {
    var files = TestBag.good
    files["bag-info.txt"] = nil
    files[one] = "x"
    let bag = try TestBag(files)
    // A dictionary would take the two forms of é for one key.
    if !bag.has(other) { try bag.write(other, "y") }
    let found = bag.problems()
    #expect(found.first?.contains("only in case or in the form of its letters") == true, "\(found)")
  }

  @Test func `refuses a name with a line end, a mark of direction or bytes that are no text`()
    throws
  {
    for name in ["x\ny", "x\u{202E}y", "x\\y"] {
      let bag = try TestBag()
      try bag.write("data/" + name, "x")
      #expect(bag.problems().first?.contains(": the name has a ") == true, "\(name)")
    }
    let bag = try TestBag()
    let created = Array("\(bag.path)/data/x".utf8CString.dropLast()) + [CChar(bitPattern: 0xFF), 0]
    let descriptor = open(created, O_CREAT | O_WRONLY, 0o600)
    #expect(descriptor >= 0)
    close(descriptor)
    #expect(bag.problems().first?.contains(": the name is not UTF-8") == true)
  }

  @Test func `stops at the bounds for files, depth, lines, sizes and problems`() throws {
    let bag = try TestBag()
    var limits = BagLimits()
    limits.entries = 5
    #expect(
      bag.problems(limits) == [": more than 5 files and folders, which is no archive of ours"])
    limits = BagLimits()
    limits.depth = 1
    #expect(bag.problems(limits) == ["/data/b: more than 1 folders inside each other"])
    limits = BagLimits()
    limits.payloadBytes = 7
    #expect(bag.problems(limits) == [": the payload has 8 bytes; at most 7 are read"])
    limits = BagLimits()
    limits.lineBytes = 60
    #expect(
      bag.problems(limits).contains("/manifest-sha256.txt:1: the line is longer than 60 bytes"))
    limits = BagLimits()
    limits.tagFileBytes = 100
    #expect(
      bag.problems(limits).contains(
        "/manifest-sha256.txt: 156 bytes; at most 46 are read of this file"))
    limits = BagLimits()
    limits.manifests = 1
    #expect(bag.problems(limits).contains(": more than 1 manifests"))
  }

  @Test func `tells so many problems and that there are more`() throws {
    let bag = try TestBag()
    for number in 0..<150 { try bag.write("data/f\(number)", "x") }
    let found = bag.problems()
    #expect(found.count == 101)
    #expect(found.last == ": only the first 100 problems are told")
  }

  @Test(.timeLimit(.minutes(1)))
  func `refuses a file of terabytes without reading it`() throws {
    let bag = try TestBag()
    #expect(truncate(bag.path + "/data/a.txt", 1 << 42) == 0)
    let found = bag.problems()
    #expect(found.contains { $0.hasPrefix(": the payload has 4398046511108 bytes") }, "\(found)")
  }

  @Test(.timeLimit(.minutes(1)))
  func `refuses a manifest of gigabytes, and one line without end`() throws {
    let bag = try TestBag()
    #expect(truncate(bag.path + "/manifest-md5.txt", 0) != 0)
    try bag.write("manifest-md5.txt", "")
    #expect(truncate(bag.path + "/manifest-md5.txt", 3 << 30) == 0)
    #expect(bag.problems().contains { $0.contains("are read of this file") })
    #expect(truncate(bag.path + "/manifest-md5.txt", 1 << 20) == 0)
    #expect(bag.problems().contains { $0.contains("the line is longer than 8192 bytes") })
  }
}
