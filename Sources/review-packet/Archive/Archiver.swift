import PacketDocuments
import PacketStore
import ReviewModel

/// Seals packets with the raw data that they were made from.
struct Archiver {
  /// A sealed archive.
  struct Sealed {
    let contract: ContractID
    /// The bag's folder, and the digest by which others name it.
    let path: String
    let digest: String
    /// The digest of the archive that this one replaces.
    let supersedes: String?
    let verdict: ContractVerdict
    let isPublic: Bool
  }

  /// What was sealed, and what a person should look at before publishing it.
  struct Result {
    var sealed: [Sealed] = []
    /// Where a text of a public copy is a contact's or a phone's.
    var leftOver: [PersonalTexts.Places] = []
    /// Why not all packets were sealed; what was sealed before stays.
    var stop: ArchiveStop?

    var placeCount: Int { leftOver.reduce(0) { $0 + $1.count } }
    /// What to know of the packets that were named.
    var notes: [Bilingual] = []

    var warnings: [Bilingual] { notes + leftOver.flatMap(Archiver.warnings) }
  }

  let season: String
  let out: String
  let templates: TemplateSet
  let isRedacting: Bool
  let jobs: Int
  let progress: Progress

  /// Checks all packets first and seals them only where every one is what the raw data gives.
  func run(_ names: [String]) async throws -> Result {
    let found = try PacketFolders.all(names)
    var seasons: [String: ReviewedSeason] = [:]
    var packets: [SealablePacket] = []
    var problems: [Bilingual] = []
    for folder in found.folders {
      try Task.checkCancellation()
      do {
        packets.append(try await check(folder, &seasons))
      } catch let failure as RunFailure {
        problems += failure.lines
      }
    }
    guard problems.isEmpty else { throw RunFailure(problems) }
    let repeated = Dictionary(grouping: packets) { Self.key($0.provenance) + $0.contract.text }
      .values.filter { $0.count > 1 }.compactMap(\.first).map(\.folder).sorted(by: bytesPrecede)
    guard repeated.isEmpty else { throw RunFailure(repeated.map(Self.repeatedPacket)) }
    var result = try await seal(packets, seasons)
    result.notes = found.notes
    return result
  }

  private static func key(_ provenance: Provenance) -> String {
    provenance.phase.rawValue + " " + provenance.asOf.isoText + " "
  }

  /// Reads a packet and holds it against the season as it was at the packet's phase and day.
  private func check(
    _ folder: String, _ seasons: inout [String: ReviewedSeason]
  ) async throws -> SealablePacket {
    let source = try PacketSource.read(folder)
    let provenance = source.archived.packet.provenance
    let digest = Digest.sha256Hex(templates.canonicalBytes)
    guard provenance.templates == digest else {
      throw RunFailure([Self.otherTemplates(source.path, provenance.templates, digest)])
    }
    let key = Self.key(provenance)
    let reviewed: ReviewedSeason
    if let known = seasons[key] {
      reviewed = known
    } else {
      reviewed = try await ReviewedSeason(
        season, provenance, templates: digest, jobs: jobs, progress)
      seasons[key] = reviewed
    }
    return try SealablePacket(
      source, in: folder, season: reviewed, templates: templates, seasonPath: season)
  }

  /// Seals one packet after the other.
  ///
  /// A sealed bag is not taken back: what ends the run after the first one is told with the result.
  private func seal(
    _ packets: [SealablePacket], _ seasons: [String: ReviewedSeason]
  ) async throws -> Result {
    var result = Result()
    // Whatever the phase, the files are the same.
    guard let first = packets.first.flatMap({ seasons[Self.key($0.provenance)] }) else {
      return result
    }
    let inputs = try SeasonInputs(season: season, reviewed: first.review.files)
    let redacted = isRedacting ? try RedactedSeason(inputs) : nil
    progress.begin(.packets)
    defer { progress.end() }
    for (index, sealable) in packets.enumerated() {
      guard let reviewed = seasons[Self.key(sealable.provenance)],
        let packet = reviewed.packet(of: sealable.contract)
      else { continue }
      let writer = ArchiveWriter(
        sealable: sealable, packet: packet, out: out, templates: templates,
        programme: reviewed.review.programme, inputs: inputs)
      let before = result.sealed.count
      do {
        try await writer.write(redacted, &result)
      } catch {
        guard !result.sealed.isEmpty else { throw error }
        result.stop = ArchiveStop(
          cause: error, left: packets[index...].map(\.folder),
          lacksCopyAlone: result.sealed.count > before)
        break
      }
      progress.show(ProgressStep(done: index + 1, total: packets.count, unit: .packets))
    }
    result.leftOver = (redacted?.leftOver ?? []) + result.leftOver
    return result
  }

  private static func otherTemplates(_ file: String, _ was: String, _ now: String) -> Bilingual {
    Bilingual(
      zh: "\(file)：以範本 \(was.prefix(12))… 產出，現用者為 \(now.prefix(12))…；"
        + "請以 --templates 指定當時的範本，或重新 build",
      en: "\(file): made with the templates \(was.prefix(12))…, those at hand are "
        + "\(now.prefix(12))…; give its own with --templates, or build again")
  }

  private static func repeatedPacket(_ folder: String) -> Bilingual {
    Bilingual(
      zh: "\(folder)：同一契約、期別與截止日的審查資料給了兩份；請只指定一份",
      en: "\(folder): two packets of the same contract, phase and day were given; give one of them")
  }

  /// A line for each place, and one for those that are not named.
  private static func warnings(_ places: PersonalTexts.Places) -> [Bilingual] {
    let file = places.file
    let lines = places.lines.map { line in
      Bilingual(
        zh: "\(file):\(line)：公開版此處的文字與某聯絡人或電話相同，公開前請查看",
        en: "\(file):\(line): a text of the public copy is the same as a contact or a phone; "
          + "look at it before it is published")
    }
    let more = places.count - lines.count
    guard more > 0 else { return lines }
    return lines + [
      Bilingual(
        zh: "\(file)：另有 \(more) 行的文字與某聯絡人或電話相同",
        en: "\(file): \(more) more \(more == 1 ? "line has" : "lines have") such a text")
    ]
  }
}
