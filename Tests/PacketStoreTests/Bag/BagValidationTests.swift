import Foundation
import PacketStore
import TestSupport
import Testing

@Suite struct BagValidationTests {
  @Test(arguments: [
    ["sha256"], ["sha512"], ["sha256", "sha512"], ["md5", "sha256"], ["sha1", "sha384", "sha512"],
  ])
  func `accepts a bag with any manifests of which one is to be trusted`(
    algorithms: [String]
  ) throws {
    let bag = try TestBag(algorithms: algorithms)
    #expect(bag.problems() == [])
    let read = try Bag.validated(at: bag.path)
    #expect(read.version == "1.0")
    #expect(read.info["source-organization"] == "範例資訊有限公司")
    #expect(read.payload.map(\.path.description) == ["data/a.txt", "data/b/c.txt"])
    #expect(read.payload.map(\.digest) == ["one\n", "two\n"].map { Digest.sha256Hex(bytes($0)) })
    #expect(read.unvouched == [])
    let digest = Digest.sha256Hex(bytes(try bag.text("tagmanifest-sha256.txt")))
    #expect(read.digest == digest)
    #expect(try Bag.digest(of: bag.path) == digest)
  }

  @Test func `reads a bag of version 0.97 with stars, capitals, tabs and Windows' line ends`()
    throws
  {
    let bag = try TestBag()
    try bag.replace("BagIt-Version: 1.0", with: "BagIt-Version: 0.97", in: "bagit.txt")
    let lines = try bag.text("manifest-sha256.txt").split(separator: "\n").map { line in
      line.prefix(64).uppercased() + "\t*" + line.dropFirst(66)
    }
    try bag.write("manifest-sha256.txt", lines.joined(separator: "\r\n"))
    try bag.listTags()
    #expect(bag.problems() == [])
    #expect(try Bag.validated(at: bag.path).version == "0.97")
  }

  @Test func `takes the escapes of a path back as the standard says`() throws {
    var files = TestBag.good
    files["data/100%.txt"] = "x"
    files["data/7%zz.txt"] = "y"
    files["bag-info.txt"] = nil
    let bag = try TestBag(files)
    try bag.replace("100%", with: "100%25", in: "manifest-sha256.txt")
    #expect(bag.problems() == [])
  }

  @Test func `accepts a bag without fields and tag manifests, and says what nothing vouches for`()
    throws
  {
    let bag = try TestBag()
    try bag.write("notes.txt", "later")
    #expect(bag.problems() == [])
    #expect(try Bag.validated(at: bag.path).unvouched == ["notes.txt"])
    for name in ["tagmanifest-sha256.txt", "bag-info.txt"] {
      try FileManager.default.removeItem(atPath: bag.path + "/" + name)
    }
    #expect(bag.problems() == [])
    #expect(try Bag.validated(at: bag.path).digest == nil)
  }

  /// A change to a good bag, and the problems it makes, as their beginnings.
  struct Damage: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let problems: [String]
    let change: @Sendable (TestBag) throws -> Void

