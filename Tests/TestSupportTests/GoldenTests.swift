import Foundation
import TestSupport
import Testing

@Suite struct GoldenTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("a.txt", Array("one\ntwo\n".utf8))
    try folder.write("sub/b.txt", Array("same".utf8))
  }

  @Test func `finds nothing where all bytes agree`() throws {
    let files = try Golden.files(in: folder.url)
    #expect(files.keys.sorted() == ["a.txt", "sub/b.txt"])
    #expect(try Golden.difference(of: files, from: folder.url, environment: [:]) == nil)
    #expect(
      try Golden.difference(ofFolder: folder.url, from: folder.url, environment: [:]) == nil)
  }

  @Test func `names the file, the line and the byte of the first difference`() throws {
    let report = try #require(
      try Golden.difference(
        of: ["a.txt": Array("one\ntwo\r\n".utf8), "c.txt": []], from: folder.url, environment: [:]))
    #expect(
      report == """
        differs from \(folder.path):
        a.txt:2:4: (bytes 9, expected 8)
          expected: two
          actual:   two\\u{d}
        c.txt: not expected
        sub/b.txt: missing
        """)
  }

  @Test func `tells composed from decomposed letters`() throws {
    try folder.write("a.txt", Array("é".utf8))
    let report = try Golden.difference(
      of: ["a.txt": Array("e\u{301}".utf8), "sub/b.txt": Array("same".utf8)], from: folder.url,
      environment: [:])
    #expect(report?.contains("actual:   e\\u{301}") == true)
  }

  @Test func `rewrites the expected files only when told, and fails nevertheless`() throws {
    let files = ["a.txt": Array("new\n".utf8), "x/c.txt": Array("more".utf8)]
    let update = [Golden.updateVariable: "1"]
    let report = try Golden.difference(of: files, from: folder.url, environment: update)
    #expect(report?.contains("3 files differed") == true)
    #expect(try Golden.files(in: folder.url) == files)
    #expect(try Golden.difference(of: files, from: folder.url, environment: update) != nil)
    #expect(try Golden.difference(of: files, from: folder.url, environment: [:]) == nil)
  }
}
