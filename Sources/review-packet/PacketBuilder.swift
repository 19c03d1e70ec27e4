import PacketDocuments
import PacketStore
import ReviewModel
import ReviewRules

private import Foundation

extension StagedFile: DocumentDestination {}

/// Composes, renders and writes all packets of a reviewed season, several at a time.
struct PacketBuilder {
  /// What a run put in place.
  struct Built {
    let folder: String
    /// The page to open.
    let report: String
    /// Lines for the terminal: a contract each, and what else a person should know.
    let lines: [String]
    /// Made when they are asked for.
    let figures: any Sequence<Figure>
  }

  static var defaultJobs: Int { ProcessInfo.processInfo.activeProcessorCount }

  private let review: SeasonReview
  private let assembly: PacketAssembly
  private let renderer: DocumentRenderer
  /// The contracts whose packets are built; all of them where none was asked for.
  private let chosen: [ContractReview]
  private let isPartial: Bool
  private let shard: Shard?

  init(
    _ reviewed: Pipeline.Reviewed, renderer: DocumentRenderer, templatesDigest: String,
    only contracts: [ContractID], shard: Shard? = nil
  ) throws {
    review = reviewed.review
    self.renderer = renderer
    assembly = reviewed.assembly(templates: templatesDigest)
    isPartial = !contracts.isEmpty
    let wanted = Set(contracts)
    self.shard = shard
    chosen =
      if isPartial {
        review.contracts.filter { wanted.contains($0.id) }
      } else {
        shard?.part(of: review.contracts) ?? review.contracts
      }
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
  ///
  /// - Parameters:
  ///   - out: The folder.
  ///   - jobs: How many packets are worked on at the same time.
  ///   - isForced: Whether packets of an earlier output are made again though nothing has changed.
  ///   - progress: Told of each packet.
  ///   - language: That of the lines.
  /// - Returns: What was put in place.
  /// - Throws: Where a document can't be made or written; the earlier output stands then.
  func build(
    into out: String, jobs: Int, isForced: Bool, _ progress: Progress, _ language: Language
  ) async throws -> Built {
    let staging = try Staging.begin(at: out)
    do {
      let earlier = try EarlierOutput(at: out, staging.previous, assembly, renderer)
      let unchanged = try await writePackets(
        to: staging, keeping: isForced ? nil : usable(earlier), jobs: jobs, progress)
      let others = isPartial ? try await keepOthers(of: earlier, staging) : []
      // The overview of a shard is that of all of them: merge finds the same one in each.
      let present =
        shard == nil ? Set(chosen.map(\.id)).union(others) : Set(review.contracts.map(\.id))
      let overview = assembly.overview(packets: present)
      var problems: [DocumentProblem] = []
      for file in renderer.files(of: overview) {
        try Task.checkCancellation()
        problems += try await staging.write(try path(file.path)) { try file.write(to: $0) }
      }
      guard problems.isEmpty else { throw DocumentProblems(problems: problems) }
      try Task.checkCancellation()
      let committed = try await staging.commit()
      return built(
        out, (unchanged, others), overview.figures, leftBehind: committed.leftBehind, language)
    } catch {
      await staging.abort()
      throw error
    }
  }

  /// The earlier output, where a packet of it that should be unchanged is so in all of its files.
  private func usable(_ earlier: EarlierOutput?) throws -> EarlierOutput? {
    guard let earlier else { return nil }
    for contract in chosen {
      let folder = try path(contract.id.folderName)
      guard let packet = assembly.packet(of: contract.id),
        try earlier.holds(packet, in: folder, renderer)
      else { continue }
      return try earlier.isMadeAlike(packet, in: folder, renderer) ? earlier : nil
    }
    return nil
  }

  /// Works on up to `jobs` packets at the same time; each is written and let go.
  ///
  /// Gives the number of those that were kept as they were.
  private func writePackets(
    to staging: Staging, keeping earlier: EarlierOutput?, jobs: Int, _ progress: Progress
  ) async throws -> Int {
    progress.begin(.packets)
    defer { progress.end() }
    return try await withThrowingTaskGroup(of: Bool.self) { group in
      var next = 0
      var done = 0
      var unchanged = 0
      func start(_ group: inout ThrowingTaskGroup<Bool, any Error>) {
        guard next < chosen.count else { return }
        let contract = chosen[next]
        next += 1
        group.addTask { try await write(contract, to: staging, keeping: earlier) }
      }
      for _ in 0..<min(jobs, chosen.count) { start(&group) }
      while let wasKept = try await group.next() {
        try Task.checkCancellation()
        done += 1
        unchanged += wasKept ? 1 : 0
        progress.show(ProgressStep(done: done, total: chosen.count, unit: .packets))
        start(&group)
      }
      return unchanged
    }
  }

  /// Writes a packet, or keeps the earlier one that is the same; gives whether it was kept.
  private func write(
    _ contract: ContractReview, to staging: Staging, keeping earlier: EarlierOutput?
  ) async throws -> Bool {
    guard let packet = assembly.packet(of: contract.id) else { return false }
    let folder = try path(contract.id.folderName)
    if let earlier, try earlier.holds(packet, in: folder, renderer) {
      do throws(OutputError) {
        try await staging.carryOver(folder)
        return true
      } catch {
        // A file was changed since: the packet is made again, as if nothing were there.
        guard error.reason == .changedSinceWritten else { throw error }
        await staging.forget(folder)
      }
    }
    for file in try renderer.files(of: packet) {
      try await staging.write(try path(contract.id.folderName + "/" + file.path), file.bytes)
    }
    try await staging.seal(folder)
    return false
  }

  /// Keeps the packets of the earlier output that were made from the same input by the same
  /// rules, templates and options, so that all packets of a folder agree.
  private func keepOthers(
    of earlier: EarlierOutput?, _ staging: Staging
  ) async throws -> Set<ContractID> {
    guard let earlier, earlier.isOfSameSeason else { return [] }
    let built = Set(chosen.map(\.id))
    let others = try review.contracts.filter { contract in
      try !built.contains(contract.id)
        && earlier.hasPacket(in: path(contract.id.folderName))
    }
    for contract in others { try await staging.carryOver(path(contract.id.folderName)) }
    return Set(others.map(\.id))
  }

  private func path(_ text: String) throws -> SafePath {
    guard let path = SafePath(keeping: text) else {
      throw RunFailure([
        Bilingual(
          zh: "「\(text)」不能作為檔名；請更正商圈代碼",
          en: "“\(text)” can't be a file's name; mend the district's code")
      ])
    }
    return path
  }

  private func built(
    _ out: String, _ kept: (unchanged: Int, others: Set<ContractID>),
    _ figures: any Sequence<Figure>, leftBehind: String?, _ language: Language
  ) -> Built {
    var lines = chosen.map { line($0, out, language) }
    let dropped = isPartial ? review.contracts.count - chosen.count - kept.others.count : 0
    if let shard {
      lines.append(
        language == .en
          ? "shard \(shard.number) of \(shard.count): \(chosen.count) of \(review.contracts.count) packets; put all together with: review-packet merge"
          : "分片 \(shard.number)／\(shard.count)：\(chosen.count)／\(review.contracts.count) 份；各片完成後以 review-packet merge 合併"
      )
    }
    if kept.unchanged > 0 {
      lines.append(
        language == .en
          ? "unchanged, and not made again: \(kept.unchanged) of \(chosen.count) (--force makes all)"
          : "內容未變而沿用：\(kept.unchanged)／\(chosen.count) 份（加 --force 全部重新產出）")
    }
    if !kept.others.isEmpty {
      lines.append(
        language == .en
          ? "kept as \(kept.others.count == 1 ? "it was: 1 packet" : "they were: \(kept.others.count) packets") made from the same input"
          : "沿用 \(kept.others.count) 份由相同資料產出的審查資料")
    }
    if dropped > 0 {
      lines.append(
        language == .en
          ? "not in this folder: the packets of \(dropped) more \(dropped == 1 ? "contract" : "contracts"); build without --contract for all"
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
