import Foundation
import PacketDocuments
import PacketStore
import ReviewModel
import ReviewRules

/// Looks at packets level by level; one packet, or all of an output folder.
struct Verifier {
  /// A packet, or a season's output as a whole, with what each level says of it.
  struct Verdict {
    /// A packet's contract where it could be read, else the folder; nil of a season's output.
    let contract: String?
    let folder: String
    let levels: [LevelResult]

    var differs: Bool { levels.contains { $0.state == .differs } }

    /// Whether the raw data give the packet again.
    fileprivate var isOfRawData: Bool {
      levels.contains { $0.level == .rawData && $0.state == .ok }
    }
  }

  /// What was found in all that a path names.
  struct Verdicts {
    /// The output that the packets stand in, where they stand in one, and L0 or L4 was asked for.
    let season: Verdict?
    let packets: [Verdict]

    var all: [Verdict] { (season.map { [$0] } ?? []) + packets }
    var differs: Bool { all.contains { $0.differs } }
  }

  let levels: [VerifyLevel]
  /// The season to build from again; nil where none was given.
  let season: String?
  /// The templates that were given; nil for those of an archive, or the built-in ones.
  let templates: TemplateSet?
  let jobs: Int
  let progress: Progress

  /// The reviews of the season so far: all packets of a folder have one phase and as-of, as a rule.
  private final class Reviews {
    var known: [String: Pipeline.Result] = [:]
    /// What packets outside of archives were made with, by all that tells them apart.
    var makings: [String: OverviewLevel.Making] = [:]
  }

  /// - Throws: `RunFailure` where there is no packet, or the season can't be looked at;
  ///   `CancellationError` before the next level of an interrupted run.
  func verify(_ path: String) async throws -> Verdicts {
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
    let place = VerifyPlace(path)
    var output: SeasonFiles?
    if let folder = place.folder, levels.contains(.manifests) { output = try SeasonFiles(folder) }
    guard output != nil || !place.subjects.isEmpty else {
      throw PacketSource.noPacket(Console.withoutFinalSlash(path))
    }
    let reviews = Reviews()
    var packets: [Verdict] = []
    defer { progress.end() }
    let readsSeasons =
      levels.contains(.rawData) && (season != nil || place.subjects.contains(where: \.isArchive))
    if !readsSeasons { progress.begin(.verify) }
    for subject in place.subjects {
      packets.append(try await verdict(of: subject, &output, reviews))
      // A season is read with the first one, which has stages of its own.
      progress.resume(.verify)
      progress.show(
        ProgressStep(done: packets.count, total: place.subjects.count, unit: .packets))
    }
    try Task.checkCancellation()
    var whole = [try output?.result()].compactMap { $0 }
    if let folder = place.folder, season != nil, levels.contains(.rawData),
      SeasonFiles.isOverview(in: folder)
    {
      let making = reviews.makings.count == 1 ? reviews.makings.values.first : nil
      whole.append(
        try OverviewLevel(folder: folder, templates: templates ?? .builtIn)
          .result(making, areSame: packets.allSatisfy(\.isOfRawData)))
    }
    let season =
      whole.isEmpty ? nil : place.folder.map { Verdict(contract: nil, folder: $0, levels: whole) }
    return Verdicts(season: season, packets: packets)
  }

  private func verdict(
    of subject: VerifySubject, _ output: inout SeasonFiles?, _ reviews: Reviews
  ) async throws -> Verdict {
    try Task.checkCancellation()
    let folder = subject.path
    let files = PacketFiles(folder: subject.packet)
    let file = files.path(PacketArchive.fileName)
    let bag = subject.isArchive ? VerifiedBag(subject.path) : nil
    var results: [LevelResult] = []
    if levels.contains(.manifests) { results.append(try manifests(files, bag, &output)) }
    guard bag == nil || bag?.bag != nil else {
      // Nothing of an archive that is not whole is followed any further.
      return Verdict(
        contract: folder, folder: folder,
        levels: results
          + levels.filter { $0 != .manifests }.map { LevelResult($0, notChecked: Self.notWhole) })
    }
    let bytes = try files.bytes(PacketArchive.fileName)
    let reader = try PacketXMLReader(program: Release.program)
    let parsed: PacketXMLReader.Parsed
    do {
      parsed = try reader.parse(bytes)
    } catch {
      return Verdict(contract: folder, folder: folder, levels: results + unreadable(error, file))
    }
    let archived: ArchivedPacket
    do throws(PacketArchiveError) {
      guard parsed.complaints.isEmpty else { throw PacketArchiveError(parsed.complaints) }
      archived = try reader.packet(of: parsed)
    } catch {
      results += unreadable(error, file, canonical: canonical(bytes, parsed, file, bag))
      return Verdict(contract: folder, folder: folder, levels: results)
    }
    let source = PacketSource(path: file, bytes: bytes, archived: archived)
    for level in levels where level != .manifests {
      try Task.checkCancellation()
      switch level {
      case .manifests: break
      case .schema: results.append(sums(archived.packet, file))
      case .canonical: results.append(canonical(bytes, parsed, file, bag, archived.packet))
      case .documents:
        let own = try bag.map { _ in try TemplateFolder.set(subject.templates) }
        results.append(
          try DocumentCheckup(
            files: files, source: source, templates: templates ?? own ?? .builtIn
          ).result())
      case .rawData: results.append(try await rawData(source, bag, reviews))
      }
    }
    return Verdict(
      contract: archived.packet.review.id.text, folder: folder, levels: results)
  }

