import Testing

@testable import XMLTools

private let bound = 1 << 20

private func complaints(_ text: String, bound: Int = bound) -> [XMLComplaint] {
  XMLDocument.complaints(about: Array(text.utf8), maximumBytes: bound)
}

@Suite struct XMLDocumentTests {
  @Test func `accepts a well-formed text`() {
    #expect(complaints("<a><b x=\"1\">商圈&#160;</b></a>").isEmpty)
  }

  @Test func `names the line and column of a wrong end tag`() throws {
    let found = try #require(complaints("<a>\n  <b>\n</a>").first)
    #expect(found.line == 3)
    #expect(found.column > 0)
    #expect(found.message.contains("mismatch"))
  }

  @Test(arguments: [
    "", " ", "text", "<a>", "<a/><b/>", "<a>&nbsp;</a>", "<a x=1/>", "<a>\u{1}</a>",
  ])
  func `complains about a text that is not well-formed`(text: String) {
    #expect(!complaints(text).isEmpty)
  }

  @Test(arguments: [
    "<!DOCTYPE html>\n<a/>",
    "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>",
    "<!DOCTYPE a [<!ENTITY x \"xx\"><!ENTITY y \"&x;&x;\">]><a>&y;</a>",
  ])
  func `refuses a document type before it is read`(text: String) throws {
    let found = try #require(complaints(text).first)
    #expect(found.line == 1)
    #expect(found.message.contains("document type"))
  }

  @Test(arguments: [
    ("<!DOCTYPE html>\n<html/>", true), ("<!DOCTYPE a>\n<html/>", false),
    ("<!DOCTYPE html SYSTEM 'about:legacy-compat'>\n<html/>", false),
    ("<!DOCTYPE html [<!ENTITY x 'y'>]>\n<html/>", false),
  ])
  func `allows the bare document type of HTML where the caller does`(text: String, isFine: Bool) {
    let found = XMLDocument.complaints(
      about: Array(text.utf8), maximumBytes: bound, allowing: .html)
    #expect(found.isEmpty == isFine)
  }

  @Test func `refuses a text above the caller's bound`() {
    #expect(complaints("<a/>", bound: 4).isEmpty)
    #expect(complaints("<a />", bound: 4).map(\.message) == ["5 bytes; expected at most 4"])
  }

  @Test func `refuses depth beyond libxml2's own limit`() {
    let deep =
      String(repeating: "<a>", count: 100_000) + String(repeating: "</a>", count: 100_000)
    #expect(!complaints(deep).isEmpty)
  }

  @Test func `gives canonical XML with sorted attributes and without comments`() throws {
    let text = "<?xml version=\"1.0\"?>\n<a  z='1' b=\"2\"><!-- c --><e/>&#13;<![CDATA[<]]></a>\n"
    let document = try XMLDocument(parsing: Array(text.utf8), maximumBytes: bound)
    let plain = try document.canonical()
    let commented = try document.canonical(withComments: true)
    #expect(plain == Array("<a b=\"2\" z=\"1\"><e></e>&#xD;&lt;</a>".utf8))
    #expect(commented == Array("<a b=\"2\" z=\"1\"><!-- c --><e></e>&#xD;&lt;</a>".utf8))
  }

  @Test func `keeps the complaints of 200 concurrent parses apart`() async {
    let lines = await withTaskGroup(of: (Int, [Int]).self) { group in
      for number in 0..<200 {
        group.addTask {
          let text = "<a>" + String(repeating: "\n", count: number) + "</b>"
          return (number, complaints(text).map(\.line))
        }
      }
      var lines: [Int: [Int]] = [:]
      for await (number, found) in group { lines[number] = found }
      return lines
    }
    for number in 0..<200 {
      #expect(lines[number]?.isEmpty == false)
      #expect(lines[number]?.allSatisfy { $0 == number + 1 } == true)
    }
  }
}
