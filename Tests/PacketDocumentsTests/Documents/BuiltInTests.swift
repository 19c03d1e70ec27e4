import Foundation
import ReviewModel
import Testing
import XMLTools

@testable import PacketDocuments

struct BuiltInTests {
  private var folder: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Templates")
  }

  @Test func `holds the same bytes as the templates folder`() throws {
    var found: [String: [UInt8]] = [:]
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    for name in names where [".mustache", ".css", ".xsd"].contains(where: name.hasSuffix) {
      found[name] = [UInt8](try Data(contentsOf: folder.appending(path: name)))
    }
    #expect(found.keys.sorted() == TemplateSet.builtIn.files.map(\.name).sorted())
    for file in TemplateSet.builtIn.files {
      #expect(found[file.name] == file.bytes, "run Scripts/embed-templates: \(file.name) differs")
    }
  }

  @Test func `checks the built-in templates against their views`() {
    #expect(DocumentRenderer.lint(.builtIn).map(\.en) == [])
  }

  @Test func `names a misspelt name before anything is rendered`() {
    let templates = TemplateSet.builtIn.replacing(
      "settlement.html.mustache", "{{#isTrail}}", "{{/isTrail}}")
    let problems = #expect(throws: TemplateProblems.self) {
      try DocumentRenderer(templates: templates, options: DocumentOptions())
    }
    #expect(problems?.problems.first?.en.hasPrefix("settlement.html.mustache:1:1: ") == true)
  }

  @Test func `names a style sheet that is missing`() {
    let templates = TemplateSet(files: TemplateSet.builtIn.files.filter { $0.name != "print.css" })
    let problems = #expect(throws: DocumentProblems.self) {
      try DocumentRenderer(templates: templates, options: DocumentOptions())
    }
    #expect(problems?.problems == [.missingFile(name: "print.css")])
  }

  @Test func `lists every code in the schema`() throws {
    let schema = String(
      decoding: try #require(TemplateSet.builtIn["review-packet.xsd"]), as: UTF8.self)
    func values(_ type: String) -> [String] {
      let start = schema.range(of: "simpleType name=\"\(type)\"")?.upperBound ?? schema.endIndex
      let end = schema.range(of: "</xs:simpleType>", range: start..<schema.endIndex)?.lowerBound
      return schema[start..<(end ?? schema.endIndex)].split(separator: "enumeration value=\"")
        .dropFirst().compactMap { $0.split(separator: "\"").first.map(String.init) }
    }
    var figures: [String] = []
    for name in FigureCode.allCases.map(\.name) where !figures.contains(name) {
      figures.append(name)
    }
    #expect(values("figure-code") == figures)
    #expect(values("finding-code") == FindingCode.allCases.map(\.rawValue))
    #expect(values("clause") == Clause.allCases.map(\.rawValue))
    #expect(values("status") == StoreStatus.allCases.map(\.rawValue))
    #expect(values("severity") == Severity.allCases.map(\.rawValue))
    #expect(values("effect") == Effect.allCases.map(\.rawValue))
    #expect(values("owner") == Owner.allCases.map(\.rawValue))
    #expect(values("unit") == FigureUnit.allCases.map(\.rawValue))
    #expect(values("scope") == FigureScope.allCases.map(\.rawValue))
    #expect(values("ruling-kind") == RulingKind.allCases.map(\.rawValue))
    #expect(values("file-kind") == InputFile.Kind.allCases.map(\.rawValue))
  }

  @Test func `gives different canonical bytes to different sets`() {
    let one = TemplateSet(files: [("a", [1, 2]), ("b", [])])
    let other = TemplateSet(files: [("a", [1]), ("b", [2])])
    #expect(one.canonicalBytes != other.canonicalBytes)
    #expect(one.canonicalBytes == TemplateSet(files: [("b", []), ("a", [1, 2])]).canonicalBytes)
  }
}

extension TemplateSet {
  /// The same set with one file of these lines.
  func replacing(_ name: String, _ lines: String...) -> TemplateSet {
    TemplateSet(files: files + [(name: name, bytes: Array(lines.joined(separator: "\n").utf8))])
  }

  /// The same set with a text of one file replaced.
  func changing(_ name: String, _ old: String, to new: String) -> TemplateSet {
    let text = String(decoding: self[name] ?? [], as: UTF8.self)
    return replacing(name, text.replacingOccurrences(of: old, with: new))
  }
}
