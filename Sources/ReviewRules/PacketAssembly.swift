package import ReviewModel

/// Gathers what each packet and the season's overview show from a review.
package struct PacketAssembly: Sendable {
  private let review: SeasonReview
  private let reviewers: ContractReviewers
  private let provenance: Provenance
  private let solutions: [SolutionID: Solution]
  private let districts: [DistrictID: DistrictReview]
  /// Per contract: the usage files that name its stores.
  private let usageFiles: [ContractID: Set<String>]
  /// The numbers of the roster and usage files by their paths, and of the files that every packet names.
  private let fileNumbers: [String: [Int]]
  private let commonFiles: [Int]
  private let findingsByContract: [ContractID: [Int]]
  /// Findings of roster and usage files that name no contract, by file.
  private let findingsByFile: [String: [Int]]
  private let findingsBySolution: [SolutionID: [Int]]

  /// - Parameters:
  ///   - review: The season as reviewed.
  ///   - reviewers: What gives a contract's review with its stores' days.
  ///   - usage: Its counted usage, which tells whose rows stand in which file.
  ///   - provenance: From what and by what it was made, with all of the season's files.
  package init(
    _ review: SeasonReview, _ reviewers: ContractReviewers, usage: SeasonUsage,
    provenance: Provenance
  ) {
    self.review = review
    self.reviewers = reviewers
    self.provenance = provenance
    solutions = Dictionary(
      review.solutions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    districts = Dictionary(
      review.districts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var usageFiles: [ContractID: Set<String>] = [:]
    for tally in usage.tallies {
      for number in tally.contracts where number < review.contracts.count {
        usageFiles[review.contracts[number].id, default: []].insert(tally.file)
      }
    }
    self.usageFiles = usageFiles
    // A season may have a file for each store: a packet does not look at all of them.
    // Names that differ in their normal form alone are one here, and two files.
    var fileNumbers: [String: [Int]] = [:]
    var commonFiles: [Int] = []
    for (number, file) in provenance.files.enumerated() {
      switch file.kind {
      case .roster, .usage: fileNumbers[file.path, default: []].append(number)
      case .programme, .approvals, .solutions, .progress, .rulings, .fixes, .other:
        commonFiles.append(number)
      }
    }
    self.fileNumbers = fileNumbers
    self.commonFiles = commonFiles
    var byContract: [ContractID: [Int]] = [:]
    var byFile: [String: [Int]] = [:]
    var bySolution: [SolutionID: [Int]] = [:]
    let kinds = Dictionary(
      review.files.map { ($0.path, $0.kind) }, uniquingKeysWith: { first, _ in first })
    let lines = Dictionary(
      review.solutions.map { (SolutionLine(file: $0.source.file, line: $0.source.line), $0.id) },
      uniquingKeysWith: { first, _ in first })
    for (index, finding) in review.findings.enumerated() {
      if let contract = finding.contract {
        byContract[contract, default: []].append(index)
      } else if let place = finding.place {
        switch kinds[place.file] {
        case .roster?, .usage?: byFile[place.file, default: []].append(index)
        case .solutions?:
          if let line = place.line, let id = lines[SolutionLine(file: place.file, line: line)] {
            bySolution[id, default: []].append(index)
          }
        default: break
        }
      }
    }
    findingsByContract = byContract
    findingsByFile = byFile
    findingsBySolution = bySolution
  }

  private struct SolutionLine: Hashable {
    let file: String
    let line: Int
  }

  /// A contract's packet: its own figures, its own part of the findings, its own input files.
  ///
  /// Its stores' days and weeks are made here, and are gone with the packet.
  package func packet(of id: ContractID) -> Packet? {
    guard let district = districts[id.district], let contract = reviewers.review(of: id) else {
      return nil
    }
    let used = Set(contract.stores.map { $0.entry.solution }).sorted()
    let files = usageFiles[contract.id, default: []]
      .union(contract.stores.map { $0.entry.source.file })
    var indices = findingsByContract[contract.id, default: []]
    for file in files { indices += findingsByFile[file, default: []] }
    for solution in used { indices += findingsBySolution[solution, default: []] }
    let named = (commonFiles + files.flatMap { fileNumbers[$0, default: []] }).sorted()
    return Packet(
      provenance: provenance.with(files: named.map { provenance.files[$0] }),
      review: contract, district: district, solutions: used.compactMap { solutions[$0] },
      figures: FigureTable.allFigures(of: contract, in: review),
      findings: indices.sorted().map { review.findings[$0] })
  }

  /// An overview of nothing, which says from what and by what the season's is made.
  package var emptyOverview: SeasonOverview {
    SeasonOverview(
      provenance: provenance, contracts: [], districts: [], totals: SeasonTotals(), packets: [],
      ownFigures: [], findings: [], contractFigures: { _ in [] })
  }

  /// The season's overview, where so many contracts' packets stand beside it.
  package func overview(packets: Set<ContractID>) -> SeasonOverview {
    SeasonOverview(
      provenance: provenance, contracts: review.contracts, districts: review.districts,
      totals: review.totals, packets: packets,
      ownFigures: FigureTable.overviewFigures(of: review), findings: review.findings,
      contractFigures: { [reviewers] in reviewers.figures(of: $0) })
  }
}

extension Provenance {
  fileprivate func with(files: [InputFile]) -> Provenance {
    Provenance(
      program: program, ruleSet: ruleSet, templates: templates, phase: phase, asOf: asOf,
      lastDay: lastDay, programme: programme, files: files,
      mended: mended.filter { fix in files.contains { $0.path == fix.file } })
  }
}