    init(
      _ name: String, _ problems: [String], _ change: @escaping @Sendable (TestBag) throws -> Void
    ) {
      (testDescription, self.problems, self.change) = (name, problems, change)
    }
  }

  static let damages = [
    Damage(
      "a payload file changed",
      ["/data/a.txt: it was changed or damaged: manifest-sha256.txt says 2c8b08da5ce60398"]
    ) { try $0.write("data/a.txt", "uno\n") },
    Damage(
      "a tag file changed",
      ["/bag-info.txt: it was changed or damaged: tagmanifest-sha256.txt says"]
    ) { try $0.write("bag-info.txt", "Payload-Oxum: 8.2\n") },
    Damage(
      "a payload file missing",
      [
        "/data/a.txt: manifest-sha256.txt lists it, but it is missing",
        "/bag-info.txt: Payload-Oxum is “8.2”, but the payload has 4.1",
      ]
    ) { try FileManager.default.removeItem(atPath: $0.path + "/data/a.txt") },
    Damage(
      "a payload file too many",
      [
        "/data/z.txt: manifest-sha256.txt does not list it",
        "/bag-info.txt: Payload-Oxum is “8.2”, but the payload has 9.3",
      ]
    ) { try $0.write("data/z.txt", "z") },
    Damage(
      "payload manifests that list different files",
      ["/data/b/c.txt: manifest-sha512.txt does not list it"]
    ) { bag in
      let two = try TestBag(algorithms: ["sha512"]).text("manifest-sha512.txt")
      try bag.write("manifest-sha512.txt", two.split(separator: "\n")[0] + "\n")
      try bag.listTags()
    },
    Damage(
      "a weak manifest that is wrong beside a strong one",
      ["/data/a.txt: it was changed or damaged: manifest-md5.txt says 0000"]
    ) { bag in
      let good = try TestBag(algorithms: ["md5"]).text("manifest-md5.txt")
      let lines = good.split(separator: "\n").map { String($0) }
      try bag.write(
        "manifest-md5.txt",
        String(repeating: "0", count: 32) + lines[0].dropFirst(32) + "\n" + lines[1] + "\n")
      try bag.listTags()
    },
    Damage(
      "only weak manifests", [": no manifest-sha256.txt or manifest-sha512.txt"]
    ) { bag in
      try FileManager.default.removeItem(atPath: bag.path + "/manifest-sha256.txt")
      try bag.write("manifest-md5.txt", TestBag(algorithms: ["md5"]).text("manifest-md5.txt"))
      try bag.listTags()
    },
    Damage(
      "a tag manifest without the payload manifest",
      ["/manifest-sha256.txt: tagmanifest-sha256.txt does not list it"]
    ) { bag in
      let lines = try bag.text("tagmanifest-sha256.txt").split(separator: "\n")
      let rest = lines.filter { !$0.hasSuffix(" manifest-sha256.txt") }
      try bag.write("tagmanifest-sha256.txt", rest.joined(separator: "\n"))
    },
    Damage("another version", ["/bagit.txt: BagIt version “1.1”; expected 1.0 or 0.97"]) {
      try $0.replace("1.0", with: "1.1", in: "bagit.txt")
    },
    Damage("another encoding", ["/bagit.txt: tag files in “UTF-16”; expected UTF-8"]) {
      try $0.replace("UTF-8", with: "UTF-16", in: "bagit.txt")
    },
    Damage("a declaration of one line", ["/bagit.txt: found “BagIt-Version: 1.0”; expected"]) {
      try $0.replace("Tag-File-Character-Encoding: UTF-8\n", with: "", in: "bagit.txt")
    },
    Damage("files to be fetched", ["/fetch.txt: the bag names files to be fetched"]) {
      try $0.write("fetch.txt", "https://example.org/x 1 data/x\n")
    },
    Damage(
      "two counts of the payload", ["/bag-info.txt: Payload-Oxum stands there more than once"]
    ) {
      try $0.replace(
        "Payload-Oxum: 8.2\n", with: "Payload-Oxum: 8.2\nPayload-Oxum: 8.2\n", in: "bag-info.txt")
    },
    Damage(
      "a count that is none", ["/bag-info.txt: Payload-Oxum is “many”, but the payload has 8.2"]
    ) { try $0.replace("8.2", with: "many", in: "bag-info.txt") },
    Damage("a field without a label", ["/bag-info.txt:1: found “: none”; expected a label"]) {
      try $0.replace("Source-Organization: 範例資訊有限公司", with: ": none", in: "bag-info.txt")
    },
    Damage("a fold before any field", ["/bag-info.txt:1: found “  more”; expected a label"]) {
      try $0.replace("Source-Organization: 範例資訊有限公司", with: "  more", in: "bag-info.txt")
    },
    Damage("bytes that are not UTF-8", ["/bag-info.txt:1: the line is not UTF-8"]) { bag in
      try bag.folder.write("bag/bag-info.txt", [0x41, 0x3A, 0x20, 0xFF, 0x0A])
      try FileManager.default.removeItem(atPath: bag.path + "/tagmanifest-sha256.txt")
    },
  ]

  @Test(arguments: damages)
  func `refuses a bag with`(_ damage: Damage) throws {
    let bag = try TestBag()
    try damage.change(bag)
    let found = bag.problems()
    #expect(found.count == damage.problems.count, "\(found)")
    for (one, expected) in zip(found, damage.problems) {
      #expect(one.hasPrefix(expected), "\(one)")
    }
  }

  @Test(arguments: [
    ("../../x", "has a part “.” or “..”"), ("data/../../x", "has a part “.” or “..”"),
    ("data/./x", "has a part “.” or “..”"), ("/etc/passwd", "is absolute"),
    ("data//x", "has an empty part"), ("data\\..\\x", "has a backslash"),
    ("C:/x", "begins with a drive letter"), ("data/x%0Ay", "has a control character"),
    ("data/x%0dy", "has a control character"), ("data/x\u{202E}y", "has a control character"),
    ("data/x\u{7}y", "has a control character"),
    ("data/" + String(repeating: "x", count: 256), "has a part of more than 255 bytes"),
  ])
  func `refuses a manifest's path that could lead elsewhere`(path: String, why: String) throws {
    let bag = try TestBag()
    let line = String(repeating: "a", count: 64) + "  " + path
    try bag.write("manifest-sha256.txt", bag.text("manifest-sha256.txt") + line + "\n")
    try bag.listTags()
    let found = bag.problems()
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("/manifest-sha256.txt:3: “") == true)
    #expect(found.first?.contains("the path " + why) == true, "\(found)")
  }

  @Test(arguments: [
    ("nonsense", "found “nonsense”; expected a digest, blanks and a path"),
    (String(repeating: "a", count: 63) + "  data/x", "expected a digest"),
    (String(repeating: "g", count: 64) + "  data/x", "expected a digest"),
    (String(repeating: "a", count: 64), "expected a digest"),
    (String(repeating: "a", count: 64) + "  bagit.txt", "a manifest lists files inside data/ only"),
    (String(repeating: "a", count: 64) + "  data/a.txt", "is listed in line 1 already"),
  ])
  func `refuses a line of a manifest`(line: String, why: String) throws {
    let bag = try TestBag()
    try bag.write("manifest-sha256.txt", bag.text("manifest-sha256.txt") + line + "\n")
    try bag.listTags()
    let found = bag.problems()
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("/manifest-sha256.txt:3: ") == true)
    #expect(found.first?.contains(why) == true, "\(found)")
  }

  @Test func `refuses a folder that is no bag, and a path without a folder`() throws {
    let folder = try TemporaryFolder()
    #expect(throws: BagProblems.self) { try Bag.validated(at: folder.path) }
    #expect(throws: BagProblems.self) { try Bag.validated(at: folder.at("nothing").path) }
    #expect(try Bag.digest(of: folder.path) == nil)
  }

  @Test func `tells all problems at once, in both languages`() throws {
    let bag = try TestBag()
    try bag.write("data/a.txt", "uno\n")
    try bag.write("data/z.txt", "z")
    try bag.write("fetch.txt", "")
    do throws(BagProblems) {
      _ = try Bag.validated(at: bag.path)
      Issue.record("the bag was accepted")
    } catch {
      #expect(error.problems.count == 4)
      for text in error.texts {
        #expect(text.english.hasPrefix(bag.path) && text.chinese.hasPrefix(bag.path))
        #expect(text.chinese.unicodeScalars.contains { $0.value > 0x4E00 })
      }
    }
  }
}
