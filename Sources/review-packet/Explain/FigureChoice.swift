import PacketDocuments
import ReviewModel

/// Which figure a path means, or what to say where it means none, or several.
enum FigureChoice {
  case found(Figure)
  case failed([Bilingual])

  /// Names and subjects that are listed.
  private static let longestList = 20

  init(_ path: FigurePath, in source: FigureSource) {
    let search = FigureSearch(path, in: source)
    guard !path.codes.isEmpty else {
      self = .failed([Self.withoutName(path, source) ?? Self.noSuchName(path)])
      return
    }
    let found = search.figures(atMost: Self.longestList + 1)
    let exact = found.filter { $0.subject == search.path.subject }
    if let figure = found.count == 1 ? found.first : exact.count == 1 ? exact.first : nil {
      self = .found(figure)
    } else if found.isEmpty {
      self = .failed([Self.noSuchFigure(search, source)])
    } else {
      self = .failed(Self.several(path, found))
    }
  }

  private static func noSuchName(_ path: FigurePath) -> Bilingual {
    let nearest = path.nearestName
    return Bilingual(
      zh: "「\(path.text)」：沒有名為「\(path.name)」的數據"
        + (nearest.map { "；是否為「\($0)」？" } ?? "")
        + "；名稱見 figures.csv 的 figure 欄，或頁面上的標題",
      en: "“\(path.text)”: no figure is called “\(path.name)”"
        + (nearest.map { "; is it “\($0)”?" } ?? "")
        + "; the names stand in figures.csv, column figure, and the titles on the pages")
  }

  /// Where all of the path is a subject that is known.
  private static func withoutName(_ path: FigurePath, _ source: FigureSource) -> Bilingual? {
    let whole = path.subject.isEmpty ? path.name : path.subject + "/" + path.name
    let search = FigureSearch(path.with(subject: whole.uppercased()), in: source)
    let own = search.figuresOfSubject
    guard let first = own.first else { return nil }
    let names = names(own)
    return Bilingual(
      zh: "「\(path.text)」：請在 \(first.subject)/ 之後寫明數據；有 \(names.joined(separator: "、"))",
      en: "“\(path.text)”: write a figure behind \(first.subject)/; it has "
        + names.joined(separator: ", "))
  }

  /// The names of one subject's figures, each once.
  private static func names(_ figures: [Figure]) -> [String] {
    var names: [String] = []
    for figure in figures where figure.subject == figures.first?.subject {
      if names.last != figure.code.rule.name { names.append(figure.code.rule.name) }
    }
    return names
  }

  private static func noSuchFigure(_ search: FigureSearch, _ source: FigureSource) -> Bilingual {
    let path = search.path
    let own = search.figuresOfSubject
    if let first = own.first { return lacking(path, first, own) }
    let hint = path.codes.contains { !$0.scope.isOfPacket } && source.season == nil
    let subjects = search.subjects(atMost: longestList + 1)
    let isCut = subjects.count > longestList
    let listed = subjects.prefix(longestList)
    let before =
      subjects.isEmpty
      ? Bilingual(zh: "", en: "")
      : Bilingual(
        zh: "；「\(path.name)」之前可寫的有 \(listed.joined(separator: "、"))" + (isCut ? " 等" : ""),
        en: "; before “\(path.name)” may stand \(listed.joined(separator: ", "))"
          + (isCut ? " and others" : ""))
    return Bilingual(
      zh: "「\(path.text)」：沒有這項數據" + before.zh
        + (hint ? "；全季與商圈的數據請指定年度資料夾" : ""),
      en: "“\(path.text)”: there is no such figure" + before.en
        + (hint ? "; for figures of the season or of a district give the season folder" : ""))
  }

  /// What a subject that is known has instead.
  private static func lacking(
    _ path: FigurePath, _ first: Figure, _ own: [Figure]
  ) -> Bilingual {
    // Of a figure by months the other ones; else all that the subject has.
    let alike = own.filter { $0.subject == first.subject && path.codes.contains($0.code) }
    let names =
      alike.isEmpty
      ? names(own)
      : alike.map { $0.code.rule.name + ($0.month == nil ? "" : "/" + $0.period) }
    let wanted = path.name + (path.month.map { "/m\($0)" } ?? "")
    let isOfContract =
      first.code.scope == .district && path.codes.contains { $0.scope == .contract }
    return Bilingual(
      zh: "「\(path.text)」：\(first.subject) 沒有 \(wanted)；有 \(names.joined(separator: "、"))"
        + (isOfContract ? "；契約的數據寫作 \(first.subject)/廠商統編/\(path.name)" : ""),
      en: "“\(path.text)”: \(first.subject) has no \(wanted); it has "
        + names.joined(separator: ", ")
        + (isOfContract
          ? "; a contract's is written \(first.subject)/VENDOR/\(path.name), with the vendor's tax id"
          : ""))
  }

  private static func several(_ path: FigurePath, _ found: [Figure]) -> [Bilingual] {
    let isCut = found.count > longestList
    let count =
      isCut
      ? Bilingual(zh: "許多", en: "many")
      : Bilingual(
        zh: "\(found.count) 項", en: "\(found.count)")
    return [
      Bilingual(
        zh: "「\(path.text)」可指\(count.zh)數據，請寫明其一：",
        en: "“\(path.text)” may mean \(count.en) figures; write one of them out:")
    ]
      + found.prefix(longestList).map { figure in
        Bilingual(
          zh: "  \(figure.path) ＝ \(figure.text(in: .zhHant))",
          en: "  \(figure.path) = \(figure.text(in: .en))")
      }
      + (isCut ? [Bilingual(zh: "  …", en: "  …")] : [])
  }
}
