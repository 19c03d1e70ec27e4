import ReviewModel
import SeasonReading

/// The reference of the documentation, made from the registries that the program itself uses.
enum ReferencePages {
  static var all: [MarkdownPage] {
    [
      commands, findings, figures, clauses, decisions, columns, programme, templateNames,
    ]
  }

  /// Those that an archive keeps: what figures, findings, clauses and columns mean.
  static var archived: [MarkdownPage] {
    [findings, figures, clauses, decisions, columns, programme]
  }

  private static var clauses: MarkdownPage {
    var page = MarkdownPage("clauses.md", title: "Clauses 條款")
    page.paragraph(
      """
      The programme's rules under the numbers by which findings, figures and documents cite them. \
      Origin: `source` is the programme's own briefing; `source-and-decision` has a gap that a \
      [decision](decisions.md) fills.
      """)
    page.table(
      ["clause", "text", "origin", "decisions"],
      Clause.allCases.map { clause in
        [
          clause.rawValue, MarkdownPage.both(clause.text),
          MarkdownPage.code(clause.origin.rawValue),
          clause.decisions.map { MarkdownPage.code($0.id) }.joined(separator: ", "),
        ]
      })
    return page
  }

  private static var decisions: MarkdownPage {
    var page = MarkdownPage("decisions.md", title: "Decisions 決定事項")
    page.paragraph(
      """
      What the briefing leaves open and was decided for this program. One with a setting is read \
      from [programme.yaml](programme.md).
      """)
    page.table(
      ["decision", "text", "clause", "setting"],
      ProgrammeDecision.all.map { decision in
        [
          MarkdownPage.code(decision.id), MarkdownPage.both(decision.text),
          MarkdownPage.link(decision.clause), MarkdownPage.code(decision.setting ?? ""),
        ]
      })
    return page
  }

  private static var columns: MarkdownPage {
    var page = MarkdownPage("columns.md", title: "Columns 欄位")
    page.paragraph(
      """
      The input files' columns, in any order. The key is always a header name too; capitals, widths, \
      inner spaces and a unit in brackets at the end (`權重(%)`) make no difference. \
      `review-packet schema` prints the same.
      """)
    for table in Schemas.all {
      page.heading("`\(table.path)` \(table.title.zh)")
      page.paragraph(MarkdownPage.plain(table.title.en) + ".")
      page.table(
        ["key", "header names", "kind", "required", "meaning"],
        table.columns.map { spec in
          [
            MarkdownPage.code(spec.column.rawValue), spec.names.joined(separator: "、"),
            spec.kind.rawValue, spec.isRequired ? "yes" : "", MarkdownPage.both(spec.note),
          ]
        })
    }
    return page
  }
}
