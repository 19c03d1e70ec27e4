import PacketDocuments
import PacketStore
import ReviewModel
import ReviewRules

private import Foundation

/// Composes, renders and writes all packets of a reviewed season, several at a time.
struct PacketBuilder {
  /// What a run put in place.
  struct Built {
    let folder: String
    /// The page to open.
    let report: String
    /// Lines for the terminal: a contract each, and what else a person should know.
    let lines: [String]
    let figures: [Figure]
  }

  static var defaultJobs: Int { ProcessInfo.processInfo.activeProcessorCount }

  private let review: SeasonReview
  private let assembly: PacketAssembly
  private let renderer: DocumentRenderer
  /// The contracts whose packets are built; all of them where none was asked for.
  private let chosen: [ContractReview]
  private let isPartial: Bool

  init(
    _ reviewed: Pipeline.Reviewed, renderer: DocumentRenderer, templatesDigest: String,
    only contracts: [ContractID]
  ) throws {
    review = reviewed.review
    self.renderer = renderer
    assembly = PacketAssembly(
      review, usage: reviewed.usage,
      provenance: Provenance(
        program: Release.program, ruleSet: Release.ruleSet, templates: templatesDigest,
        phase: review.phase, asOf: review.asOf, lastDay: review.lastDay,
        programme: review.programme, files: review.files, mended: reviewed.mended))
    isPartial = !contracts.isEmpty
    let wanted = Set(contracts)
    chosen = isPartial ? review.contracts.filter { wanted.contains($0.id) } : review.contracts
    let known = Set(review.contracts.map(\.id))
    let unknown = contracts.filter { !known.contains($0) }
    guard unknown.isEmpty else {
      throw RunFailure(
        unknown.map { id in
          let all = known.sorted().prefix(20).map(\.text).joined(separator: ", ")
          return Bilingual(
            zh: "--contract \(id.text)：核定清單中沒有此契約；可用的有 \(all)",
            en: "--contract \(id.text): the approvals have no such contract; there are \(all)")
        })
    }
  }

  /// Builds into a folder, which appears whole or not at all.
  func build(into out: String, jobs: Int, _ language: Language) async throws -> Built {
    let staging = try Staging.begin(at: out)
    do {
      try await writePackets(to: staging, jobs: jobs, language)
      let kept = isPartial ? try await keepOthers(in: out, staging) : []
      let overview = assembly.overview(packets: Set(chosen.map(\.id)).union(kept))
      for file in try renderer.files(of: overview) {
        try await staging.write(try path(file.path), file.bytes)
      }
      let committed = try await staging.commit()
      return built(out, kept, overview.figures, leftBehind: committed.leftBehind, language)
    } catch {
      await staging.abort()
      throw error
    }
  }

  /// Works on up to `jobs` packets at the same time; each is written and let go.
  private func writePackets(
    to staging: Staging, jobs: Int, _ language: Language
  ) async throws {
    var bar = ProgressBar(total: chosen.count, language: language)
    defer { bar.finish() }
    try await withThrowingTaskGroup(of: Void.self) { group in
      var next = 0
      var done = 0
      func start(_ group: inout ThrowingTaskGroup<Void, any Error>) {
        guard next < chosen.count else { return }
        let contract = chosen[next]
        next += 1
        group.addTask { try await write(contract, to: staging) }
      }
      for _ in 0..<min(jobs, chosen.count) { start(&group) }
      while try await group.next() != nil {
        done += 1
        bar.advance(to: done)
        start(&group)
      }
    }
  }

  private func write(_ contract: ContractReview, to staging: Staging) async throws {
    guard let packet = assembly.packet(of: contract) else { return }
    let folder = try path(contract.id.folderName)
    for file in try renderer.files(of: packet) {
      try await staging.write(try path(contract.id.folderName + "/" + file.path), file.bytes)
    }
    try await staging.seal(folder)
  }

