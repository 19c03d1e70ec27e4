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

  let review: SeasonReview
  private let assembly: PacketAssembly
  private let renderer: DocumentRenderer
  /// The contracts whose packets are built; all of them where none was asked for.
  let chosen: [ContractReview]
  let isPartial: Bool
  let shard: Shard?

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
      if isPartial, earlier == nil, let manifest = staging.previous, hasOthers(in: manifest),
        let fault = EarlierOutput.overviewFault(at: out, manifest)
      {
        // The other packets may be right, and are not to be lost.
        throw fault
      }
      let others = isPartial ? try others(in: earlier) : []
      // The overview of a shard is that of all of them: merge finds the same one in each.
      let present =
        shard == nil ? Set(chosen.map(\.id)).union(others) : Set(review.contracts.map(\.id))
      let overview = assembly.overview(packets: present)
      let unchanged = try await write(
        overview, to: staging, keeping: isForced ? nil : usable(earlier), jobs: jobs, progress)
      for contract in others.sorted() {
        try await staging.carryOver(path(contract.folderName))
      }
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

  /// Few enough for progress to be seen.
  private static let mostPerTask = 8

  /// What was worked on.
  private enum Piece {
    case packets(count: Int, kept: Int)
    case overview([DocumentProblem])
  }

  /// Works on up to `jobs` packets at the same time, the overview in the place of one of them; each
  /// is written and let go.
  ///
  /// Gives the number of those that were kept as they were.
  private func write(
    _ overview: SeasonOverview, to staging: Staging, keeping earlier: EarlierOutput?, jobs: Int,
    _ progress: Progress
  ) async throws -> Int {
    progress.begin(.packets)
    defer { progress.end() }
    return try await withThrowingTaskGroup(of: Piece.self) { group in
      var next = 0
      var done = 0
      var unchanged = 0
      var problems: [DocumentProblem] = []
      func start(_ group: inout ThrowingTaskGroup<Piece, any Error>) {
        guard next < chosen.count else { return }
        // Several in one task while there are many, since each task's end wakes a thread.
        let share = (chosen.count - next) / (4 * max(1, jobs))
        let part = chosen[next..<(next + min(max(1, share), Self.mostPerTask))]
        next = part.endIndex
        group.addTask {
          var kept = 0
          for contract in part {
            try Task.checkCancellation()
            kept += try await write(contract, to: staging, keeping: earlier) ? 1 : 0
          }
          return .packets(count: part.count, kept: kept)
        }
      }
      // The longest one first, so that no processor waits for it in the end.
      group.addTask { .overview(try await write(overview, to: staging)) }
      for _ in 1..<max(1, jobs) { start(&group) }
      while let piece = try await group.next() {
        try Task.checkCancellation()
        switch piece {
        case .packets(let count, let kept):
          done += count
          unchanged += kept
          progress.show(ProgressStep(done: done, total: chosen.count, unit: .packets))
        case .overview(let found): problems = found
        }
        start(&group)
      }
      // What is wrong with a packet is told first, however fast the overview was.
      guard problems.isEmpty else { throw DocumentProblems(problems: problems) }
      return unchanged
    }
  }

  /// Writes the overview's files, and gives what is wrong with them.
  private func write(
    _ overview: SeasonOverview, to staging: Staging
  ) async throws -> [DocumentProblem] {
    var problems: [DocumentProblem] = []
    for file in renderer.files(of: overview) {
      try Task.checkCancellation()
      problems += try await staging.write(path(file.path)) { try file.write(to: $0) }
    }
    return problems
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
        // A file was changed or taken away since: the packet is made again, as if nothing were there.
        switch error.reason {
        case .changedSinceWritten, .lostSinceWritten: await staging.forget(folder)
        default: throw error
        }
      }
    }
    for file in try renderer.files(of: packet) {
      try await staging.write(try path(contract.id.folderName + "/" + file.path), file.bytes)
    }
    try await staging.seal(folder)
    return false
  }

  /// The packets of the earlier output that were made from the same input by the same rules,
  /// templates and options: they are kept, so that all packets of a folder agree.
  private func others(in earlier: EarlierOutput?) throws -> Set<ContractID> {
    guard let earlier, earlier.isOfSameSeason else { return [] }
    let built = Set(chosen.map(\.id))
    let others = try review.contracts.filter { contract in
      try !built.contains(contract.id)
        && earlier.hasPacket(in: path(contract.id.folderName))
    }
    return Set(others.map(\.id))
  }

  /// Whether an output has a packet that is not built now.
  private func hasOthers(in manifest: Manifest) -> Bool {
    let built = Set(chosen.map(\.id.folderName))
    return manifest.entries.contains { entry in
      let parts = entry.path.components
      return parts.count == 2 && parts[1] == PacketArchive.fileName && !built.contains(parts[0])
    }
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
}
