import PacketDocuments
import ReviewModel
import ReviewRules

/// A forecast as lines for a terminal: the money and counts of each contract, then its stores.
struct ForecastPrinter {
  let language: Language
  let outlook: Outlook

  private var isEnglish: Bool { language == .en }

  func say(_ zh: String, _ en: String) -> String { isEnglish ? en : zh }

  /// What the forecast rests on.
  var heading: [String] {
    let phase = CodeWords.word(outlook.phase)[language]
    let asOf = outlook.asOf.isoText
    guard let today = outlook.dataUntil else {
      return [
        say(
          "\(phase)，截止日 \(asOf)；沒有任何計入的使用，每一天都視為尚未到來（可用 --data-until 指定資料到哪一天）",
          "\(phase), as of \(asOf); no use counts, so every day is taken as still to come "
            + "(--data-until says how far the data reach)")
      ]
    }
    guard outlook.isOpen else {
      return [
        say(
          "\(phase)，截止日 \(asOf)；資料已到截止日，不會再有使用次數，尚可更正檢核結果、補齊規劃",
          "\(phase), as of \(asOf); the data reach that day: no more uses can come, findings and plans "
            + "can still be mended")
      ]
    }
    let days = outlook.firstOpen.days(through: outlook.asOf)
    return [
      say(
        "\(phase)，截止日 \(asOf)；資料至 \(today.isoText)，尚餘 \(days) 天",
        "\(phase), as of \(asOf); the data reach \(today.isoText), \(days) "
          + "\(days == 1 ? "day is" : "days are") to come")
    ]
  }

  /// A contract's lines.
  func lines(_ forecast: ContractForecast, notCounted codes: [FindingCode: Int]) -> [String] {
    let approval = forecast.asItStands.approval
    return [
      "",
      forecast.id.text + " " + approval.districtName + say("／", " / ") + approval.vendorName,
    ]
      + [counts(forecast), deduction(forecast), money(forecast)] + blocked(forecast)
      + rulings(forecast) + newStores(forecast)
      + notCounted(codes, "本契約", "this contract")
      + lastUse(forecast) + [verdicts { forecast.count(of: $0) }]
      + Self.listed.flatMap { stores(of: forecast, $0) }
  }

  /// The season's lines.
  func lines(_ season: SeasonForecast) -> [String] {
    let (now, best) = (season.asItStands, season.atBest)
    var lines = ["", say("全年度", "Season")]
    lines.append(
      counts(now.approved, (now.completed, now.shortfall), (best.completed, best.shortfall)))
    lines.append(
      say(
        "  扣減：現況 \(now.deduction.displayText)，最佳 \(best.deduction.displayText)",
        "  deduction: \(now.deduction.displayText) as it stands, "
          + "\(best.deduction.displayText) at best"))
    lines.append(money(owed(now), owed(best), atRisk: season.atRisk, lost: season.lost))
    if outlook.phase == .final {
      lines.append(
        say(
          "  商圈獎勵：現況 \(now.rewards.displayText)，最佳 \(best.rewards.displayText)",
          "  district rewards: \(now.rewards.displayText) as it stands, "
            + "\(best.rewards.displayText) at best"))
    }
    lines.append(verdicts { season.count(of: $0) })
    return lines
  }

  /// Where the season's findings are told, and what a short month may have for a reason.
  var closingNote: String {
    say(
      "檢核結果請見 review-packet check；匯出檔是否完整請見 review-packet usage",
      "“review-packet check” tells the findings, “review-packet usage” whether the exports are whole."
    )
  }
}

// MARK: Contracts

extension ForecastPrinter {
  /// Stores that are safe are only counted.
  private static let listed: [ForecastVerdict] = [.needsMore, .onCourse, .outOfReach]

  private func counts(_ forecast: ContractForecast) -> String {
    let (now, best) = (forecast.asItStands.counts, forecast.atBest.counts)
    return counts(
      now.approved, (now.completed, now.shortfall), (best.completed, best.shortfall))
  }

  private func counts(
    _ approved: Int, _ now: (completed: Int, short: Int), _ best: (completed: Int, short: Int)
  ) -> String {
    say(
      "  家數：核定 \(approved)；現況完成 \(now.completed)、短少 \(now.short)；"
        + "最佳完成 \(best.completed)、短少 \(best.short)",
      "  stores: \(approved) approved; \(now.completed) completed, \(now.short) short as it stands; "
        + "\(best.completed) completed, \(best.short) short at best")
  }

  private func deduction(_ forecast: ContractForecast) -> String {
    func text(_ money: Settlement) -> String {
      let (vendor, district) = (
        money.vendorDeduction.displayText, money.districtDeduction.displayText
      )
      return say("廠商 \(vendor)、商圈 \(district)", "vendor \(vendor) and district \(district)")
    }
    let now = text(forecast.asItStands.settlement)
    let best = text(forecast.atBest.settlement)
    return say(
      "  扣減：現況\(now)；最佳\(best)", "  deduction: \(now) as it stands; \(best) at best")
  }

  private func money(_ forecast: ContractForecast) -> String {
    money(
      forecast.asItStands.settlement.owed(at: outlook.phase),
      forecast.atBest.settlement.owed(at: outlook.phase), atRisk: forecast.atRisk,
      lost: forecast.lost)
  }

