import Foundation
import PacketDocuments
import PacketStore
import ReviewModel
import ReviewRules

/// Looks at packets level by level; one packet, or all of an output folder.
struct Verifier {
  /// A packet with what each level says of it.
  struct Verdict {
    /// The contract where it could be read, else the folder.
    let name: String
    let folder: String
    let levels: [LevelResult]

    var differs: Bool { levels.contains { $0.state == .differs } }
  }

  let levels: [VerifyLevel]
  /// The season to build from again; nil where none was given.
  let season: String?
  /// The templates that were given; nil for those of an archive, or the built-in ones.
  let templates: TemplateSet?
  let jobs: Int?

  /// The reviews of the season so far: all packets of a folder have one phase and as-of, as a rule.
  private final class Reviews {
    var known: [String: Pipeline.Result] = [:]
  }

  /// - Throws: `RunFailure` where there is no packet, or the season can't be looked at.
  func verify(_ path: String) throws -> [Verdict] {
    let path = Console.withoutFinalSlash(path)
    if let season {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: season, isDirectory: &isFolder),
        isFolder.boolValue
      else {
        throw RunFailure([
          Bilingual(
            zh: "--against \(season)：找不到此年度資料夾", en: "--against \(season): there is no such folder")
        ])
      }
    }
    let reviews = Reviews()
    return try Self.packets(in: path).map { try verdict(of: $0, reviews) }
  }

  /// The folders of the packets that a path names: itself, or those below an output folder.
  static func packets(in path: String) throws(RunFailure) -> [String] {
    var path = path
    if path.hasSuffix("/" + PacketArchive.fileName) || path == PacketArchive.fileName {
      path = path.contains("/") ? String(path.dropLast(PacketArchive.fileName.count + 1)) : "."
    }
    let manager = FileManager.default
    if manager.fileExists(atPath: path + "/" + PacketArchive.fileName) { return [path] }
    let names = ((try? manager.contentsOfDirectory(atPath: path)) ?? []).sorted(by: bytesPrecede)
    let packets = names.map { path + "/" + $0 }.filter {
      manager.fileExists(atPath: $0 + "/" + PacketArchive.fileName)
    }
    guard !packets.isEmpty else {
      // Says what was expected.
      return [try PacketSource.file(of: path)]
    }
    return packets
  }

  private func verdict(of folder: String, _ reviews: Reviews) throws -> Verdict {
    let files = PacketFiles(folder: folder)
    let file = files.path(PacketArchive.fileName)
    var results: [LevelResult] = []
    if levels.contains(.manifests) { results.append(try manifests(files)) }
    let bytes = try files.bytes(PacketArchive.fileName)
    let reader = try PacketXMLReader(program: Release.program)
    let parsed: PacketXMLReader.Parsed
    do {
      parsed = try reader.parse(bytes)
    } catch {
      return Verdict(name: folder, folder: folder, levels: results + unreadable(error, file))
    }
    let archived: ArchivedPacket
    do throws(PacketArchiveError) {
      guard parsed.complaints.isEmpty else { throw PacketArchiveError(parsed.complaints) }
      archived = try reader.packet(of: parsed)
    } catch {
      results += unreadable(error, file, canonical: canonical(bytes, parsed, file))
      return Verdict(name: folder, folder: folder, levels: results)
    }
    let source = PacketSource(path: file, bytes: bytes, archived: archived)
    for level in levels where level != .manifests {
      switch level {
      case .manifests: break
      case .schema: results.append(sums(archived.packet, file))
      case .canonical: results.append(canonical(bytes, parsed, file))
      case .documents:
        results.append(
          try DocumentCheckup(
            files: files, source: source, templates: templates ?? .builtIn,
            hasOwnTemplates: templates != nil
          ).result())
      case .rawData: results.append(try rawData(source, reviews))
      }
    }
    return Verdict(name: archived.packet.review.id.text, folder: folder, levels: results)
  }

  private func manifests(_ files: PacketFiles) throws -> LevelResult {
    LevelResult(
      .manifests, try files.manifestDifferences(),
      detail: Bilingual(
        zh: "每個檔案皆與 \(Manifest.fileName) 相符", en: "every file is what \(Manifest.fileName) says"))
  }

  private func sums(_ packet: Packet, _ file: String) -> LevelResult {
    let count = packet.figures.count
    return LevelResult(
      .schema, SumCheck(packet, file: file).differences(),
      detail: Bilingual(
        zh: "符合 review-packet.xsd，\(count) 項數據皆可由其資料列重新算得",
        en: "valid by review-packet.xsd; its own rows give all \(count) figures again"))
  }

  private func canonical(
    _ bytes: [UInt8], _ parsed: PacketXMLReader.Parsed, _ file: String
  ) -> LevelResult {
    let right = Array(PacketArchive.declaration.utf8) + parsed.canonical
    let digest = Digest.sha256Hex(parsed.canonical)
    var differences: [VerifyDifference] = []
    if bytes != right {
      let (line, one, two) = PageEdits.firstDifference(bytes, right)
      differences.append(
        VerifyDifference(
          .canonical, "\(file):\(line)", zh: "此行為「\(one)」，Canonical XML 1.1 應為「\(two)」",
          en: "the line is “\(one)”; in Canonical XML 1.1 it is “\(two)”"))
    }
    return LevelResult(
      .canonical, differences,
      detail: Bilingual(
        zh: "Canonical XML 1.1，SHA-256 \(digest)", en: "Canonical XML 1.1, SHA-256 \(digest)"))
  }

  /// What is left to say of a packet that can't be read.
  private func unreadable(
    _ error: PacketArchiveError, _ file: String, canonical: LevelResult? = nil
  ) -> [LevelResult] {
    let cause: VerifyDifference.Cause = error.isOfLaterVersion ? .laterVersion : .malformed
    let differences = error.faults.map { fault in
      VerifyDifference(
        cause, fault.line > 0 ? "\(file):\(fault.line)" : file, zh: fault.text.zh, en: fault.text.en
      )
    }
    return levels.filter { $0 != .manifests }.map { level in
      switch level {
      case .schema: LevelResult(.schema, differences, detail: Bilingual(zh: "", en: ""))
      case .canonical where canonical != nil:
        canonical ?? LevelResult(level, notChecked: Self.unread)
      default: LevelResult(level, notChecked: Self.unread)
      }
    }
  }

  private static let unread = Bilingual(
    zh: "packet.xml 無法讀取（見 L1）", en: "packet.xml can't be read (see L1)")

  private func rawData(_ source: PacketSource, _ reviews: Reviews) throws -> LevelResult {
    guard let season else {
      return LevelResult(
        .rawData,
        notChecked: Bilingual(
          zh: "未指定原始資料；請加 --against 年度資料夾", en: "no raw data given; add --against SEASON"))
    }
    let packet = source.archived.packet
    let provenance = packet.provenance
    let key = provenance.phase.rawValue + provenance.asOf.isoText
    let result =
      reviews.known[key]
      ?? Pipeline.run(season: season, phase: provenance.phase, asOf: provenance.asOf)
    reviews.known[key] = result
    let detail = Bilingual(
      zh: "由 \(season) 可逐位元組重建 packet.xml",
      en: "\(season) gives packet.xml again, byte for byte")
    guard case .reviewed(let reviewed) = result else {
      return LevelResult(.rawData, fatalDifferences(result), detail: detail)
    }
    guard let fresh = Self.packet(packet.review.id, of: reviewed, templates: provenance.templates)
    else {
      return LevelResult(
        .rawData,
        [
          VerifyDifference(
            .inputRows, "approvals.csv", zh: "年度資料夾的核定清單沒有契約 \(packet.review.id.text)",
            en: "the season's approvals have no contract \(packet.review.id.text)",
            effect: nil)
        ], detail: detail)
    }
    let renderer = try DocumentRenderer(templates: .builtIn, options: source.archived.options)
    let (one, two) = (try renderer.archivedXML(of: packet), try renderer.archivedXML(of: fresh))
    guard one != two else { return LevelResult(.rawData, [], detail: detail) }
    let kept = try PacketXMLReader(program: Release.program).read(two).packet
    var differences = RawDataCheckup(
      packet: packet, file: source.path, fresh: kept, season: season, ownSeason: nil
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

  private func fatalDifferences(_ result: Pipeline.Result) -> [VerifyDifference] {
    guard case .fatal(let findings, _) = result else { return [] }
    return findings.filter { $0.severity == .fatal }.map { finding in
      VerifyDifference(
        .inputFiles, finding.place?.compilerStyle ?? "",
        zh: "原始資料無法審查：\(finding.code.rawValue) \(finding.message(in: .zhHant))",
        en: "the raw data can't be reviewed: \(finding.code.rawValue) \(finding.message(in: .en))")
    }
  }

  /// A contract's packet from a reviewed season; nil where the season has no such contract.
  static func packet(
    _ id: ContractID, of reviewed: Pipeline.Reviewed, templates: String
  ) -> Packet? {
    let review = reviewed.review
    let assembly = PacketAssembly(
      review, usage: reviewed.usage,
      provenance: Provenance(
        program: Release.program, ruleSet: Release.ruleSet, templates: templates,
        phase: review.phase, asOf: review.asOf, lastDay: review.lastDay,
        programme: review.programme, files: review.files, mended: reviewed.mended))
    return review.contracts.first { $0.id == id }.flatMap { assembly.packet(of: $0) }
  }
}
