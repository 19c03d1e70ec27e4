import Foundation
import Testing
import Yams

@testable import PacketDocuments

/// The Mustache specification's own cases, read from a folder beside the package.
@Suite struct MustacheSpecTests {
  @Test func `says where the specification is looked for`() {
    let folder = MustacheCase.folder.path
    print(MustacheCase.all.isEmpty ? "skipped: no \(folder)" : "\(MustacheCase.all.count) cases")
  }

  @Test(.enabled(if: !MustacheCase.all.isEmpty), arguments: MustacheCase.all)
  func `renders as the specification says`(example: MustacheCase) throws {
    let output = try example.rendered(isStrict: false)
    #expect(Array(output.utf8) == Array(example.expected.utf8), "\(output.debugDescription)")
  }

  /// Strictness refuses a template or changes nothing: it never renders anything else.
  @Test(.enabled(if: !MustacheCase.all.isEmpty), arguments: MustacheCase.all)
  func `renders the same with strictness or refuses`(example: MustacheCase) throws {
    do {
      let output = try example.rendered(isStrict: true)
      #expect(Array(output.utf8) == Array(example.expected.utf8), "\(output.debugDescription)")
    } catch let refusal as TemplateProblems {
      let others = refusal.problems.filter { !$0.isOfStrictness }
      #expect(!refusal.problems.isEmpty)
      #expect(others.isEmpty, "\(others.map(\.en))")
    }
  }
}

extension TemplateProblem {
  fileprivate var isOfStrictness: Bool {
    switch kind {
    case .unknownName, .unknownTemplate, .unknownBlock, .contentBesideBlocks, .rawOfText,
      .endlessRecursion:
      true
    default: false
    }
  }
}

/// One case of the specification.
struct MustacheCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let sources: [String: [UInt8]]
  let shape: ViewShape
  let value: TemplateValue
  let expected: String

  /// `shared/mustache-spec` beside the package.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../shared/mustache-spec").standardizedFileURL

  static let all: [MustacheCase] = {
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    let specifications = (files ?? []).filter { $0.pathExtension == "yml" }
    return specifications.sorted { $0.path < $1.path }.flatMap { file -> [MustacheCase] in
      guard let text = try? String(contentsOf: file, encoding: .utf8),
        let document = try? Yams.load(yaml: text) as? [String: Any],
        let tests = document["tests"] as? [[String: Any]]
      else { return [] }
      let name = file.deletingPathExtension().lastPathComponent
      return tests.compactMap { MustacheCase($0, group: name) }
    }
  }()

  private init?(_ test: [String: Any], group: String) {
    guard let name = test["name"] as? String, let template = test["template"] as? String,
      let expected = test["expected"] as? String
    else { return nil }
    testDescription = "\(group): \(name)"
    var sources = ["main.html.mustache": Array(template.utf8)]
    for (name, text) in test["partials"] as? [String: String] ?? [:] {
      sources[name] = Array(text.utf8)
    }
    self.sources = sources
    self.expected = expected
    let data = Datum(test["data"] ?? NSNull())
    let inferred = Inferred(of: data)
    shape = inferred.shape
    value = inferred.value(of: data)
  }

  func rendered(isStrict: Bool) throws -> String {
    let library = TemplateLibrary(sources: sources, isStrict: isStrict)
    let program = try library.program("main.html.mustache", for: shape).ofValues
    return String(decoding: program.rendered(value), as: UTF8.self)
  }
}

/// The data of a case, without the types of YAML.
private indirect enum Datum {
  case text(String)
  case flag(Bool)
  case list([Datum])
  case record([String: Datum])

  init(_ any: Any) {
    switch any {
    case let value as Bool: self = .flag(value)
    case let value as String: self = .text(value)
    case let value as [Any]: self = .list(value.map(Datum.init))
    case let value as [AnyHashable: Any]:
      let pairs = value.map { (String(describing: $0.key), Datum($0.value)) }
      self = .record(Dictionary(uniqueKeysWithValues: pairs))
    case is NSNull: self = .text("")
    default: self = .text(String(describing: any))
    }
  }
}

/// A shape that fits some data: what a view type would say before there is a value.
private indirect enum Inferred {
  case text, flag
  case list(Inferred)
  case record(Identity, [(name: String, shape: Inferred)])

  /// Stands for the view type.
  final class Identity: Sendable {}

  init(of datum: Datum) {
    switch datum {
    case .text: self = .text
    case .flag: self = .flag
    case .list(let elements):
      // Elements may have different names; the shape has them all.
      let records = elements.map { element -> [String: Datum] in
        if case .record(let fields) = element { fields } else { [:] }
      }
      let merged: [String: Datum] = records.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
      let isOfRecords = elements.allSatisfy { if case .record = $0 { true } else { false } }
      self = .list(Inferred(of: isOfRecords ? .record(merged) : elements[0]))
    case .record(let fields):
      let sorted = fields.sorted { $0.key < $1.key }
      self = .record(Identity(), sorted.map { ($0.key, Inferred(of: $0.value)) })
    }
  }

  var shape: ViewShape {
    switch self {
    case .text: return .text
    case .flag: return .flag
    case .list(let element): return .list(element.shape)
    case .record(let identity, let fields):
      let shapes = fields.enumerated().map { slot, field in
        FieldShape(
          name: field.name, shape: field.shape.shape, access: .ofValues(slot: slot))
      }
      return .record(
        RecordShape(id: ObjectIdentifier(identity), name: "Mapping") {
          withExtendedLifetime(identity) { shapes }
        })
    }
  }

  func value(of datum: Datum) -> TemplateValue {
    switch (self, datum) {
    case (_, .text(let text)): return .text(text)
    case (_, .flag(let holds)): return .flag(holds)
    case (.list(let element), .list(let data)):
      return .list(data.map { element.value(of: $0) })
    case (.record(_, let fields), .record(let data)):
      let values = fields.map { field in
        data[field.name].map { field.shape.value(of: $0) } ?? .absent
      }
      return .record(values)
    default: return .absent
    }
  }
}
