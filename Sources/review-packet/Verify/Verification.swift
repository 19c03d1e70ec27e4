import ReviewModel

/// A step of `verify`, from what a stranger can check to what only the raw data tells.
enum VerifyLevel: Int, CaseIterable, Comparable {
  case manifests
  case schema
  case canonical
  case documents
  case rawData

  /// `L0` to `L4`, as the command line takes them.
  var name: String { "L\(rawValue)" }

  var title: Bilingual {
    switch self {
    case .manifests: Bilingual(zh: "清單與摘要", en: "manifests")
    case .schema: Bilingual(zh: "綱要與加總", en: "schema and sums")
    case .canonical: Bilingual(zh: "正規形式", en: "canonical form")
    case .documents: Bilingual(zh: "由 packet.xml 重建文件", en: "documents from packet.xml")
    case .rawData: Bilingual(zh: "由原始資料重建", en: "packet.xml from the raw data")
    }
  }

  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// What a level says of a packet.
struct LevelResult {
  enum State: String {
    case ok
    case differs
    case notChecked = "not-checked"
  }

  let level: VerifyLevel
  let state: State
  let detail: Bilingual
  let differences: [VerifyDifference]

  /// A level that was looked at: it differs where anything does.
  init(_ level: VerifyLevel, _ differences: [VerifyDifference], detail: Bilingual) {
    self.level = level
    state = differences.isEmpty ? .ok : .differs
    // What is said of a level where all is well would be untrue of another.
    let count = differences.count
    self.detail =
      count == 0
      ? detail
      : Bilingual(zh: "\(count) 項不符", en: "\(count) \(count == 1 ? "difference" : "differences")")
    self.differences = differences
  }

  /// A level that could not be looked at, and why.
  init(_ level: VerifyLevel, notChecked reason: Bilingual) {
    self.level = level
    state = .notChecked
    detail = reason
    differences = []
  }
}

/// Something that is not as it should be: its cause, where, what, and what it does to the money.
struct VerifyDifference {
  enum Cause: String {
    /// A file that the manifest lists is missing or has another content, or one is not listed.
    case files
    /// Not XML, or against the schema.
    case malformed
    /// Figures that do not follow from the packet's own rows.
    case sums
    /// The bytes of packet.xml are not its canonical form.
    case canonical
    case editedPage = "edited-page"
    case editedArchive = "edited-packet-xml"
    /// season.xml or a table of the overview.
    case editedOverview = "edited-overview"
    case templates
    case programme
    case ruleSet = "rule-set"
    case program
    case inputFiles = "input-files"
    case inputRows = "input-rows"
    case findings
    case figures
    /// Made by a later version of the program.
    case laterVersion = "later-version"

    var word: Bilingual {
      switch self {
      case .files: Bilingual(zh: "檔案有異", en: "files")
      case .malformed: Bilingual(zh: "格式有誤", en: "malformed")
      case .sums: Bilingual(zh: "加總不符", en: "sums")
      case .canonical: Bilingual(zh: "非正規形式", en: "canonical form")
      case .editedPage: Bilingual(zh: "頁面經人工修改", en: "page edited by hand")
      case .editedArchive: Bilingual(zh: "packet.xml 經修改", en: "packet.xml edited")
      case .editedOverview: Bilingual(zh: "總覽經修改", en: "overview edited")
      case .templates: Bilingual(zh: "範本不同", en: "other templates")
      case .programme: Bilingual(zh: "年度設定不同", en: "other programme value")
      case .ruleSet: Bilingual(zh: "規則版本不同", en: "other rule set")
      case .program: Bilingual(zh: "程式版本不同", en: "other program version")
      case .inputFiles: Bilingual(zh: "輸入檔不同", en: "other input file")
      case .inputRows: Bilingual(zh: "輸入資料列不同", en: "other input rows")
      case .findings: Bilingual(zh: "檢核結果不同", en: "other findings")
      case .figures: Bilingual(zh: "數據不同", en: "other figures")
      case .laterVersion: Bilingual(zh: "較新版本產出", en: "made by a later version")
      }
    }
  }

  let cause: Cause
  /// The file with its line, or what the difference is about.
  let place: String
  let text: Bilingual
  let effect: MoneyEffect?

  init(_ cause: Cause, _ place: String, zh: String, en: String, effect: MoneyEffect? = nil) {
    self.cause = cause
    self.place = place
    text = Bilingual(zh: zh, en: en)
    self.effect = effect
  }
}

/// By how much a difference moves a contract's money.
///
/// Unit: TWD, what is right less what the packet says.
struct MoneyEffect: Equatable {
  let recognised: TWD
  let payable: TWD

  init(from old: Settlement, to new: Settlement) {
    recognised = new.recognisedTotal - old.recognisedTotal
    payable = new.payableTotal - old.payableTotal
  }

  var text: Bilingual {
    Bilingual(
      zh: "影響：認列 \(Self.signed(recognised))、應付 \(Self.signed(payable))",
      en: "effect: recognised \(Self.signed(recognised)), payable \(Self.signed(payable))")
  }

  private static func signed(_ amount: TWD) -> String {
    (amount > .zero ? "+" : "") + amount.displayText
  }
}
