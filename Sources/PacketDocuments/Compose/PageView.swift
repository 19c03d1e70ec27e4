internal import ReviewModel

/// The style sheets that every page carries inside itself.
struct StyleSheets: Sendable {
  let screen: String
  let print: String
}

/// What the frames of all pages of a packet, or of the overview, have in common.
final class PageFrame: Sendable {
  let provenance: Provenance
  let approval: Approval?
  let isDraft: Bool
  let styles: StyleSheets
  let format: FigureText

  init(
    provenance: Provenance, approval: Approval?, isDraft: Bool, styles: StyleSheets,
    format: FigureText
  ) {
    self.provenance = provenance
    self.approval = approval
    self.isDraft = isDraft
    self.styles = styles
    self.format = format
  }
}

/// What the frame of every page shows: programme, document, subject, day, draft mark, links.
struct PageView: TemplateView {
  let kind: DocumentKind
  let frame: PageFrame

  static let fields: [ViewField<PageView>] = [
    .text("lang") { $0.pointee.frame.format.language == .zhHant ? "zh-Hant-TW" : "en" },
    .markup("screenStyle") { $0.pointee.frame.styles.screen },
    .markup("printStyle") { $0.pointee.frame.styles.print },
    .text("kind") { $0.pointee.kind.rawValue },
    .text("title") { $0.pointee.title(of: $0.pointee.kind) },
    .text("programmeTitle") { $0.pointee.frame.provenance.programme.title },
    .written("year") { $1.digits($0.pointee.frame.provenance.programme.year) },
    .text("phase") {
      CodeWords.word($0.pointee.frame.provenance.phase)[$0.pointee.frame.format.language]
    },
    .flag("isMidterm") { $0.pointee.frame.provenance.phase == .midterm },
    .flag("isTrial") { $0.pointee.frame.provenance.phase == .midterm && $0.pointee.kind.hasMoney },
    .flag("isFinal") { $0.pointee.frame.provenance.phase == .final },
    .written("asOf") { $1.date($0.pointee.frame.provenance.asOf, $0.pointee.frame.format) },
    .written("lastDay") { $1.date($0.pointee.frame.provenance.lastDay, $0.pointee.frame.format) },
    .text("program") { $0.pointee.frame.provenance.program },
    .text("ruleSet") { $0.pointee.frame.provenance.ruleSet },
    .text("templates") { $0.pointee.frame.provenance.templates },
    .flag("isDraft") { $0.pointee.frame.isDraft },
    .optional("contract") { $0.pointee.frame.approval.map { ContractHeadView(approval: $0) } },
    .list("parts") { $0.pointee.parts },
  ]

  private var parts: [PartView] {
    guard frame.approval != nil else { return [] }
    return DocumentKind.ofPacket.map { part in
      PartView(title: title(of: part), href: part.fileName, isCurrent: part == kind)
    }
  }

  private func title(of kind: DocumentKind) -> String {
    kind.title(frame.provenance.phase)[frame.format.language]
  }
}

/// A link to a part of the packet.
struct PartView: TemplateView {
  let title: String
  let href: String
  let isCurrent: Bool

  static let fields: [ViewField<PartView>] = [
    .text("title") { $0.pointee.title },
    .text("href") { $0.pointee.href },
    .flag("isCurrent") { $0.pointee.isCurrent },
  ]
}

/// Who a contract is between.
struct ContractHeadView: TemplateView {
  let approval: Approval

  static let fields: [ViewField<ContractHeadView>] = [
    .text("id") { $0.pointee.approval.contract.text },
    .text("folder") { $0.pointee.approval.contract.folderName },
    .text("districtID") { $0.pointee.approval.contract.district.text },
    .text("districtName") { $0.pointee.approval.districtName },
    .text("districtOrg") { $0.pointee.approval.districtOrg },
    .text("county") { $0.pointee.approval.county },
    .text("vendorID") { $0.pointee.approval.contract.vendor.digits },
    .text("vendorName") { $0.pointee.approval.vendorName },
  ]
}

/// An input file with its digest and its rows, each accounted for.
struct FileView: TemplateView {
  let file: InputFile
  let format: FigureText

  static let fields: [ViewField<FileView>] = [
    .text("path") { $0.pointee.file.path },
    .text("kind") { CodeWords.word($0.pointee.file.kind)[$0.pointee.format.language] },
    .text("sha256") { $0.pointee.file.sha256 },
    .written("bytes") { $1.number($0.pointee.file.byteCount) },
    .text("encoding") { $0.pointee.file.encoding?.rawValue ?? FigureText.none },
    .written("read") { $1.number($0.pointee.file.rows.read) },
    .written("counted") { $1.number($0.pointee.file.rows.counted) },
    .written("skipped") { $1.number($0.pointee.file.rows.skipped) },
    .written("notCounted") { $1.number($0.pointee.file.rows.notCounted) },
  ]
}
