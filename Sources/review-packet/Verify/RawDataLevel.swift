import PacketDocuments
import ReviewModel
import ReviewRules

/// L4: a packet held against what a reviewed season gives for its contract.
struct RawDataLevel {
  let source: PacketSource
  /// The season folder that was reviewed.
  let season: String
  /// The archive's own raw data where another season is held against it.
  let ownSeason: String?
  /// How messages call the season.
  let name: String

  init(source: PacketSource, season: String, ownSeason: String?, name: String? = nil) {
    self.source = source
    self.season = season
    self.ownSeason = ownSeason
    self.name = name ?? season
  }

  func result(_ reviewed: Pipeline.Result) throws -> LevelResult {
    let packet = source.archived.packet
    let detail = Bilingual(
      zh: "由 \(name) 可逐位元組重建 packet.xml",
      en: "\(name) gives packet.xml again, byte for byte")
    let season: Pipeline.Reviewed
    switch reviewed {
    case .fatal(let findings, _):
      return LevelResult(.rawData, Self.differences(findings), detail: detail)
    case .reviewed(let reviewed): season = reviewed
    }
    let id = packet.review.id
    let assembly = season.assembly(templates: packet.provenance.templates)
    guard let fresh = assembly.packet(of: id) else {
      return LevelResult(.rawData, [noContract(id)], detail: detail)
    }
    // The same templates for both: which ones they are is told at L3.
    let renderer = try DocumentRenderer(templates: .builtIn, options: source.archived.options)
    let (one, two) = (try renderer.archivedXML(of: packet), try renderer.archivedXML(of: fresh))
    guard one != two else { return LevelResult(.rawData, [], detail: detail) }
    let kept = try PacketXMLReader(program: Release.program).read(two).packet
    var differences = RawDataCheckup(
      packet: packet, file: source.path, fresh: kept, season: self.season, ownSeason: ownSeason
    ).differences()
    if differences.isEmpty {
      let (line, found, right) = PageEdits.firstDifference(one, two)
      differences = [
        VerifyDifference(
          .editedArchive, "\(source.path):\(line)", zh: "此行為「\(found)」，原始資料得「\(right)」",
          en: "the line is “\(found)”; the raw data give “\(right)”")
      ]
    }
    return LevelResult(.rawData, differences, detail: detail)
  }

  private func noContract(_ id: ContractID) -> VerifyDifference {
    VerifyDifference(
      .inputRows, "approvals.csv", zh: "\(name) 的核定清單沒有契約 \(id.text)",
      en: "the approvals of \(name) have no contract \(id.text)")
  }

  private static func differences(_ findings: [Finding]) -> [VerifyDifference] {
    findings.filter { $0.severity == .fatal }.map { finding in
      VerifyDifference(
        .inputFiles, finding.place?.compilerStyle ?? "",
        zh: "原始資料無法審查：\(finding.code.rawValue) \(finding.message(in: .zhHant))",
        en: "the raw data can't be reviewed: \(finding.code.rawValue) \(finding.message(in: .en))")
    }
  }
}
