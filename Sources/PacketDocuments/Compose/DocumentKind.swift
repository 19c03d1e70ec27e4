internal import ReviewModel

/// A page of a packet, or the season's overview.
enum DocumentKind: String, CaseIterable, Sendable {
  case cover
  case workProgress = "work-progress"
  case serviceSchedule = "service-schedule"
  case storeRoster = "store-roster"
  case usage
  case settlement
  case findings
  case overview

  /// The pages of a packet, in the order of their links.
  static let ofPacket = allCases.filter { $0 != .overview }

  var templateName: String { rawValue + ".html.mustache" }

  var fileName: String {
    switch self {
    case .cover, .overview: "index.html"
    default: rawValue + ".html"
    }
  }

  /// The document's official name; the report of work progress is named for its phase.
  func title(_ phase: Phase) -> Bilingual {
    switch self {
    case .cover: Bilingual(zh: "審查資料封面", en: "Review packet: cover")
    case .workProgress:
      switch phase {
      case .midterm: Bilingual(zh: "期中工作進度報告", en: "Mid-term work progress report")
      case .final: Bilingual(zh: "期末工作進度報告", en: "Final work progress report")
      }
    case .serviceSchedule: Bilingual(zh: "服務實際進度表", en: "Actual service schedule")
    case .storeRoster: Bilingual(zh: "店家報表清冊", en: "Store roster")
    case .usage: Bilingual(zh: "店家使用雲服務流量資料", en: "Stores’ cloud service usage")
    case .settlement: Bilingual(zh: "經費核算", en: "Settlement")
    case .findings: Bilingual(zh: "檢核結果", en: "Findings")
    case .overview: Bilingual(zh: "商圈雲服務導入一覽表", en: "Overview of cloud services by district")
    }
  }

  /// Whether the document shows amounts, which are a trial calculation at mid-term.
  var hasMoney: Bool { Self.withMoney.contains(self) }

  private static let withMoney = Set(
    allCases.filter { $0.owedFigures.contains { $0.rule.unit == .money } })

  /// For each figure code, by its raw value, whether the document must show it.
  var owesCode: [Bool] { Self.owed[self, default: []] }

  private static let owed = Dictionary(
    uniqueKeysWithValues: allCases.map { kind in
      (kind, FigureCode.allCases.map { kind.owedFigures.contains($0) })
    })

  /// The figures that the document must show; leaving one out of its template is an error.
  var owedFigures: Set<FigureCode> {
    switch self {
    case .cover:
      [
        .contractVerdict, .contractApprovedStores, .contractAdoptedStores,
        .contractCompletedStores, .contractShortfallStores, .contractCompletionProgress,
        .contractWorkProgressActual, .contractUsagePassRate, .contractTotalDeduction,
        .contractRecognisedCloudFee, .contractRecognisedCounsellingFee, .contractPayableTotal,
        .contractWithheldTotal,
      ]
    case .workProgress, .serviceSchedule:
      [
        .contractWorkProgressPlanned, .contractWorkProgressActual, .contractWorkProgressVariance,
      ]
    case .storeRoster:
      [
        .contractApprovedStores, .contractRosteredStores, .contractEligibleStores,
        .contractAdoptedStores, .contractCompletedStores, .contractShortfallStores,
        .contractAdoptionProgress, .contractCompletionProgress, .storeStatus, .storeGoLive,
      ]
    case .usage:
      [
        .contractUsagePassRate, .contractUsageTotal, .storeServiceDays, .storeFullServiceMonths,
        .storeUsageTotal, .storeWeeklyAverage, .storeMonthVerdict, .storeUsageVerdict,
        .storeLongestIdle, .storeGrowing,
      ]
    case .settlement:
      Set(FigureCode.allCases.filter { $0.scope == .contract && $0.rule.unit == .money })
        .union([
          .contractVerdict, .contractApprovedStores, .contractCompletedStores,
          .contractShortfallStores,
        ])
    case .findings: []
    case .overview:
      Set(FigureCode.allCases.filter { $0.scope == .season || $0.scope == .district })
        .union([
          .contractVerdict, .contractApprovedStores, .contractCompletedStores,
          .contractShortfallStores, .contractWorkProgressActual, .contractTotalDeduction,
          .contractPayableTotal,
        ])
    }
  }
}
