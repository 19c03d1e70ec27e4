internal import ReviewModel
internal import XMLTools

extension XMLElement {
  func provenance() throws(PacketArchiveError) -> Provenance {
    let asOf = try settingDay("as-of")
    return Provenance(
      program: try required("program"), ruleSet: try required("rule-set"),
      templates: try required("templates"), phase: try code("phase"), asOf: asOf,
      lastDay: try dateIfAny("last-day"), programme: try child("programme").programme(),
      files: try children("file").map { file throws(PacketArchiveError) in try file.inputFile() },
      mended: try (optionalChild("fixes")?.children ?? []).map {
        fix throws(PacketArchiveError) in try fix.cellFix()
      })
  }

  private func programme() throws(PacketArchiveError) -> Programme {
    var programme = Programme()
    programme.year = try count("year")
    programme.title = try childText("title")
    programme.declarationDeadline = try settingDay("declaration-deadline")
    programme.midtermAsOf = try settingDay("midterm-as-of")
    programme.finalAsOf = try settingDay("final-as-of")
    programme.weeklyThresholds = try parsed("weekly-thresholds", .number) { text in
      let numbers = text.split(separator: " ").map { Self.count(String($0)) }
      return numbers.isEmpty || numbers.contains(nil) ? nil : numbers.compactMap { $0 }
    }
    programme.assessment = try code("assessment")
    programme.minAssessedDays = try count("min-assessed-days")
    programme.maxIdleDays = try count("max-idle-days")
    programme.moreThanMonths = try count("more-than-months")
    programme.cloudFeeSharePercent = try hundredths("cloud-fee-share-percent")
    programme.vendorDeductionPerStore = try money("vendor-deduction-per-store")
    programme.districtDeductionPerStore = try money("district-deduction-per-store")
    programme.districtReward = try money("district-reward")
    programme.behindPlanPoints = try hundredths("behind-plan-points")
    return programme
  }

  /// A day of those that a setting may name.
  private func settingDay(_ name: String) throws(PacketArchiveError) -> CalendarDate {
    let day = try date(name)
    guard Programme.days.contains(day) else {
      throw wrong(
        name, day.isoText,
        Bilingual(
          zh: "\(Programme.days.lowerBound.isoText) 至 \(Programme.days.upperBound.isoText)",
          en: "a day from \(Programme.days.lowerBound.isoText) to "
            + Programme.days.upperBound.isoText))
    }
    return day
  }

  private func inputFile() throws(PacketArchiveError) -> InputFile {
    var rows = RowLedger()
    rows.read = try count("read")
    rows.counted = try count("counted")
    rows.skipped = try count("skipped")
    rows.notCounted = try count("not-counted")
    return InputFile(
      path: text, kind: try code("kind"), sha256: try required("sha256"),
      byteCount: try count("bytes"),
      encoding: attribute("encoding") == nil ? nil : try code("encoding"), rows: rows)
  }

  private func cellFix() throws(PacketArchiveError) -> CellFix {
    CellFix(
      file: try required("file"), row: try count("row"), cell: try required("cell"),
      field: try childText("field"), before: try childText("before"),
      after: try childText("after"), finding: attribute("finding") ?? "",
      why: try texts("why") ?? Bilingual(zh: "", en: ""), decision: .done)
  }

  /// A text in both languages; nil where there is none.
  func texts(_ name: String) throws(PacketArchiveError) -> Bilingual? {
    let found = children(name)
    guard !found.isEmpty else { return nil }
    guard found.count == 2, found[0].attribute("lang") == Language.zhHant.rawValue,
      found[1].attribute("lang") == Language.en.rawValue
    else {
      throw PacketArchiveError(
        line: line, zh: "<\(name)> 應依序為 zh-Hant 與 en 各一",
        en: "<\(name)> stands once in zh-Hant and then once in en")
    }
    return Bilingual(zh: found[0].text, en: found[1].text)
  }
}
