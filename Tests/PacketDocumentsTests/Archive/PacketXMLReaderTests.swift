import Foundation
import ReviewModel
import TestSupport
import Testing

@testable import PacketDocuments

struct PacketXMLReaderTests {
  private func archive(_ packet: Packet, _ options: DocumentOptions) throws -> [UInt8] {
    try DocumentRenderer(templates: .builtIn, options: options).archivedXML(of: packet)
  }

  /// Every file of a packet, made from the value and from what its archive gave.
  private func expectRoundTrip(
    _ sample: SamplePacket, _ options: DocumentOptions, _ comment: Comment
  ) throws {
    let renderer = try DocumentRenderer(templates: .builtIn, options: options)
    let files = try renderer.files(of: sample.packet)
    let archive = try #require(files.first { $0.path == "packet.xml" }, comment)
    let read = try PacketXMLReader(program: "1.0.0").read(archive.bytes)
    #expect(read.options == options, comment)
    for (one, two) in zip(files, try renderer.files(of: read.packet)) {
      #expect(one == two, "\(comment): \(one.path)")
    }
  }

  @Test(arguments: 1...100)
  func `gives every file of a generated packet again, byte for byte`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let sample = SamplePacket.generated(using: &random)
    let options = DocumentOptions(
      language: Language.allCases.randomElement(using: &random) ?? .en,
      contacts: ContactDisplay.allCases.randomElement(using: &random) ?? .full)
    try expectRoundTrip(sample, options, "seed \(seed)")
  }

  @Test(arguments: [Phase.midterm, .final], [Assessment.monthlyAverage, .everyWeek])
  func `gives the values that the packet has`(phase: Phase, assessment: Assessment) throws {
    let packet = SamplePacket(phase: phase, assessment: assessment).packet
    let read = try PacketXMLReader(program: "1.0.0").read(archive(packet, DocumentOptions())).packet
    #expect(read.figures == packet.figures)
    #expect(read.findings == packet.findings)
    #expect(read.provenance == packet.provenance)
    #expect(read.district == packet.district)
    #expect(read.review.counts == packet.review.counts)
    #expect(read.review.settlement == packet.review.settlement)
    #expect(read.review.stores.map(\.service) == packet.review.stores.map(\.service))
    #expect(read.review.stores.map(\.status) == packet.review.stores.map(\.status))
    #expect(read.review.totalUses == packet.review.totalUses)
  }

  private func faults(
    replacing old: String, with new: String, program: String = "1.0.0"
  ) throws -> [PacketArchiveError.Fault] {
    let text = String(
      decoding: try archive(SamplePacket().packet, DocumentOptions()), as: UTF8.self)
    try #require(text.contains(old))
    do {
      _ = try PacketXMLReader(program: program).read(
        Array(text.replacingOccurrences(of: old, with: new).utf8))
      return []
    } catch let error as PacketArchiveError {
      return error.faults
    }
  }

  @Test(arguments: [
    // No digits, an unknown code, a second root, a cell's row 0.
    ("approved-stores=\"6\"", "approved-stores=\"six\""), ("verdict=\"fail\"", "verdict=\"maybe\""),
    ("</packet>", "</packet><packet/>"), ("line=\"2\"", "line=\"0\""),
    // Numbers that the schema lets pass, but no packet can have.
    ("fee-cap=\"30000\"", "fee-cap=\"" + String(repeating: "9", count: 31) + "\""),
    ("approved-stores=\"6\"", "approved-stores=\"9999999999999999\""),
    ("approved-stores=\"6\"", "approved-stores=\"+6\""),
    // No thresholds, a day outside the years of settings, no such day.
    ("weekly-thresholds=\"5 10 15 20\"", "weekly-thresholds=\"\""),
    (" midterm-as-of=\"2021-08-31\"", " midterm-as-of=\"0001-01-01\""),
    ("as-of=\"2021-08-31\"", "as-of=\"2021-02-30\""),
    // References to nothing: a file, a store, a figure.
    ("file=\"solutions.csv\"", "file=\"other.csv\""),
    ("store=\"S001\"></from-usage>", "store=\"S999\"></from-usage>"),
    ("<from-figure code=\"shortfall-stores\"", "<from-figure code=\"contracts\""),
  ])
  func `refuses what no packet holds, with its line`(old: String, new: String) throws {
    let found = try faults(replacing: old, with: new)
    #expect(found.contains { $0.line > 0 }, "\(found)")
  }

  @Test func `says that a packet comes from a later version`() throws {
    let other = try faults(
      replacing: "urn:review-packet:packet:1", with: "urn:review-packet:packet:2")
    #expect(other.first?.text.en.contains("use a later review-packet") == true, "\(other)")
    let minor = try faults(replacing: "version=\"1.0\">\n", with: "version=\"1.7\">\n")
    #expect(minor.first?.text.zh.contains("請改用較新版本的 review-packet") == true, "\(minor)")
  }

  @Test(arguments: [
    "", "no XML", "<packet/>", "<season xmlns=\"urn:review-packet:packet:1\"/>",
    "<!DOCTYPE packet [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><packet>&x;</packet>",
    "<!DOCTYPE a [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><a>&b;</a>",
    String(repeating: "<a>", count: 100_000), "<a b=\"" + String(repeating: "x", count: 100_000),
  ])
  func `refuses other texts with a reason`(text: String) throws {
    let error = #expect(throws: PacketArchiveError.self) {
      _ = try PacketXMLReader(program: "1.0.0").read(Array(text.utf8))
    }
    #expect(error?.faults.isEmpty == false)
  }

  @Test func `refuses more tags than a packet can have before it builds a tree of them`() throws {
    let many =
      "<packet xmlns=\"urn:review-packet:packet:1\">"
      + String(repeating: "<a/>", count: 12_000_001) + "</packet>"
    let error = #expect(throws: PacketArchiveError.self) {
      _ = try PacketXMLReader(program: "1.0.0").read(Array(many.utf8))
    }
    #expect(error?.faults.first?.text.en.contains("expected at most 12000000") == true)
  }

  @Test func `compares versions by their numbers`() {
    #expect(PacketXMLReader.isLater("1.10", "1.9"))
    #expect(PacketXMLReader.isLater("2", "1.9.9"))
    #expect(!PacketXMLReader.isLater("1.0", "1.0.0"))
    #expect(!PacketXMLReader.isLater("1.0.0", "1.0.1"))
  }
}

