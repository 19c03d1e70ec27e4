import ReviewModel
import ReviewRules
import SeasonReading
import TestSupport
import Testing

/// What a season gives: read from its folder and reviewed, as a run of the program does it.
struct SeasonRun {
  /// In their order, with ids.
  let findings: [Finding]
  /// Nil where a fatal finding stops the season.
  let review: SeasonReview?
  /// What gives the contracts' reviews again; nil as `review` is.
  let reviewers: ContractReviewers?
  private let season: SeasonBuilder

  /// Writes, reads and reviews a season; whatever its content, every row is accounted for.
  init(
    _ season: SeasonBuilder, _ phase: Phase = .final, asOf: CalendarDate? = nil,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    self.season = season
    let folder = try TemporaryFolder()
    try season.write(to: folder)
    let reader = SeasonReader(folder: folder.path)
    if reader.isFatal {
      (review, reviewers) = (nil, nil)
      findings = Self.identified(reader.findings + reader.probeUsage())
      return
    }
    let register = Register(
      reader.tables, phase: phase, asOf: asOf ?? reader.tables.programme.asOf(phase))
    let reading = reader.usage(of: register.usageRegister)
    let (reviewed, reviewers) = Review.review(
      register, reading.usage, found: reader.findings + reading.probeFindings + reading.findings)
    var review = Self.whole(reviewed, reviewers)
    review.findings = Self.identified(review.findings)
    self.review = review
    self.reviewers = reviewers
    findings = review.findings
    Self.expectLedger(review, season, location)
  }

  /// The review with the stores of its contracts, which tests look at; the figures must not differ.
  private static func whole(
    _ review: SeasonReview, _ reviewers: ContractReviewers
  ) -> SeasonReview {
    let contracts = review.contracts.compactMap { reviewers.review(of: $0.id) }
    #expect(contracts.map(\.withoutStores) == review.contracts)
    let whole = SeasonReview(
      programme: review.programme, phase: review.phase, asOf: review.asOf, contracts: contracts,
      districts: review.districts, totals: review.totals, findings: review.findings,
      files: review.files, lastDay: review.lastDay, solutions: review.solutions)
    for (contract, slim) in zip(contracts, review.contracts) {
      #expect(FigureTable.figures(of: contract, in: whole) == reviewers.figures(of: slim))
    }
    return whole
  }

  /// The findings as `CODE file:line:column contract store`, a column by its name where it has one.
  var lines: [String] {
    findings.map { finding in
      var parts = [finding.code.rawValue]
      if let place = finding.place {
        var text = place.file
        if let line = place.line { text += ":\(line)" }
        if let column = place.column {
          text += ":" + (season.title(ofColumn: column, in: place.file) ?? String(column))
        }
        parts.append(text)
      }
      if let contract = finding.contract { parts.append(contract.text) }
      if let store = finding.store { parts.append(store.text) }
      return parts.joined(separator: " ")
    }
  }

  func has(_ code: FindingCode) -> Bool { findings.contains { $0.code == code } }

  /// All figures as `subject code period` and value.
  var figures: [String: String] {
    guard let review else { return [:] }
    var all = FigureTable.overviewFigures(of: review)
    for contract in review.contracts {
      all += FigureTable.figures(of: contract, in: review)
      all += FigureTable.storeFigures(of: contract, in: review)
    }
    return Dictionary(
      all.map { figure in
        let period = figure.period.isEmpty ? "" : " " + figure.period
        return (
          "\(figure.code.scope.rawValue) \(figure.subject) \(figure.code.name)\(period)",
          figure.value.text
        )
      }, uniquingKeysWith: { first, second in first + " and again " + second })
  }

  /// A figure of the contract D001/12345675.
  func contract(_ name: String) -> String? { figures["contract D001/12345675 \(name)"] }

  /// A figure of a store of that contract.
  func store(_ store: String, _ name: String) -> String? {
    figures["store D001/12345675/\(store) \(name)"]
  }

  private static func identified(_ findings: [Finding]) -> [Finding] {
    FindingIdentifiers.assigned(to: findings.sorted(by: findingPrecedes)) { bytes in
      // FNV-1a stands for SHA-256: ids only have to be equal for equal input here.
      let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
        ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3
      }
      let hex = String(hash, radix: 16)
      return String(repeating: "0", count: 16 - hex.utf8.count) + hex
    }
  }

  /// Read = counted + skipped + not counted, and findings name just what does not count.
  private static func expectLedger(
    _ review: SeasonReview, _ season: SeasonBuilder, _ location: SourceLocation
  ) {
    var notCounted = 0
    for file in review.files {
      #expect(file.rows.addsUp, "\(file.path): \(file.rows)", sourceLocation: location)
      if let table = season.tables[file.path], file.rows.read > 0 {
        let filled = table.rows.count { $0.contains { !$0.allSatisfy(\.isWhitespace) } }
        #expect(file.rows.read == filled, "rows of \(file.path)", sourceLocation: location)
      }
      let skipped = review.findings.filter {
        $0.place?.file == file.path && $0.rule.effect == .rowSkipped
      }
      #expect(
        file.rows.skipped == Set(skipped.compactMap { $0.place?.line }).count,
        "skipped rows of \(file.path)", sourceLocation: location)
      notCounted += file.rows.notCounted
    }
    let named = review.findings.filter {
      $0.rule.effect == .rowsNotCounted || $0.code == .XX000 && $0.place != nil
    }
    #expect(
      notCounted == named.reduce(0) { $0 + ($1.rows ?? 0) }, "rows not counted",
      sourceLocation: location)
  }
}