  private static let notWhole = Bilingual(
    zh: "封存不完整或經修改（見 L0）", en: "the archive is not whole (see L0)")

  private func manifests(
    _ files: PacketFiles, _ bag: VerifiedBag?, _ output: inout SeasonFiles?
  ) throws -> LevelResult {
    if let bag, bag.bag == nil {
      return LevelResult(.manifests, bag.differences, detail: Bilingual(zh: "", en: ""))
    }
    let check = try files.manifestCheck()
    if bag == nil, let check { try output?.take(check, of: files) }
    return LevelResult(
      .manifests, (bag?.unvouched ?? []) + files.manifestDifferences(check),
      detail: bag == nil
        ? Bilingual(
          zh: "每個檔案皆與 \(Manifest.fileName) 相符", en: "every file is what \(Manifest.fileName) says")
        : Bilingual(
          zh: "封存與審查資料的每個檔案皆與其清單相符",
          en: "every file of the archive and of the packet is what their manifests say"))
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
    _ bytes: [UInt8], _ parsed: PacketXMLReader.Parsed, _ file: String, _ bag: VerifiedBag?,
    _ packet: Packet? = nil
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
    differences += bag?.digestDifferences(bytes, parsed.canonical) ?? []
    differences += packet.flatMap { bag?.claimDifferences($0) } ?? []
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

  private func rawData(
    _ source: PacketSource, _ bag: VerifiedBag?, _ reviews: Reviews
  ) async throws -> LevelResult {
    if bag?.isPublic == true {
      return LevelResult(
        .rawData,
        notChecked: Bilingual(
          zh: "公開版的原始資料已遮蔽個人資料，無法得出同一份 packet.xml；請查核完整版封存，金額可用 data/recompute 重算",
          en: "the raw data of a public copy are without personal data and can't give the same "
            + "packet.xml; verify the closed archive, or compute the money again with data/recompute"
        ))
    }
    guard let bag else {
      guard let season else {
        return LevelResult(
          .rawData,
          notChecked: Bilingual(
            zh: "未指定原始資料；請加 --against 年度資料夾",
            en: "no raw data given; add --against SEASON"))
      }
      let level = RawDataLevel(source: source, season: season, ownSeason: nil)
      let review = try await review(of: season, source, reviews)
      let (provenance, options) = (source.archived.packet.provenance, source.archived.options)
      reviews.makings["\(Self.key(provenance)) \(provenance.templates) \(options)"] =
        OverviewLevel.Making(options: options, templates: provenance.templates, review: review)
      return try level.result(review)
    }
    // The archive's own raw data, under their own names.
    let own = NSTemporaryDirectory() + "/review-packet-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: own) }
    do {
      _ = try await RestoredSeason.restore(bag.path, to: own)
    } catch let failure as RunFailure {
      return LevelResult(
        .rawData,
        failure.lines.map { VerifyDifference(.inputFiles, bag.path, zh: $0.zh, en: $0.en) },
        detail: Bilingual(zh: "", en: ""))
    }
    if let season {
      let level = RawDataLevel(source: source, season: season, ownSeason: own)
      return try level.result(await review(of: season, source, reviews))
    }
    let level = RawDataLevel(
      source: source, season: own, ownSeason: nil, name: bag.path + "/data/input")
    return try level.result(await review(of: own, source))
  }

  private func review(
    of season: String, _ source: PacketSource, _ reviews: Reviews
  ) async throws -> Pipeline.Result {
    let key = Self.key(source.archived.packet.provenance)
    if let known = reviews.known[key] { return known }
    let result = try await review(of: season, source)
    reviews.known[key] = result
    return result
  }

  /// By what seasons are reviewed in different ways.
  private static func key(_ provenance: Provenance) -> String {
    provenance.phase.rawValue + provenance.asOf.isoText
  }

  private func review(of season: String, _ source: PacketSource) async throws -> Pipeline.Result {
    let provenance = source.archived.packet.provenance
    return try await Pipeline.run(
      Pipeline.Options(
        season: season, phase: provenance.phase, asOf: provenance.asOf, jobs: jobs), progress)
  }
}