extension SamplePacket {
  /// Pieces of texts that are hard to keep: markup, white space, controls, marks, planes.
  private static let pieces = [
    "商店", "a", " ", "  ", "\t", "\n", "\r", "\r\n", "\"", "'", "&", "<", ">", "]]>", "<!--",
    "&#10;",
    "=1+1", "\u{301}", "\u{202E}", "\u{0}", "\u{1}", "\u{7F}", "\u{85}", "\u{FEFF}", "\u{1F600}",
    "，", "{{name}}", "é", "e\u{301}",
    // Scalars that are no characters.
    String(decoding: [0xEF, 0xBF, 0xBE], as: UTF8.self),
    String(decoding: [0xEF, 0xB7, 0x90], as: UTF8.self),
    String(decoding: [0xF4, 0x8F, 0xBF, 0xBF], as: UTF8.self),
  ]

  static func generated(using random: inout SeededGenerator) -> SamplePacket {
    func text(_ most: Int, _ random: inout SeededGenerator) -> String {
      (0..<Int.random(in: 0...most, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
    }
    func bilingual(_ random: inout SeededGenerator) -> Bilingual {
      Bilingual(zh: text(4, &random), en: text(4, &random))
    }
    func number(_ most: Int, _ random: inout SeededGenerator) -> Int {
      Int.random(in: 1...most, using: &random)
    }
    var sample = SamplePacket(
      phase: Phase.allCases.randomElement(using: &random) ?? .final,
      assessment: Assessment.allCases.randomElement(using: &random) ?? .everyWeek,
      verdict: ContractVerdict.allCases.randomElement(using: &random) ?? .pass)
    if Bool.random(using: &random) { sample.hostileText = "x" + text(9, &random) }
    sample.moreStores = Int.random(in: 0...9, using: &random)
    for _ in 0..<number(20, &random) {
      let (line, column) = (number(9_000, &random), number(60, &random))
      let places: [Place?] = [
        nil, Place(file: "x" + text(3, &random)), Place(file: "usage/a.csv", line: line),
        Place(file: "usage/a.csv", line: line, column: column, row: line),
      ]
      sample.extraFindings.append(
        Finding(
          FindingCode.allCases.randomElement(using: &random) ?? .IN001,
          at: places.randomElement(using: &random) ?? nil,
          contract: Bool.random(using: &random) ? sample.contract : nil,
          store: Bool.random(using: &random) ? StoreID("S001") : nil,
          field: Bool.random(using: &random)
            ? Field(title: text(3, &random), key: "k" + text(2, &random)) : nil,
          value: Bool.random(using: &random) ? text(5, &random) : nil,
          expected: Bool.random(using: &random) ? bilingual(&random) : nil,
          difference: Bool.random(using: &random) ? text(2, &random) : nil,
          other: places.randomElement(using: &random) ?? nil,
          rows: Bool.random(using: &random) ? number(9_000, &random) : nil,
          detail: Bool.random(using: &random) ? bilingual(&random) : nil))
    }
    return sample
  }
}
