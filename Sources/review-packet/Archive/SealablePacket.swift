import PacketDocuments
import PacketStore
import ReviewModel

private import Foundation

/// A packet that was found to be what the raw data gives, byte for byte.
struct SealablePacket {
  /// The packet's folder.
  let folder: String
  let contract: ContractID
  let provenance: Provenance
  let options: DocumentOptions
  /// The folder's files with their digests, the manifest among them.
  let files: [(name: SafePath, sha256: String)]
  /// The SHA-256 of `packet.xml`, and of its Canonical XML 1.1 form.
  let digest: String
  let canonicalDigest: String

  /// The packet as the raw data gives it, held against its folder.
  ///
  /// - Parameters:
  ///   - source: The packet as its folder has it.
  ///   - folder: That folder.
  ///   - season: The raw data, reviewed at the packet's phase and day.
  ///   - templates: Those that are to be archived.
  ///   - seasonPath: The season's folder, for advice.
  /// - Throws: Everything for which the packet is not sealed.
  init(
    _ source: PacketSource, in folder: String, season: ReviewedSeason, templates: TemplateSet,
    seasonPath: String
  ) throws {
    self.folder = folder
    let old = source.archived.packet
    contract = old.review.id
    provenance = old.provenance
    options = source.archived.options
    let advice = Advice(packet: folder, season: seasonPath)
    try Self.checkMakers(old.provenance, source.path)
    guard let packet = season.packet(of: contract) else {
      throw RunFailure([advice.noContract(contract, source.path)])
    }
    try Self.checkInputs(old.provenance, packet.provenance, advice)
    let fresh = try DocumentRenderer(templates: templates, options: options).files(of: packet)
    files = try Self.compare(fresh, advice)
    digest = Digest.sha256Hex(source.bytes)
    do {
      let parsed = try PacketXMLReader(program: Release.program).parse(source.bytes)
      canonicalDigest = Digest.sha256Hex(parsed.canonical)
    } catch let error as PacketArchiveError {
      throw RunFailure(error, source.path)
    }
  }

  /// Another program or rule set gives other bytes, and other figures perhaps.
  private static func checkMakers(_ made: Provenance, _ file: String) throws(RunFailure) {
    guard made.program != Release.program || made.ruleSet != Release.ruleSet else { return }
    throw RunFailure([
      Bilingual(
        zh: "\(file)：由 review-packet \(made.program)、規則 \(made.ruleSet) 產出，本程式為 "
          + "\(Release.program)、\(Release.ruleSet)；請以本程式重新 build，或以原程式封存",
        en:
          "\(file): made by review-packet \(made.program) with the rules \(made.ruleSet), this is "
          + "\(Release.program) with \(Release.ruleSet); build again with this program, or archive "
          + "with that one")
    ])
  }

  /// The packet's input files are the season's, each with its digest.
  private static func checkInputs(
    _ made: Provenance, _ now: Provenance, _ advice: Advice
  ) throws(RunFailure) {
    // By bytes: names that differ only in their normal form are two files.
    func digests(_ provenance: Provenance) -> [[UInt8]: String] {
      Dictionary(
        provenance.files.map { (Array($0.path.utf8), $0.sha256) },
        uniquingKeysWith: { one, _ in one })
    }
    let (before, after) = (digests(made), digests(now))
    let paths = Set(before.keys).union(after.keys).sorted { $0.lexicographicallyPrecedes($1) }
    let problems = paths.compactMap { path in
      before[path] == after[path]
        ? nil
        : advice.otherInput(String(decoding: path, as: UTF8.self), before[path], after[path])
    }
    guard problems.isEmpty else { throw RunFailure(problems) }
  }

