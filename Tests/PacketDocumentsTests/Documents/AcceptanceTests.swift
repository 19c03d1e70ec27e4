import ReviewModel
import TestSupport
import Testing
import XMLTools

@testable import PacketDocuments

/// What the program itself says of documents before libxml2 is asked.
@Suite struct AcceptanceTests {
  private struct Rendered {
    let pages: [[UInt8]]
    let archives: [[UInt8]]
  }

  private let acceptor: XMLAcceptor
  private let schema: XMLSchema

  init() throws {
    let source = try #require(TemplateSet.builtIn["review-packet.xsd"])
    acceptor = try #require(XMLAcceptor(source: source))
    schema = try XMLSchema(source: source)
  }

  private func rendered(_ sample: SamplePacket, _ options: DocumentOptions) throws -> Rendered {
    let renderer = try DocumentRenderer(templates: .builtIn, options: options)
    let files =
      try renderer.files(of: sample.packet) + renderer.wholeFiles(of: sample.overview)
    let packet = PacketArchiveView(packet: sample.packet, options: options)
    let season = SeasonArchiveView(overview: sample.overview, options: options)
    return Rendered(
      pages: files.filter { $0.path.hasSuffix(".html") }.map(\.bytes),
      archives: [renderer.packetArchive.rendered(packet), renderer.seasonArchive.rendered(season)])
  }

  /// The canonical form by libxml2; nil where it or the schema refuses the text.
  private func canonical(_ text: [UInt8]) -> [UInt8]? {
    guard let document = try? XMLDocument(parsing: text, maximumBytes: 1 << 26),
      schema.complaints(about: document).isEmpty
    else { return nil }
    return try? document.canonical()
  }

  @Test(arguments: [Phase.midterm, .final], [Language.zhHant, .en])
  func `every document of ours is certain and as libxml2 has it`(
    phase: Phase, language: Language
  ) throws {
    let hostile = "<&>\"'\u{301}]]>\u{9}\u{202E}商\u{1F3EA}"
    for sample in [SamplePacket(phase: phase), SamplePacket(hostileText: hostile)] {
      let made = try rendered(sample, DocumentOptions(language: language, contacts: .full))
      #expect(made.pages.count == 8)
      for page in made.pages {
        let isCertain = XMLWellFormedness.isCertain(of: page, allowing: .html)
        #expect(isCertain)
      }
      for archive in made.archives {
        // Compared outside of the macro, which would print all bytes.
        let found = acceptor.canonical(of: archive)
        let isSame = found == canonical(archive)
        let isStable = found.map { acceptor.canonical(of: $0) == $0 } ?? false
        #expect(found?.isEmpty == false)
        #expect(isSame && isStable)
      }
    }
  }

  @Test func `is certain of no mutated page that libxml2 refuses`() throws {
    let pages = try rendered(SamplePacket(), DocumentOptions()).pages
    for seed in 0..<UInt64(800) {
      var generator = SeededGenerator(seed: seed)
      let page = mutatedMarkup(pages[Int(seed) % pages.count], using: &generator)
      guard XMLWellFormedness.isCertain(of: page, allowing: .html) else { continue }
      let found = XMLDocument.complaints(about: page, maximumBytes: 1 << 26, allowing: .html)
      #expect(found.isEmpty, "seed \(seed)")
    }
  }

  @Test(arguments: [0, 1])
  func `accepts no mutated archive that the schema refuses`(which: Int) throws {
    let archive = try rendered(SamplePacket(), DocumentOptions()).archives[which]
    var accepted = 0
    for seed in 0..<UInt64(3_000) {
      var generator = SeededGenerator(seed: seed)
      let text = mutatedMarkup(archive, using: &generator)
      guard let found = acceptor.canonical(of: text) else { continue }
      accepted += 1
      let isSame = found == canonical(text)
      #expect(isSame, "seed \(seed)")
    }
    #expect(accepted > 50)
  }
}