  private func money(_ now: TWD, _ best: TWD, atRisk: TWD, lost: TWD) -> String {
    let word =
      outlook.phase == .final ? say("應付", "payable") : say("試算認列", "recognised on trial")
    let (now, best) = (now.displayText, best.displayText)
    return say(
      "  \(word)：現況 \(now)，最佳 \(best)；尚可挽回 \(atRisk.displayText)，已無法挽回 \(lost.displayText)",
      "  \(word): \(now) as it stands, \(best) at best; \(atRisk.displayText) at risk, "
        + "\(lost.displayText) lost already")
  }

  private func owed(_ totals: SeasonTotals) -> TWD {
    outlook.phase == .final ? totals.payable : totals.recognised
  }

  private func blocked(_ forecast: ContractForecast) -> [String] {
    let standing = forecast.atBest.blockedBy
    let mendable = forecast.asItStands.blockedBy.filter { !standing.contains($0) }
    func line(_ codes: [FindingCode], _ zh: String, _ en: String) -> [String] {
      guard !codes.isEmpty else { return [] }
      return [
        say(
          "  判定：不通過（\(codes.map(\.rawValue).joined(separator: "、"))），\(zh)",
          "  verdict: fail because of \(codes.map(\.rawValue).joined(separator: ", ")), \(en)")
      ]
    }
    return line(standing, "最佳情形亦同", "at best too")
      + line(mendable, "最佳情形以更正後計", "mended at best")
  }

  /// Stores that nobody has named yet.
  private func newStores(_ forecast: ContractForecast) -> [String] {
    guard let day = forecast.goLiveBy else { return [] }
    let count = forecast.newStores
    return [
      say(
        "  清冊外須再增 \(count) 家，最遲 \(day.isoText) 導入，最佳情形已計入",
        "  \(count) more \(count == 1 ? "store" : "stores") would have to be added to the roster and "
          + "go live by \(day.isoText); counted at best")
    ]
  }

  /// What keeps amounts from being had that no use brings.
  private func rulings(_ forecast: ContractForecast) -> [String] {
    let money = forecast.asItStands.settlement
    var lines: [String] = []
    if let ruling = money.nonProvisionRuling {
      let day = ruling.ruledOn.isoText
      lines.append(
        say(
          "  認定：\(day) 未確實提供服務，以上各金額均已計入",
          "  ruling of \(day): the service was not provided; it is in all amounts above"))
    } else if let ruling = money.recogniseRuling, let most = ruling.amount {
      let day = ruling.ruledOn.isoText
      lines.append(
        say(
          "  認定：\(day) 雲端經費至多認列 \(most.displayText)，以上各金額均已計入",
          "  ruling of \(day): at most \(most.displayText) of the cloud fee is recognised; it is in all "
            + "amounts above"))
    }
    return lines
  }

  /// Rows that a finding keeps from counting look like uses or stores that are not there.
  func notCounted(_ codes: [FindingCode: Int], _ zh: String, _ en: String) -> [String] {
    guard !codes.isEmpty else { return [] }
    let list = codes.sorted { $0.key < $1.key }.map { code, count in
      code.rawValue + (count > 1 ? " ×\(count)" : "")
    }
    return [
      say(
        "  注意：\(zh)有資料列因 \(list.joined(separator: "、")) 未計入；請先更正，所列無法挽回者可能因而恢復",
        "  note: rows of \(en) do not count because of \(list.joined(separator: ", ")); mend them first: "
          + "what seems lost may come back")
    ]
  }

  /// A contract whose data end sooner looks worse than it is.
  private func lastUse(_ forecast: ContractForecast) -> [String] {
    guard let today = outlook.dataUntil else { return [] }
    guard let last = forecast.lastUse else {
      return [
        say(
          "  注意：本契約店家尚無任何計入的使用；若匯出檔尚未放入，請先補上",
          "  note: no use of this contract's stores counts; if its exports are still to come, add them "
            + "first")
      ]
    }
    guard last < today else { return [] }
    return [
      say(
        "  注意：本契約最後一次使用在 \(last.isoText)；若其後的匯出檔尚未放入，"
          + "請補上，或單就本契約用 --data-until \(last.isoText)",
        "  note: the last use of this contract's stores is of \(last.isoText); if later exports "
          + "are still to come, add them, or ask for this contract alone with --data-until "
          + last.isoText)
    ]
  }

  private func verdicts(_ count: (ForecastVerdict) -> Int) -> String {
    "  "
      + ForecastVerdict.allCases.map { verdict in
        word(verdict) + say(" ", ": ") + String(count(verdict))
      }.joined(separator: say("、", ", "))
  }

  private func word(_ verdict: ForecastVerdict) -> String {
    switch verdict {
    case .safe: say("已完成", "safe")
    case .onCourse: say("照目前使用情形可完成", "on course")
    case .needsMore: say("尚須補足", "need more")
    case .outOfReach: say("已無法完成", "out of reach")
    }
  }

  private func stores(
    of forecast: ContractForecast, _ verdict: ForecastVerdict
  ) -> [String] {
    let stores = forecast.stores.filter { $0.verdict == verdict }
    guard let width = stores.map(\.store.text.utf8.count).max() else { return [] }
    return ["  " + word(verdict)]
      + stores.flatMap { store in
        texts(store).enumerated().map { index, text in
          let name = index == 0 ? store.store.text : ""
          let gap = String(repeating: " ", count: width - name.utf8.count)
          return "    " + name + gap + "  " + text
        }
      }
  }
}
