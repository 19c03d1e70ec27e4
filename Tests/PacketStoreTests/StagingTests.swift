import Foundation
import PacketStore
import TestSupport
import Testing

@Suite struct StagingTests {
  let folder: TemporaryFolder
  var out: String { folder.at("out").path }

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func `shows nothing at its place until it is committed`() async throws {
    let staging = try Staging.begin(at: out)
    try await staging.write(path("index.html"), bytes("one"))
    #expect(!FileManager.default.fileExists(atPath: out))
    try await staging.commit()
    #expect(try folder.read("out/index.html") == bytes("one"))
    #expect(try names(in: folder.path) == ["out"])
  }

  @Test func `leaves the earlier output as it was when given up`() async throws {
    try await build(["index.html": "one"])
    let before = try Golden.files(in: folder.at("out"))
    let staging = try Staging.begin(at: out)
    try await staging.write(path("index.html"), bytes("two"))
    await staging.abort()
    #expect(try Golden.files(in: folder.at("out")) == before)
    #expect(try names(in: folder.path) == ["out"])
  }

  @Test func `leaves nothing behind when it is merely let go`() async throws {
    do {
      let staging = try Staging.begin(at: out)
      try await staging.write(path("a/b"), bytes("one"))
    }
    #expect(try names(in: folder.path) == [])
  }

  @Test func `replaces the earlier output as a whole`() async throws {
    try await build(["index.html": "one", "D001-12345675/old.html": "old"])
    let committed = try await build(["index.html": "two", "D002-12345675/new.html": "new"])
    #expect(try names(in: out) == ["D002-12345675", "index.html", "manifest-sha256.txt"])
    #expect(try folder.read("out/index.html") == bytes("two"))
    #expect(try names(in: folder.path) == ["out"])
    #expect(committed.leftBehind == nil)
    #expect(committed.fileCount == 3)
  }

  @Test func `shows the earlier or the new output and never half of one while it is replaced`()
    async throws
  {
    try await build(["a": "0", "b/c": "0"])
    let (place, first) = (out, "\(out)/a")
    let watching = Task.detached {
      var missing = 0
      while !Task.isCancelled {
        if !FileManager.default.fileExists(atPath: first) { missing += 1 }
        if !FileManager.default.fileExists(atPath: place) { missing += 1 }
      }
      return missing
    }
    for round in 1...30 { try await build(["a": "\(round)", "b/c": "\(round)"]) }
    watching.cancel()
    #expect(await watching.value == 0)
  }

