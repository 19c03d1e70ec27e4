import PacketStore
import ReviewModel
import ReviewRules
import SeasonReading

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
    let usage: SeasonUsage
    /// The cells of the input that were mended before.
    let mended: [CellFix]
    /// What the usage was read against.
    let usageRegister: UsageRegister
  }

  static func run(
    season: String, phase: Phase, asOf: CalendarDate?, isSurveying: Bool = false
  ) -> Result {
    let reader = SeasonReader(folder: season)
    let day = asOf ?? reader.tables.programme.asOf(phase)
    if reader.isFatal {
      let findings = reader.findings.map { named($0, season) } + [notChecked(reader.findings)]
      return .fatal(identified(findings), asOf: day)
    }
    let register = Register(reader.tables, phase: phase, asOf: day)
    let usageRegister = register.usageRegister
    let (usage, found) = reader.usage(of: usageRegister, isSurveying: isSurveying)
    var review = Review.review(register, usage, found: reader.findings + found)
    review.findings = identified(review.findings)
    if review.findings.contains(where: { $0.severity == .fatal && $0.contract == nil }) {
      return .fatal(review.findings, asOf: day)
    }
    return .reviewed(
      Reviewed(
        review: review, usage: usage, mended: reader.tables.mended, usageRegister: usageRegister))
  }

  private static func identified(_ findings: [Finding]) -> [Finding] {
    FindingIdentifiers.assigned(to: findings.sorted(by: findingPrecedes)) {
      Digest.sha256Hex($0)
    }
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
