package import ReviewModel
internal import XMLTools

/// A file of a packet or of the season's output.
package struct DocumentFile: Sendable, Equatable {
  /// Inside the packet's folder, or the output folder for the season's.
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// Makes documents from packets, by templates that were checked before the first one is made.
package struct DocumentRenderer: Sendable {
  package let options: DocumentOptions
  private let styles: StyleSheets
  let check: DocumentCheck
  let cover: Template<CoverView>
  let workProgress: Template<WorkProgressView>
  let serviceSchedule: Template<ServiceScheduleView>
  let storeRoster: Template<StoreRosterView>
  let usage: Template<UsageView>
  let settlement: Template<SettlementView>
  let findings: Template<FindingsView>
  let overview: Template<OverviewView>
  let packetArchive: Template<PacketArchiveView>
  let seasonArchive: Template<SeasonArchiveView>

  /// Every document's template with the view that it is checked against.
  static let roots: [TemplateRoot] = [
    TemplateRoot(DocumentKind.cover.templateName, for: CoverView.self),
    TemplateRoot(DocumentKind.workProgress.templateName, for: WorkProgressView.self),
    TemplateRoot(DocumentKind.serviceSchedule.templateName, for: ServiceScheduleView.self),
    TemplateRoot(DocumentKind.storeRoster.templateName, for: StoreRosterView.self),
    TemplateRoot(DocumentKind.usage.templateName, for: UsageView.self),
    TemplateRoot(DocumentKind.settlement.templateName, for: SettlementView.self),
    TemplateRoot(DocumentKind.findings.templateName, for: FindingsView.self),
    TemplateRoot(DocumentKind.overview.templateName, for: OverviewView.self),
    TemplateRoot(TemplateName.packet, for: PacketArchiveView.self),
    TemplateRoot(TemplateName.season, for: SeasonArchiveView.self),
  ]

  private enum TemplateName {
    static let packet = "packet.xml.mustache"
    static let season = "season.xml.mustache"
    static let schema = "review-packet.xsd"
  }

  /// The mistakes of a set of templates, all together; empty when every document can be made.
  package static func lint(_ templates: TemplateSet) -> [TemplateProblem] {
    TemplateLibrary(sources: templates.sources).lint(roots)
  }

  /// Checks every template against its view.
  ///
  /// Throws `TemplateProblems` for mistakes in templates and `DocumentProblems` for missing or
  /// unusable style sheets and schema.
  package init(templates: TemplateSet, options: DocumentOptions) throws {
    let library = TemplateLibrary(sources: templates.sources)
    do {
      self = try Self(library, templates, options)
    } catch is TemplateProblems {
      // The first template with mistakes is not all that there is to say.
      throw TemplateProblems(problems: library.lint(Self.roots))
    }
  }

  private init(
    _ library: TemplateLibrary, _ templates: TemplateSet, _ options: DocumentOptions
  ) throws {
    self.options = options
    cover = try library.template(DocumentKind.cover.templateName, for: CoverView.self)
    workProgress = try library.template(
      DocumentKind.workProgress.templateName, for: WorkProgressView.self)
    serviceSchedule = try library.template(
      DocumentKind.serviceSchedule.templateName, for: ServiceScheduleView.self)
    storeRoster = try library.template(
      DocumentKind.storeRoster.templateName, for: StoreRosterView.self)
    usage = try library.template(DocumentKind.usage.templateName, for: UsageView.self)
    settlement = try library.template(
      DocumentKind.settlement.templateName, for: SettlementView.self)
    findings = try library.template(DocumentKind.findings.templateName, for: FindingsView.self)
    overview = try library.template(DocumentKind.overview.templateName, for: OverviewView.self)
    packetArchive = try library.template(TemplateName.packet, for: PacketArchiveView.self)
    seasonArchive = try library.template(TemplateName.season, for: SeasonArchiveView.self)
    styles = try StyleSheets(templates)
    check = try DocumentCheck(schema: TemplateName.schema, in: templates)
  }

  func context(of packet: Packet) -> PacketContext {
    PacketContext(packet, options: options, styles: styles)
  }

  func overviewView(of season: SeasonOverview) -> OverviewView {
    OverviewView(season, options: options, styles: styles)
  }

  /// Every file of a packet but its manifest; each was checked, or nothing is returned.
  package func files(of packet: Packet) throws(DocumentProblems) -> [DocumentFile] {
    let (packet, archive) = kept(packet)
    let context = context(of: packet)
    let pages: [(kind: DocumentKind, bytes: [UInt8])] = [
      (.cover, cover.rendered(CoverView(context))),
      (.workProgress, workProgress.rendered(WorkProgressView(context: context))),
      (.serviceSchedule, serviceSchedule.rendered(ServiceScheduleView(context: context))),
      (.storeRoster, storeRoster.rendered(StoreRosterView(context: context))),
      (.usage, usage.rendered(UsageView(context: context))),
      (.settlement, settlement.rendered(SettlementView(context: context))),
      (.findings, findings.rendered(FindingsView(context))),
    ]
    let folder = packet.review.id.folderName
    let published = PublishedFigures(packet.figures)
    let problems =
      pages.flatMap {
        check.problems(of: $0.bytes, $0.kind, in: folder, published, context.figures)
      }
      + archive.problems
    guard problems.isEmpty else { throw DocumentProblems(problems: problems) }
    return pages.map { DocumentFile(path: $0.kind.fileName, bytes: $0.bytes) } + [
      DocumentFile(path: PacketArchive.fileName, bytes: archive.bytes)
    ] + tables(published, packet.findings)
  }

  /// `packet.xml` alone, as it is archived.
  package func archivedXML(of packet: Packet) throws(DocumentProblems) -> [UInt8] {
    let (_, archive) = kept(packet)
    guard archive.problems.isEmpty else { throw DocumentProblems(problems: archive.problems) }
    return archive.bytes
  }

  /// The packet as its archive keeps it, which is what all of its files are made from.
  ///
  /// XML can't hold control characters: U+FFFD stands for them. A document that counts, cuts or masks
  /// characters must do it with that, or it could not be made again from the archive.
  private func kept(_ packet: Packet) -> (packet: Packet, archive: DocumentCheck.ArchivedXML) {
    let archive = archive(of: packet)
    let replacement = Array("\u{FFFD}".utf8)
    guard archive.bytes.firstPlace(of: replacement) != nil,
      let kept = try? PacketXMLReader.packet(in: archive.bytes)
    else { return (packet, archive) }
    return (kept, self.archive(of: kept))
  }

  private func archive(of packet: Packet) -> DocumentCheck.ArchivedXML {
    check.archived(
      packetArchive.rendered(PacketArchiveView(packet: packet, options: options)),
      packet.review.id.folderName + "/" + PacketArchive.fileName, template: TemplateName.packet)
  }

  /// `season.xml` alone, as it is archived.
  package func archivedXML(of season: SeasonOverview) throws(DocumentProblems) -> [UInt8] {
    let archive = archive(of: season)
    guard archive.problems.isEmpty else { throw DocumentProblems(problems: archive.problems) }
    return archive.bytes
  }

  func archive(of season: SeasonOverview) -> DocumentCheck.ArchivedXML {
    check.archived(
      seasonArchive.rendered(SeasonArchiveView(overview: season, options: options)),
      SeasonArchiveView.fileName, template: TemplateName.season)
  }

  private func tables(_ published: PublishedFigures, _ findings: [Finding]) -> [DocumentFile] {
    [
      DocumentFile(path: "figures.csv", bytes: published.table.bytes),
      DocumentFile(path: "findings.csv", bytes: FindingTable.bytes(of: findings, options: options)),
    ]
  }
}

extension StyleSheets {
  fileprivate init(_ templates: TemplateSet) throws(DocumentProblems) {
    screen = try Self.text("screen.css", in: templates)
    print = try Self.text("print.css", in: templates)
  }

  private static func text(
    _ name: String, in templates: TemplateSet
  ) throws(DocumentProblems) -> String {
    guard let bytes = templates[name] else {
      throw DocumentProblems(problems: [.missingFile(name: name)])
    }
    // Inside a page the mark that some editors put first is no mark, but a part of the first rule.
    let mark = [0xEF, 0xBB, 0xBF] as [UInt8]
    let rules = bytes.starts(with: mark) ? bytes[mark.count...] : bytes[...]
    guard let text = String(validating: rules, as: UTF8.self) else {
      throw DocumentProblems(problems: [.notUTF8(name: name)])
    }
    return text
  }
}
