import ReviewModel

extension ReferencePages {
  static var findings: MarkdownPage {
    var page = MarkdownPage("findings.md", title: "Findings 檢核代碼")
    page.paragraph(
      """
      Every finding code, in the order in which findings are sorted. A code once published keeps its \
      meaning. `review-packet rules CODE` prints the same.
      """)
    page.table(
      ["code", "severity", "effect", "owner", "clause", "title"],
      FindingRegistry.all.map { rule in
        [
          "[\(rule.code.rawValue)](#\(rule.code.rawValue.lowercased()))", rule.severity.rawValue,
          rule.effect.rawValue, rule.owner.rawValue, MarkdownPage.link(rule.clause),
          MarkdownPage.both(rule.title),
        ]
      })
    for rule in FindingRegistry.all {
      page.heading(rule.code.rawValue)
      page.paragraph(
        "**\(MarkdownPage.plain(rule.title.zh))** · **\(MarkdownPage.plain(rule.title.en))** · "
          + "since \(rule.since)")
      for language in Language.allCases {
        page.list(
          [rule.meaning, rule.generalMessage, rule.remedy].map { MarkdownPage.plain($0[language]) })
      }
    }
    return page
  }

  static var figures: MarkdownPage {
    var page = MarkdownPage("figures.md", title: "Figures 指標")
    page.paragraph(
      """
      Every figure that a document may show, in the order of `figures.csv` and `packet.xml`, with \
      its formula.
      """)
    for scope in FigureScope.allCases {
      page.heading("Scope `\(scope.rawValue)`")
      page.table(
        ["figure", "unit", "clause", "title", "formula"],
        FigureRegistry.all.filter { $0.scope == scope }.map { rule in
          [
            MarkdownPage.code(rule.name), rule.unit.rawValue, MarkdownPage.link(rule.clause),
            MarkdownPage.both(rule.title), MarkdownPage.both(rule.formula),
          ]
        })
    }
    return page
  }
}
