import PacketStore
import ReviewModel
import ReviewRules
import SeasonReading
private import Synchronization

/// The stages up to the figures, in their order: read, keep, count, review.
enum Pipeline {
  /// A season as far as it could be taken.
  enum Result {
    /// Nothing can be built: all fatal findings, with what else was found on the way.
    case fatal([Finding], asOf: CalendarDate)
    case reviewed(Reviewed)
  }

  /// A reviewed season with the usage that it was made from.
  struct Reviewed {
    let review: SeasonReview
    /// What gives a contract's review with its stores' days.
    let reviewers: ContractReviewers
    let usage: SeasonUsage
    /// The cells of the input that were mended before.
    let mended: [CellFix]
    /// What the usage was read against.
    let usageRegister: UsageRegister
  }

  /// A season whose files were read, and what they were read against.
  struct ReadSeason {
    let tables: SeasonTables
    let register: Register
    let usageRegister: UsageRegister
    var usage: SeasonUsage
    /// What was found in the files.
    let findings: [Finding]
    let asOf: CalendarDate
  }

  /// A season as far as it could be read.
  enum Reading {
    case fatal([Finding], asOf: CalendarDate)
    case read(ReadSeason)
  }

  /// How a season is read.
  struct Options {
    let season: String
    let phase: Phase
    /// The last day that counts; nil for the phase's.
    let asOf: CalendarDate?
    /// How many parts of the usage are read at a time.
    let jobs: Int
    /// Whether to collect what the usage files say of themselves.
    var isSurveying = false
    /// Whether to compute the files' SHA-256, which what is built names.
    var hasDigests = true
  }

  /// Reads a season's tables, then its usage.
  static func read(_ options: Options, _ progress: Progress) async throws -> Reading {
    progress.begin(.tables)
    let reader = await SeasonReader(
      folder: options.season, hasDigests: options.hasDigests, jobs: options.jobs)
    let day = options.asOf ?? reader.tables.programme.asOf(options.phase)
    func fatal(_ found: [Finding]) -> Reading {
      .fatal(stopped(by: found, options.season), asOf: day)
    }
    if reader.isFatal { return fatal(reader.findings + reader.probeUsage()) }
    let (usageRegister, register, reading): (UsageRegister, Register, UsageReading)
    if options.jobs > 1 {
      // Usage needs no more than the kept rows: all other checks are made beside its reading.
      let days = PreparedDays()
      async let areDaysPrepared: Void = days.prepare(reader.tables.roster, asOf: day)
      let kept = KeptRows(reader.tables)
      async let keys = StoreKeys(kept.storeNumbers)
      usageRegister = kept.usageRegister(asOf: day)
      async let checked = Register(kept, phase: options.phase, asOf: day)
      progress.begin(.usage)
      await areDaysPrepared
      reading = await reader.usage(
        of: usageRegister, await keys, days: days.take(), isSurveying: options.isSurveying,
        jobs: options.jobs
      ) { progress.show(ProgressStep($0)) }
      register = await checked
    } else {
      let kept = KeptRows(reader.tables)
      try Task.checkCancellation()
      register = Register(kept, phase: options.phase, asOf: day)
      usageRegister = kept.usageRegister(asOf: day)
      progress.begin(.usage)
      reading = reader.usage(of: usageRegister, isSurveying: options.isSurveying) {
        progress.show(ProgressStep($0))
      }
    }
    try Task.checkCancellation()
    let found = reader.findings + reading.probeFindings
    if reading.isFatal { return fatal(found) }
    return .read(
      ReadSeason(
        tables: reader.tables, register: register, usageRegister: usageRegister,
        usage: reading.usage, findings: found + reading.findings, asOf: day))
  }

  static func run(_ options: Options, _ progress: Progress) async throws -> Result {
    defer { progress.end() }
    var season: ReadSeason
    switch try await read(options, progress) {
    case .fatal(let findings, let day): return .fatal(findings, asOf: day)
    case .read(let read): season = read
    }
    // A survey asks for the days without uses as well.
    if !options.isSurveying { season.usage.days.endClaims() }
    progress.begin(.review)
    var (review, reviewers) = await Review.review(
      season.register, season.usage, found: season.findings, jobs: options.jobs)
    // Taken out, so that they are named in their place.
    var findings: [Finding] = []
    swap(&findings, &review.findings)
    review.findings = FindingIdentifiers.assigned(
      to: consume findings, sha256Hex: Digest.sha256Hex)
    try Task.checkCancellation()
    if review.findings.contains(where: { $0.severity == .fatal && $0.contract == nil }) {
      return .fatal(review.findings, asOf: season.asOf)
    }
    return .reviewed(
      Reviewed(
        review: review, reviewers: reviewers, usage: season.usage, mended: season.tables.mended,
        usageRegister: season.usageRegister))
  }

  /// The findings of a season whose files other than usage keep anything from being done, as every
  /// command tells them; nil where none of them does.
  static func fatalFindings(of season: String) -> [Finding]? {
    let reader = SeasonReader(folder: season, hasDigests: false)
    return reader.isFatal ? stopped(by: reader.findings + reader.probeUsage(), season) : nil
  }

  private static func stopped(by found: [Finding], _ season: String) -> [Finding] {
    identified(found.map { named($0, season) } + [notChecked(found)])
  }

  private static func identified(_ findings: [Finding]) -> [Finding] {
    FindingIdentifiers.assigned(
      to: findings.sorted(by: findingPrecedes), sha256Hex: Digest.sha256Hex)
  }

  /// A finding about the season folder itself names it as it was typed, not as `.`.
  private static func named(_ finding: Finding, _ season: String) -> Finding {
    guard finding.place?.file == "." else { return finding }
    var finding = finding
    finding.place = Place(file: season)
    return finding
  }

  /// XX000: what fatal findings keep from being checked.
  private static func notChecked(_ findings: [Finding]) -> Finding {
    let codes = Set(findings.filter { $0.severity == .fatal }.map(\.code)).sorted()
    let names = codes.map(\.rawValue)
    return Finding(
      .XX000, value: names.joined(separator: " "),
      detail: Bilingual(
        zh: "契約、店家、使用流量、進度與經費（因 \(names.joined(separator: "、"))）",
        en: "contracts, stores, use, progress and money, because of "
          + names.joined(separator: ", ")))
  }
}

/// The table of days, made while rows are kept, and handed on to the one who counts: nobody else may
/// hold it then, or it would be copied.
private final class PreparedDays: Sendable {
  private let table = Mutex<StoreDayTable?>(nil)

  /// Makes it for the stores of a roster.
  func prepare(_ roster: [RosterEntry], asOf: CalendarDate) {
    let first = roster.lazy.compactMap(\.goLive).min()
    var days = StoreDayTable(storeCount: roster.count, firstGoLive: first, asOf: asOf)
    days.prepare(from: first ?? asOf, to: asOf)
    table.withLock { $0 = days }
  }

  func take() -> StoreDayTable? { table.withLock { $0.take() } }
}
