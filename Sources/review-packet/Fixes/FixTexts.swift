import ReviewModel
import SeasonReading

extension FixFile.Problem {
  /// What is wrong with a list of fixes, and what to do.
  func text(_ path: String) -> Bilingual {
    switch self {
    case .unreadable(let reason?):
      Bilingual(zh: "\(path)：無法讀取（\(reason)）", en: "\(path): it can't be read (\(reason))")
    case .unreadable(nil):
      Bilingual(
        zh: "\(path)：無法辨識的文字編碼；請另存為 CSV UTF-8",
        en: "\(path): no known encoding explains it; save it as CSV UTF-8")
    case .columns(let names):
      Bilingual(
        zh: "\(path)：不是修正清單，第一列缺少欄位 \(names.joined(separator: "、"))",
        en: "\(path): no list of fixes; its first row lacks \(names.joined(separator: ", "))")
    case .cell(let row, let column, let value):
      Bilingual(
        zh: "\(path)：第 \(row) 列的 \(column) 為「\(value)」，無法解讀；應為 \(Self.expected(column).zh)",
        en: "\(path): row \(row), \(column) is “\(value)”, which can't be read; it is to be "
          + Self.expected(column).en)
    case .name(let row, let cell, let expectedRow):
      Bilingual(
        zh: "\(path)：第 \(row) 列的 cell 為「\(cell)」，但同列的 row 為 \(expectedRow)；"
          + "cell 應為欄的字母加上該列號，例如 F\(expectedRow)，請更正其中之一",
        en: "\(path): row \(row), cell is “\(cell)”, but row beside it is \(expectedRow); cell is "
          + "a column's letters and that number, such as F\(expectedRow): correct one of the two")
    }
  }
}

extension FixFile.Problem {
  /// What a column of the list holds.
  private static func expected(_ column: String) -> Bilingual {
    column == "row"
      ? Bilingual(zh: "試算表的列號（1 以上的整數）", en: "a row's number in a spreadsheet, from 1 on")
      : Bilingual(zh: "yes、ask、no 或 done", en: "yes, ask, no or done")
  }
}

extension Mending.Refusal {
  /// Why a fix was not carried out, and with it none.
  var text: Bilingual {
    switch self {
    case .noTable(let fix):
      Bilingual(
        zh: "\(fix.file)：年度資料夾中沒有這個可修正的表格；使用流量檔不予修改",
        en: "\(fix.file): the season has no such table to mend; usage files are left alone")
    case .noCell(let fix):
      Bilingual(
        zh: "\(fix.file) 第 \(fix.row) 列 \(fix.cell)：沒有這個儲存格",
        en: "\(fix.file) row \(fix.row), \(fix.cell): there is no such cell")
    case .changed(let fix, let found):
      if Mending.isPersonal(field: fix.field) {
        Bilingual(
          zh: "\(fix.file) 第 \(fix.row) 列 \(fix.cell)：內容與清單的 before 不同；請重新產生建議",
          en: "\(fix.file) row \(fix.row), \(fix.cell): it differs from before; propose again")
      } else {
        Bilingual(
          zh: "\(fix.file) 第 \(fix.row) 列 \(fix.cell)：內容為「\(found)」，"
            + "清單的 before 為「\(fix.before)」；請重新產生建議",
          en: "\(fix.file) row \(fix.row), \(fix.cell): it holds “\(found)”, but before says "
            + "“\(fix.before)”; propose again")
      }
    case .encoding(let fix, let encoding):
      Bilingual(
        zh: "\(fix.file) 第 \(fix.row) 列 \(fix.cell)：檔案的編碼 \(encoding.rawValue) "
          + "沒有 after 的字；請先將檔案另存為 UTF-8",
        en: "\(fix.file) row \(fix.row), \(fix.cell): the file's encoding \(encoding.rawValue) "
          + "lacks a character of after; save the file as UTF-8 first")
    case .emptied(let fix):
      Bilingual(
        zh: "\(fix.file) 第 \(fix.row) 列 \(fix.cell)：apply 為 yes 但 after 空白，儲存格的內容會遺失；"
          + "請在 after 填入正確內容，或將 apply 改為 no",
        en: "\(fix.file) row \(fix.row), \(fix.cell): apply is yes but after is empty, so the "
          + "cell's content would be lost; write in after what is right, or set apply to no")
    case .twice(let fix):
      Bilingual(
        zh: "\(fix.file) 第 \(fix.row) 列 \(fix.cell)：清單中有兩筆修正",
        en: "\(fix.file) row \(fix.row), \(fix.cell): the list has two fixes for it")
    }
  }
}

