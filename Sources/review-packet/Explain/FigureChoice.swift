import PacketDocuments
import ReviewModel

/// Which figure a path means, or what to say where it means none, or several.
enum FigureChoice {
  case found(Figure)
  case failed([Bilingual])

  /// Figures that are listed where several are meant.
  private static let longestList = 20

  init(_ path: FigurePath, in source: FigureSource) {
    guard !path.codes.isEmpty else {
      self = .failed([Self.noSuchName(path)])
      return
    }
    let found = source.figures(named: path, atMost: Self.mostLookedAt)
    if let figure = Self.meant(by: path, among: found) {
      self = .found(figure)
    } else if found.isEmpty {
      self = .failed([Self.noSuchFigure(path, source)])
    } else {
      self = .failed(Self.several(path, found))
    }
  }

  /// Enough for a total to be found before its parts, and for a list.
  private static let mostLookedAt = 10_000

  /// The only one; or the only one whose subject was written out; or of several the only one of the
  /// widest scope, so that a total comes before its parts.
  private static func meant(by path: FigurePath, among found: [Figure]) -> Figure? {
    if found.count == 1 { return found[0] }
    let exact = found.filter { $0.subject == path.subject }
    if exact.count == 1 { return exact[0] }
    for scope in FigureScope.allCases {
      let wide = found.filter { $0.code.scope == scope }
      if !wide.isEmpty { return wide.count == 1 ? wide[0] : nil }
    }
    return nil
  }

  private static func noSuchName(_ path: FigurePath) -> Bilingual {
    let nearest = nearestName(
      to: path.name.lowercased(), in: FigureCode.allCases.map(\.rule.name))
    return Bilingual(
      zh: "「\(path.text)」：沒有名為「\(path.name)」的數據"
        + (nearest.map { "；是否為「\($0)」？" } ?? "")
        + "；名稱見 figures.csv 的 figure 欄，或頁面上的標題",
      en: "“\(path.text)”: no figure is called “\(path.name)”"
        + (nearest.map { "; is it “\($0)”?" } ?? "")
        + "; the names stand in figures.csv, column figure, and the titles on the pages")
  }

  private static func noSuchFigure(_ path: FigurePath, _ source: FigureSource) -> Bilingual {
    let scopes = Set(path.codes.map(\.scope))
    guard source.season != nil || scopes.contains(where: \.isOfPacket) else {
      return Bilingual(
        zh: "「\(path.text)」是全季或商圈的數據，不在單一審查資料中；請指定年度資料夾",
        en:
          "“\(path.text)” is a figure of the season or of a district, which no packet has; give the "
          + "season folder")
    }
    if !path.subject.isEmpty, let lacking = lacking(path, source) { return lacking }
    let subjects = source.subjects(of: scopes, atMost: Self.longestList)
    return Bilingual(
      zh: "「\(path.text)」：沒有這項數據；「\(path.name)」之前可寫的有 \(subjects.joined(separator: "、"))",
      en: "“\(path.text)”: there is no such figure; before “\(path.name)” may stand "
        + subjects.joined(separator: ", "))
  }

  /// What a subject that is known has instead; nil where none is known.
  private static func lacking(_ path: FigurePath, _ source: FigureSource) -> Bilingual? {
    let others = source.figures(ofSubjectLike: path, atMost: mostLookedAt)
    guard let first = others.first else { return nil }
    let codes = path.codes
    // Of a figure by months the other ones; else all that the first of the subjects has.
    let alike = others.filter { $0.subject == first.subject && codes.contains($0.code) }
    let own = alike.isEmpty ? others.filter { $0.subject == first.subject } : alike
    var names: [String] = []
    for figure in own {
      let isWithMonth = !alike.isEmpty && figure.month != nil
      let name = figure.code.rule.name + (isWithMonth ? "/" + figure.period : "")
      if names.last != name { names.append(name) }
    }
    let wanted = path.name + (path.month.map { "/m\($0)" } ?? "")
    return Bilingual(
      zh: "「\(path.text)」：\(first.subject) 沒有 \(wanted)；有 \(names.joined(separator: "、"))",
      en:
        "“\(path.text)”: \(first.subject) has no \(wanted); it has \(names.joined(separator: ", "))"
    )
  }

  private static func several(_ path: FigurePath, _ found: [Figure]) -> [Bilingual] {
    let rest = found.count - Self.longestList
    let isAll = found.count < Self.mostLookedAt
    let count = isAll ? "\(found.count)" : "\(found.count)+"
    return [
      Bilingual(
        zh: "「\(path.text)」可指 \(count) 項數據，請寫明其一：",
        en: "“\(path.text)” may mean \(count) figures; write one of them out:")
    ]
      + found.prefix(Self.longestList).map { figure in
        Bilingual(
          zh: "  \(figure.path) ＝ \(figure.text(in: .zhHant))",
          en: "  \(figure.path) = \(figure.text(in: .en))")
      }
      + (rest > 0
        ? [Bilingual(zh: "  另有 \(rest) 項", en: "  \(rest) more")] : [])
  }
}
