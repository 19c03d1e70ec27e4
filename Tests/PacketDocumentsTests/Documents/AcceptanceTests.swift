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
        let isSame = certainMarks(in: page) == FigureMark.marks(in: page)
        #expect(isSame)
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
      guard let marks = certainMarks(in: page) else { continue }
      let found = XMLDocument.complaints(about: page, maximumBytes: 1 << 26, allowing: .html)
      #expect(found.isEmpty, "seed \(seed)")
      #expect(marks == FigureMark.marks(in: page), "seed \(seed)")
    }
  }

  @Test func `finds no fault less than the figures themselves do`() throws {
    let sample = SamplePacket()
    let renderer = try DocumentRenderer(templates: .builtIn, options: DocumentOptions())
    let published = PublishedFigures(sample.packet.figures)
    let figures = renderer.context(of: sample.packet).figures
    let pages = try renderer.files(of: sample.packet)
    for kind in DocumentKind.ofPacket {
      let page = try #require(pages.first { $0.path == kind.fileName }).bytes
      let owed = FigureCode.allCases.map { kind.owedFigures.contains($0) }
      var (right, wrong) = (0, 0)
      for seed in 0..<UInt64(60) {
        var generator = SeededGenerator(seed: seed)
        let text = seed == 0 ? page : mutatedMarks(page, using: &generator)
        let values = XMLWellFormedness.values(
          of: PublishedFigures.attributes, in: text, allowing: .html)
        guard let values else { continue }
        if published.agree(with: text, values, owed: owed) {
          right += 1
          #expect(renderer.check.figureFaults(of: text, kind, figures).isEmpty, "seed \(seed)")
        } else {
          wrong += 1
        }
      }
      #expect(right > 0 && (wrong > 20 || kind == .findings))
    }
  }

  /// A page in which a byte of a mark is another one, or a mark is that of another figure.
  private func mutatedMarks(_ page: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
    var page = page
    let values =
      XMLWellFormedness.values(of: PublishedFigures.attributes, in: page, allowing: .html) ?? []
    let places = values.filter { !$0.isEmpty }
    guard let one = places.randomElement(using: &generator),
      let other = places.randomElement(using: &generator)
    else { return page }
    if Bool.random(using: &generator) {
      page[one.lowerBound] = UInt8.random(in: 0x30...0x7A, using: &generator)
    } else {
      page.replaceSubrange(one, with: Array(page[other]))
    }
    return page
  }

  /// The marks as the scan finds them; nil where the page is not certain.
  private func certainMarks(in page: [UInt8]) -> [FigureMark]? {
    let values = XMLWellFormedness.values(
      of: PublishedFigures.attributes, in: page, allowing: .html)
    guard let values else {
      #expect(!XMLWellFormedness.isCertain(of: page, allowing: .html))
      return nil
    }
    return stride(from: 0, to: values.count, by: PublishedFigures.attributes.count).map { first in
      // References are resolved as the reader of marks does it.
      let texts = values[first..<first + 5].map { place in
        let tag = Array("<a data-figure=\"".utf8) + Array(page[place]) + Array("\"/>".utf8)
        return FigureMark.marks(in: tag).first?.code ?? ""
      }
      return FigureMark(
        scope: texts[1], code: texts[0], subject: texts[2], period: texts[3], value: texts[4])
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