  @Test func `writes manifests that sha256sum accepts, for the whole and for each folder`()
    async throws
  {
    let staging = try Staging.begin(at: out)
    try await staging.write(path("D001-12345675/index.html"), bytes("cover"))
    try await staging.write(path("D001-12345675/packet.xml"), bytes("<packet/>"))
    let sealed = try await staging.seal(path("D001-12345675"))
    try await staging.write(path("season.xml"), bytes("<season/>"))
    let committed = try await staging.commit()
    for place in ["out", "out/D001-12345675"] {
      let check = try await runProcess(
        "sha256sum", ["-c", "--strict", "manifest-sha256.txt"], directory: folder.at(place).path)
      #expect(check.status == 0, "\(check.errors)")
    }
    let whole = try #require(Manifest(bytes: folder.read("out/manifest-sha256.txt")))
    #expect(
      whole.entries.map(\.path.description) == [
        "D001-12345675/index.html", "D001-12345675/manifest-sha256.txt",
        "D001-12345675/packet.xml", "season.xml",
      ])
    let own = try folder.read("out/D001-12345675/manifest-sha256.txt")
    #expect(
      try #require(Manifest(bytes: own)).entries.map(\.path.description)
        == ["index.html", "packet.xml"])
    #expect(Digest.sha256Hex(own) == sealed)
    #expect(
      try Digest.sha256Hex(folder.read("out/manifest-sha256.txt")) == committed.manifestDigest)
  }

  @Test func `takes files from many tasks at once and gives the same manifest in any order`()
    async throws
  {
    var manifests: Set<[UInt8]> = []
    for order in [Array(0..<200), Array((0..<200).reversed())] {
      let staging = try Staging.begin(at: out)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in order {
          group.addTask {
            try await staging.write(path("d\(number % 7)/f\(number)"), bytes("\(number)"))
          }
        }
        try await group.waitForAll()
      }
      try await staging.commit()
      #expect(try Golden.files(in: folder.at("out")).count == 201)
      manifests.insert(try folder.read("out/manifest-sha256.txt"))
    }
    #expect(manifests.count == 1)
  }

  @Test func `refuses a file written twice, and then to commit only half of what was begun`()
    async throws
  {
    let staging = try Staging.begin(at: out)
    try await staging.write(path("a"), bytes("one"))
    await #expect(throws: OutputError(resolved("out/a"), .writtenTwice)) {
      try await staging.write(path("a"), bytes("two"))
    }
    // The file is in the way of the folder, so the second file fails.
    await #expect(throws: OutputError(resolved("out/a/b"), .system(.createFolder, EEXIST))) {
      try await staging.write(path("a/b"), bytes("two"))
    }
    await #expect(throws: OutputError(resolved("out/a/b"), .incomplete)) {
      try await staging.commit()
    }
    #expect(try names(in: folder.path) == [])
    await #expect(throws: OutputError(resolved("out/c"), .finished)) {
      try await staging.write(path("c"), bytes("three"))
    }
  }

  @Test func `lists the files of sealed folders among all others, in the order of bytes`()
    async throws
  {
    let staging = try Staging.begin(at: out)
    for name in ["b/z", "b/a", "a", "c", "b-c/x", "b.d"] {
      try await staging.write(path(name), bytes(name))
    }
    try await staging.seal(path("b"))
    try await staging.seal(path("b-c"))
    let names = [
      "a", "b-c/manifest-sha256.txt", "b-c/x", "b.d", "b/a", "b/manifest-sha256.txt", "b/z", "c",
    ]
    #expect(await staging.files.map(\.path.description) == names)
    let committed = try await staging.commit()
    #expect(committed.fileCount == 9)
    let manifest = try #require(Manifest(bytes: folder.read("out/manifest-sha256.txt")))
    #expect(manifest.entries.map(\.path.description) == names)
    #expect(manifest.bytes == (try folder.read("out/manifest-sha256.txt")))
    for entry in manifest.entries {
      #expect(Digest.sha256Hex(try folder.read("out/\(entry.path)")) == entry.digest)
    }
  }

  @Test func `writes a file in pieces, and anew where it is asked to`() async throws {
    let staging = try Staging.begin(at: out)
    let count = try await staging.write(path("d/a")) { file in
      try file.append(bytes("wrong and longer")[...])
      try file.restart()
      try file.append(bytes("one ")[...])
      try file.append(bytes("two")[...])
      return 2
    }
    try await staging.commit()
    #expect(count == 2)
    #expect(try folder.read("out/d/a") == bytes("one two"))
    let manifest = try #require(Manifest(bytes: folder.read("out/manifest-sha256.txt")))
    #expect(manifest.digest(of: try path("d/a")) == Digest.sha256Hex(bytes("one two")))
  }

  @Test func `does not commit a file whose pieces ended with an error`() async throws {
    struct Failure: Error {}
    let staging = try Staging.begin(at: out)
    await #expect(throws: Failure.self) {
      try await staging.write(path("a")) { file in
        try file.append(bytes("one")[...])
        throw Failure()
      }
    }
    await #expect(throws: OutputError(resolved("out/a"), .incomplete)) {
      try await staging.commit()
    }
  }

  @Test func `refuses a file below a folder that was sealed`() async throws {
    let staging = try Staging.begin(at: out)
    try await staging.write(path("p/a"), bytes("one"))
    try await staging.seal(path("p"))
    await #expect(throws: OutputError(resolved("out/p/b"), .writtenTwice)) {
      try await staging.write(path("p/b"), bytes("two"))
    }
  }

  @Test func `writes no manifest of its own where the caller has written another`() async throws {
    let staging = try Staging.begin(at: out, replacing: .nothing)
    try await staging.write(path("manifest-sha256.txt"), bytes("own\n"))
    let committed = try await staging.commit(withManifest: false)
    #expect(committed.manifestDigest == nil)
    #expect(try folder.read("out/manifest-sha256.txt") == bytes("own\n"))
  }

  @Test func `creates the folders above the place and takes a slash at the end`() async throws {
    let staging = try Staging.begin(at: folder.at("x/y/out").path + "/")
    try await staging.write(path("a"), bytes("one"))
    try await staging.commit()
    #expect(try folder.read("x/y/out/a") == bytes("one"))
  }

  private func resolved(_ relative: String) -> String { "\(folder.path)/\(relative)" }

  @discardableResult
  private func build(_ files: [String: String]) async throws -> Staging.Committed {
    let staging = try Staging.begin(at: out)
    for (name, text) in files { try await staging.write(path(name), bytes(text)) }
    return try await staging.commit()
  }
}

func path(_ text: String) throws -> SafePath { try #require(SafePath(text)) }
func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
func names(in folder: String) throws -> [String] {
  try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
}