  /// Keeps the packets of the earlier output that were made from the same input by the same
  /// rules, templates and options, so that all packets of a folder agree.
  private func keepOthers(in out: String, _ staging: Staging) async throws -> Set<ContractID> {
    guard let previous = staging.previous,
      let old = FileManager.default.contents(atPath: out + "/season.xml")
    else { return [] }
    let fresh = try renderer.files(of: assembly.overview(packets: []))
    guard let season = fresh.first(where: { $0.path == "season.xml" }),
      let now = Self.provenance(of: season.bytes), Self.provenance(of: Array(old)) == now
    else { return [] }
    let built = Set(chosen.map(\.id))
    let others = try review.contracts.filter { contract in
      let folder = try path(contract.id.folderName)
      return !built.contains(contract.id)
        && previous.entries.contains { $0.path.relative(to: folder) != nil }
    }
    for contract in others { try await staging.carryOver(path(contract.id.folderName)) }
    return Set(others.map(\.id))
  }

  /// The bytes of a document's provenance element.
  private static func provenance(of document: [UInt8]) -> [UInt8]? {
    let text = String(decoding: document, as: UTF8.self)
    guard let first = text.range(of: "<provenance"), let last = text.range(of: "</provenance>")
    else { return nil }
    return Array(text[first.lowerBound..<last.upperBound].utf8)
  }

  private func path(_ text: String) throws -> SafePath {
    guard let path = SafePath(keeping: text) else {
      throw RunFailure([
        Bilingual(
          zh: "「\(text)」不能作為檔名；請更正商圈代碼",
          en: "«\(text)» can't be a file's name; mend the district's code")
      ])
    }
    return path
  }

  private func built(
    _ out: String, _ kept: Set<ContractID>, _ figures: [Figure], leftBehind: String?,
    _ language: Language
  ) -> Built {
    var lines = chosen.map { line($0, out, language) }
    let dropped = isPartial ? review.contracts.count - chosen.count - kept.count : 0
    if !kept.isEmpty {
      lines.append(
        language == .en
          ? "kept as they were: \(kept.count) packets made from the same input"
          : "沿用 \(kept.count) 份由相同資料產出的審查資料")
    }
    if dropped > 0 {
      lines.append(
        language == .en
          ? "not in this folder: the packets of \(dropped) other contracts; build without --contract for all"
          : "此資料夾不含其餘 \(dropped) 件契約的審查資料；不加 --contract 即可全部產出")
    }
    if let leftBehind { lines.append(Self.leftBehindLine(leftBehind, language)) }
    return Built(
      folder: out, report: out + "/index.html", lines: lines.map(Console.safe),
      figures: figures)
  }

  static func leftBehindLine(_ path: String, _ language: Language) -> String {
    language == .en
      ? "an earlier output could not be removed: \(path)" : "先前的輸出無法刪除，可自行刪除：\(path)"
  }

  /// A contract in one line: who, stores, verdict, money, and where its packet is.
  private func line(_ contract: ContractReview, _ out: String, _ language: Language) -> String {
    let approval = contract.approval
    let stores = "\(contract.counts.completed)/\(contract.counts.approved)"
    let money = contract.settlement
    let page = "\(out)/\(contract.id.folderName)/index.html"
    let isFinal = review.phase == .final
    let amount = isFinal ? money.payableTotal : money.recognisedTotal
    switch language {
    case .zhHant:
      let verdict = contract.verdict == .pass ? "通過" : "不通過"
      let word = isFinal ? "應付" : "試算認列"
      return "\(contract.id.text) \(approval.districtName)／\(approval.vendorName)："
        + "\(verdict)，完成 \(stores) 家，\(word) \(amount.displayText) → \(page)"
    case .en:
      let word = isFinal ? "payable" : "recognised on trial"
      return "\(contract.id.text) \(approval.districtName) / \(approval.vendorName): "
        + "\(contract.verdict.rawValue), \(stores) stores completed, \(word) "
        + "\(amount.displayText) → \(page)"
    }
  }
}
