import Foundation
import PacketDocuments
import PacketStore
import ReviewModel

/// L4 of a season's output: its overview made again from the raw data, file by file.
struct OverviewLevel {
  /// The output.
  let folder: String
  let templates: TemplateSet

  /// What the output's packets were made with.
  struct Making {
    let options: DocumentOptions
    /// The digest of their templates.
    let templates: String
    let review: Pipeline.Result
  }

  /// - Parameters:
  ///   - making: What the packets were made with; nil where that is not one and the same for all.
  ///   - areSame: Whether the raw data give all packets again.
  /// - Returns: What is to be said of the overview.
  /// - Throws: Where its documents can't be made.
  func result(_ making: Making?, areSame: Bool) throws -> LevelResult {
    guard areSame, let making, case .reviewed(let season) = making.review else {
      return LevelResult(
        .rawData,
        notChecked: Bilingual(
          zh: "審查資料與原始資料不符（見下），總覽即不相同",
          en: "packets are not what the raw data give (see below), so the overview can't be"))
    }
    guard Digest.sha256Hex(templates.canonicalBytes) == making.templates else {
      return LevelResult(
        .rawData,
        notChecked: Bilingual(
          zh: "以其他範本產出；以 --templates 指定原範本即可比對總覽",
          en: "made with other templates; with --templates and its own the overview can be compared"
        ))
    }
    let renderer = try DocumentRenderer(templates: templates, options: making.options)
    let linked = Set(linkedPackets())
    let present = season.review.contracts.map(\.id).filter { linked.contains($0.folderName) }
    let overview = season.assembly(templates: making.templates).overview(packets: Set(present))
    var differences: [VerifyDifference] = []
    for file in renderer.files(of: overview) {
      try Task.checkCancellation()
      let right = MemoryDestination()
      let problems = try file.write(to: right)
      guard problems.isEmpty else { throw DocumentProblems(problems: problems) }
      differences += difference(file.path, right.bytes)
    }
    return LevelResult(
      .rawData, differences,
      detail: Bilingual(
        zh: "由原始資料可逐位元組重建總覽", en: "the raw data give the overview again, byte for byte"))
  }

  private func difference(_ path: String, _ right: [UInt8]) -> [VerifyDifference] {
    let place = folder + "/" + path
    guard let found = try? StoredFile.bytes(of: place, atMost: 1 << 30) else {
      return [
        VerifyDifference(
          .files, place, zh: "缺少此檔，或無法讀取", en: "the file is missing, or can't be read")
      ]
    }
    guard found != right else { return [] }
    let (line, one, two) = PageEdits.firstDifference(found, right)
    return [
      VerifyDifference(
        path.hasSuffix(".html") ? .editedPage : .editedOverview, "\(place):\(line)",
        zh: "此行為「\(one)」，原始資料得「\(two)」",
        en: "the line is “\(one)”; the raw data give “\(two)”")
    ]
  }

  /// The packets that the overview links to: of a shard all of the season's, else those of the output.
  private func linkedPackets() -> [String] {
    var links = AttributeValues(of: "packet", in: "contract")
    var found: [String] = []
    try? StoredFile.read(folder + "/season.xml", atMost: 1 << 30) { piece in
      found += links.values(in: piece)
    }
    return found
  }
}

/// Keeps a document that is made piece by piece.
private final class MemoryDestination: DocumentDestination {
  private(set) var bytes: [UInt8] = []

  func append(_ piece: ArraySlice<UInt8>) { bytes += piece }
  func restart() { bytes.removeAll() }
}