/// Fixes and what became of them, as lines for a terminal.
struct FixPrinter {
  private static let linesPerDecision = 20

  let language: Language

  /// A line per fix, of each decision so many.
  func lines(_ fixes: [CellFix]) -> [String] {
    CellFix.Decision.allCases.flatMap { decision in
      let own = fixes.filter { $0.decision == decision }
      let shown = own.prefix(Self.linesPerDecision).map(line)
      let rest = own.count - shown.count
      guard rest > 0 else { return Array(shown) }
      return shown + [
        language == .en ? "\(decision.rawValue): \(rest) more" : "\(decision.rawValue)：另有 \(rest) 筆"
      ]
    }
  }

  private func line(_ fix: CellFix) -> String {
    let shown = Mending.isPersonal(field: fix.field) ? fix.withoutTexts : fix
    let change =
      fix.decision == .no ? "“\(shown.before)”" : "“\(shown.before)” → “\(shown.after)”"
    let code = fix.finding.isEmpty ? "" : " \(fix.finding)"
    return "\(fix.decision.rawValue)  \(fix.file) \(fix.cell) \(fix.field)\(code)  \(change)  "
      + fix.why[language]
  }

  /// What the proposals leave out, and why.
  func notes(_ written: ProposalFile) -> [String] {
    let isEnglish = language == .en
    var notes = written.otherEncodings.map { file, encoding in
      isEnglish
        ? "\(file) is \(encoding.rawValue): a matter of the whole file; save it as CSV UTF-8"
        : "\(file) 的編碼為 \(encoding.rawValue)，屬整個檔案的事；請另存為 CSV UTF-8"
    }
    notes += written.unreadable.map { file in
      isEnglish
        ? "\(file) could not be looked through; see review-packet check"
        : "\(file) 無法檢視；請見 review-packet check"
    }
    if written.fixes.contains(where: { $0.decision == .ask }) {
      notes.append(
        isEnglish
          ? "“ask” changes a value that counts, and so perhaps money: write yes where it is right"
          : "「ask」會改變計入的值，可能影響金額：確認無誤者請改為 yes")
    }
    return notes
  }

  func closing(_ fixes: [CellFix], _ path: String) -> String {
    let (yes, ask, no) = (count(fixes, .yes), count(fixes, .ask), count(fixes, .no))
    return language == .en
      ? "Result: \(fixes.count) \(fixes.count == 1 ? "proposal" : "proposals") (\(yes) yes, \(ask) ask, \(no) no); report: \(path)"
      : "結果：\(fixes.count) 筆建議（yes \(yes)、ask \(ask)、no \(no)）；報告：\(path)"
  }

  func closing(_ copy: MendedCopy, _ folder: String) -> String {
    let (done, left) = (count(copy.fixes, .done), count(copy.fixes, .ask))
    return language == .en
      ? "Result: \(done) \(done == 1 ? "cell" : "cells") mended, \(left) left for a person; report: \(folder)/\(FixFile.name)"
      : "結果：已修正 \(done) 個儲存格，\(left) 個待人工確認；報告：\(folder)/\(FixFile.name)"
  }

  private func count(_ fixes: [CellFix], _ decision: CellFix.Decision) -> Int {
    fixes.count { $0.decision == decision }
  }
}

/// Fixes for machines; personal data stays in the file.
struct FixRecords: Encodable {
  struct Record: Encodable {
    let file, cell, field, before, after, finding, why, apply: String
    let row: Int

    init(_ fix: CellFix, _ language: Language) {
      let shown = Mending.isPersonal(field: fix.field) ? fix.withoutTexts : fix
      (file, row, cell, field) = (shown.file, shown.row, shown.cell, shown.field)
      (before, after, finding) = (shown.before, shown.after, shown.finding)
      (why, apply) = (shown.why[language], shown.decision.rawValue)
    }
  }

  let result: String
  let report: String
  let fixes: [Record]
  /// Of proposals: the tables that could not be looked through, and those not in UTF-8.
  let unreadable, otherEncodings: [String]?

  init(
    _ fixes: [CellFix], report: String, unreadable: [String]? = nil,
    otherEncodings: [String]? = nil, _ language: Language
  ) {
    (self.unreadable, self.otherEncodings) = (unreadable, otherEncodings)
    result = Outcome.allWell.rawValue
    self.report = report
    self.fixes = fixes.map { Record($0, language) }
  }
}
