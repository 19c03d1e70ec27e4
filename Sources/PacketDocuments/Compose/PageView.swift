internal import ReviewModel

/// The style sheets that every page carries inside itself.
struct StyleSheets: Sendable {
  let screen: String
  let print: String
}

/// What the frame of every page shows: programme, document, subject, day, draft mark, links.
struct PageView: TemplateView {
  let kind: DocumentKind
  let provenance: Provenance
  let approval: Approval?
  let isDraft: Bool
  let styles: StyleSheets
  let format: FigureText

  static let fields: [ViewField<PageView>] = [
    .text("lang") { $0.format.language == .zhHant ? "zh-Hant-TW" : "en" },
    .markup("screenStyle") { $0.styles.screen },
    .markup("printStyle") { $0.styles.print },
    .text("kind") { $0.kind.rawValue },
    .text("title") { $0.title(of: $0.kind) },
    .text("programmeTitle") { $0.provenance.programme.title },
    .text("year") { String($0.provenance.programme.year) },
    .text("phase") { CodeWords.word($0.provenance.phase)[$0.format.language] },
    .flag("isMidterm") { $0.provenance.phase == .midterm },
    .flag("isTrial") { $0.provenance.phase == .midterm && $0.kind.hasMoney },
    .flag("isFinal") { $0.provenance.phase == .final },
    .text("asOf") { $0.format.date($0.provenance.asOf) },
    .text("lastDay") { $0.format.date($0.provenance.lastDay) },
    .text("program") { $0.provenance.program },
    .text("ruleSet") { $0.provenance.ruleSet },
    .text("templates") { $0.provenance.templates },
    .flag("isDraft") { $0.isDraft },
    .optional("contract") { $0.approval.map { ContractHeadView(approval: $0) } },
    .list("parts") { $0.parts },
  ]

  private var parts: [PartView] {
    guard approval != nil else { return [] }
    return DocumentKind.ofPacket.map { part in
      PartView(title: title(of: part), href: part.fileName, isCurrent: part == kind)
    }
  }

  private func title(of kind: DocumentKind) -> String {
    kind.title(provenance.phase)[format.language]
  }
}

/// A link to a part of the packet.
struct PartView: TemplateView {
  let title: String
  let href: String
  let isCurrent: Bool

  static let fields: [ViewField<PartView>] = [
    .text("title") { $0.title },
    .text("href") { $0.href },
    .flag("isCurrent") { $0.isCurrent },
  ]
}

/// Who a contract is between.
struct ContractHeadView: TemplateView {
  let approval: Approval

  static let fields: [ViewField<ContractHeadView>] = [
    .text("id") { $0.approval.contract.text },
    .text("folder") { $0.approval.contract.folderName },
    .text("districtID") { $0.approval.contract.district.text },
    .text("districtName") { $0.approval.districtName },
    .text("districtOrg") { $0.approval.districtOrg },
    .text("county") { $0.approval.county },
    .text("vendorID") { $0.approval.contract.vendor.digits },
    .text("vendorName") { $0.approval.vendorName },
  ]
}

/// An input file with its digest and its rows, each accounted for.
struct FileView: TemplateView {
  let file: InputFile
  let format: FigureText

  static let fields: [ViewField<FileView>] = [
    .text("path") { $0.file.path },
    .text("kind") { CodeWords.word($0.file.kind)[$0.format.language] },
    .text("sha256") { $0.file.sha256 },
    .text("bytes") { $0.format.number($0.file.byteCount) },
    .text("encoding") { $0.file.encoding?.rawValue ?? FigureText.none },
    .text("read") { $0.format.number($0.file.rows.read) },
    .text("counted") { $0.format.number($0.file.rows.counted) },
    .text("skipped") { $0.format.number($0.file.rows.skipped) },
    .text("notCounted") { $0.format.number($0.file.rows.notCounted) },
  ]
}