  /// The folder holds the fresh files and their manifest, and nothing else.
  private static func compare(
    _ fresh: [DocumentFile], _ advice: Advice
  ) throws(RunFailure) -> [(name: SafePath, sha256: String)] {
    var entries: [Manifest.Entry] = []
    for file in fresh {
      guard let path = SafePath(file.path) else { continue }
      entries.append(Manifest.Entry(path: path, digest: Digest.sha256Hex(file.bytes)))
    }
    let manifest = Manifest(entries)
    var expected = Dictionary(
      fresh.map { ($0.path, $0.bytes) }, uniquingKeysWith: { one, _ in one })
    expected[Manifest.fileName] = manifest.bytes
    let found = (try? FileManager.default.subpathsOfDirectory(atPath: advice.packet)) ?? []
    var problems: [Bilingual] = []
    for name in Set(found).union(expected.keys).sorted(by: bytesPrecede) {
      guard let bytes = expected[name] else {
        problems.append(advice.foreign(name))
        continue
      }
      let path = advice.packet + "/" + name
      let kind =
        try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
      guard kind == .typeRegular, let data = FileManager.default.contents(atPath: path) else {
        problems.append(advice.missing(name))
        continue
      }
      if Array(data) != bytes { problems.append(advice.different(name)) }
    }
    guard problems.isEmpty else { throw RunFailure(problems + [advice.verify]) }
    let own = Digest.sha256Hex(manifest.bytes)
    return manifest.entries.map { ($0.path, $0.digest) }
      + (SafePath(Manifest.fileName).map { [($0, own)] } ?? [])
  }

  /// Why a packet is not sealed, and what to do.
  private struct Advice {
    let packet: String
    let season: String

    var verify: Bilingual {
      Bilingual(
        zh: "\(packet)：與原始資料產出的不同，未封存；原因請見 review-packet verify \(packet) "
          + "--against \(season)",
        en:
          "\(packet): it is not what the raw data gives, and was not sealed; review-packet verify "
          + "\(packet) --against \(season) tells why")
    }

    func noContract(_ contract: ContractID, _ file: String) -> Bilingual {
      Bilingual(
        zh: "\(file)：\(season) 沒有契約 \(contract.text)；請指定產出此審查資料的年度資料夾",
        en: "\(file): \(season) has no contract \(contract.text); give the season folder that the "
          + "packet was made from")
    }

    func otherInput(_ path: String, _ was: String?, _ now: String?) -> Bilingual {
      let file = season + "/" + path
      let (old, new) = (was.map { $0.prefix(16) } ?? "", now.map { $0.prefix(16) } ?? "")
      if now == nil {
        return Bilingual(
          zh: "\(file)：\(packet) 由此檔產出（SHA-256 \(old)…），但資料夾內沒有；請補回原檔，或重新 build",
          en:
            "\(file): \(packet) was made from this file (SHA-256 \(old)…), which is missing; bring "
            + "the original back, or build again")
      }
      if was == nil {
        return Bilingual(
          zh: "\(file)：\(packet) 產出時沒有此檔；請移出，或重新 build",
          en: "\(file): it was not there when \(packet) was made; move it away, or build again")
      }
      return Bilingual(
        zh: "\(file)：\(packet) 所載 SHA-256 為 \(old)…，現為 \(new)…；請換回原檔，或重新 build",
        en:
          "\(file): \(packet) names the SHA-256 \(old)…, found \(new)…; bring the original back, or "
          + "build again")
    }

    func foreign(_ name: String) -> Bilingual {
      Bilingual(
        zh: "\(packet)/\(name)：不是審查資料的檔案；請移出",
        en: "\(packet)/\(name): it is no file of a packet; move it away")
    }

    func missing(_ name: String) -> Bilingual {
      Bilingual(
        zh: "\(packet)/\(name)：缺少此檔，或不是一般檔案",
        en: "\(packet)/\(name): the file is missing, or is no plain file")
    }

    func different(_ name: String) -> Bilingual {
      Bilingual(
        zh: "\(packet)/\(name)：內容與原始資料產出的不同",
        en: "\(packet)/\(name): it differs from what the raw data gives")
    }
  }
}
