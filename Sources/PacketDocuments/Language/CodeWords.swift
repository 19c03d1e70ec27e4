package import ReviewModel

/// The words beside the published codes, in both languages.
package enum CodeWords {
  package static func word(_ status: StoreStatus) -> Bilingual {
    switch status {
    case .disallowed: Bilingual(zh: "不予認列", en: "Disallowed")
    case .ineligible: Bilingual(zh: "不符資格", en: "Ineligible")
    case .notAdopted: Bilingual(zh: "尚未導入", en: "Not adopted")
    case .noUsage: Bilingual(zh: "無使用紀錄", en: "No usage")
    case .usageShort: Bilingual(zh: "使用未達標", en: "Usage short")
    case .usageUnassessed: Bilingual(zh: "使用未評定", en: "Usage not assessed")
    case .durationShort: Bilingual(zh: "使用期間不足", en: "Duration short")
    case .noContinuityPlan: Bilingual(zh: "無持續營運規劃", en: "No continuity plan")
    case .completed: Bilingual(zh: "完成", en: "Completed")
    }
  }

  static func word(_ verdict: UsageVerdict) -> Bilingual {
    switch verdict {
    case .met: Bilingual(zh: "達標", en: "Met")
    case .short: Bilingual(zh: "未達標", en: "Short")
    case .unassessed: Bilingual(zh: "未評定", en: "Not assessed")
    }
  }

  package static func word(_ verdict: ContractVerdict) -> Bilingual {
    switch verdict {
    case .pass: Bilingual(zh: "通過", en: "Pass")
    case .fail: Bilingual(zh: "不通過", en: "Fail")
    }
  }

  package static func word(_ severity: Severity) -> Bilingual {
    switch severity {
    case .fatal: Bilingual(zh: "嚴重錯誤", en: "Fatal")
    case .error: Bilingual(zh: "錯誤", en: "Error")
    case .warning: Bilingual(zh: "警告", en: "Warning")
    case .info: Bilingual(zh: "提示", en: "Info")
    }
  }

  package static func word(_ effect: Effect) -> Bilingual {
    switch effect {
    case .none: Bilingual(zh: "無影響", en: "No effect")
    case .rowSkipped: Bilingual(zh: "該列不計入", en: "Row skipped")
    case .rowsNotCounted: Bilingual(zh: "流量不計入", en: "Usage rows not counted")
    case .storeIneligible: Bilingual(zh: "店家不符資格", en: "Store ineligible")
    case .contractBlocked: Bilingual(zh: "契約不予通過", en: "Contract blocked")
    case .amountCapped: Bilingual(zh: "金額以上限計", en: "Amount capped")
    }
  }

  package static func word(_ owner: Owner) -> Bilingual {
    switch owner {
    case .vendor: Bilingual(zh: "廠商", en: "Vendor")
    case .district: Bilingual(zh: "商圈組織", en: "District organisation")
    case .office: Bilingual(zh: "計畫辦公室", en: "Programme office")
    case .reviewer: Bilingual(zh: "審查人員", en: "Reviewer")
    }
  }

  package static func word(_ phase: Phase) -> Bilingual {
    switch phase {
    case .midterm: Bilingual(zh: "期中", en: "Mid-term")
    case .final: Bilingual(zh: "期末", en: "Final")
    }
  }

  static func word(_ kind: RulingKind) -> Bilingual {
    switch kind {
    case .disallow: Bilingual(zh: "不予認列店家", en: "Store disallowed")
    case .nonProvision: Bilingual(zh: "未確實提供服務", en: "Service not provided")
    case .recognise: Bilingual(zh: "認列金額", en: "Amount recognised")
    }
  }

  static func word(_ kind: InputFile.Kind) -> Bilingual {
    switch kind {
    case .programme: Bilingual(zh: "計畫設定", en: "Programme")
    case .approvals: Bilingual(zh: "核定清單", en: "Approvals")
    case .solutions: Bilingual(zh: "雲端方案", en: "Solutions")
    case .progress: Bilingual(zh: "工作進度", en: "Progress")
    case .rulings: Bilingual(zh: "認定紀錄", en: "Rulings")
    case .roster: Bilingual(zh: "店家清冊", en: "Roster")
    case .usage: Bilingual(zh: "使用流量", en: "Usage")
    case .fixes: Bilingual(zh: "修正紀錄", en: "Fixes")
    case .other: Bilingual(zh: "其他", en: "Other")
    }
  }

  static func word(_ assessment: Assessment) -> Bilingual {
    switch assessment {
    case .monthlyAverage: Bilingual(zh: "按月平均", en: "Monthly average")
    case .everyWeek: Bilingual(zh: "每週皆須達標", en: "Every week")
    }
  }

  static func word(_ holds: Bool) -> Bilingual {
    holds ? Bilingual(zh: "是", en: "Yes") : Bilingual(zh: "否", en: "No")
  }

  /// The word for a figure's code value; nil for a code that is none of the figure's.
  package static func word(forCode code: String, of figure: FigureCode) -> Bilingual? {
    switch figure {
    case .contractVerdict: ContractVerdict(rawValue: code).map { word($0) }
    case .storeStatus: StoreStatus(rawValue: code).map { word($0) }
    case .storeMonthVerdict, .storeUsageVerdict: UsageVerdict(rawValue: code).map { word($0) }
    case .storeGrowing: word(code == "yes")
    default: nil
    }
  }
}
