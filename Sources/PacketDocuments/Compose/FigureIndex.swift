internal import ReviewModel

/// Figures by their subject, so that a view finds its own without a walk through all.
struct FigureIndex: Sendable {
  private struct Subject: Hashable {
    let scope: FigureScope
    let text: String
  }

  let all: [Figure]
  private let ranges: [Subject: Range<Int>]
  let format: FigureText

  /// Takes figures in the order of publication, where those of a subject stand together.
  init(_ figures: [Figure], format: FigureText) {
    var ranges: [Subject: Range<Int>] = [:]
    var start = 0
    // By place and stored properties: a figure that is only looked at is not copied.
    for index in figures.indices {
      let scope = figures[index].code.scope
      let isLast =
        index + 1 == figures.count || figures[index + 1].subject != figures[index].subject
        || figures[index + 1].code.scope != scope
      guard isLast else { continue }
      ranges[Subject(scope: scope, text: figures[index].subject)] = start..<(index + 1)
      start = index + 1
    }
    all = figures
    self.ranges = ranges
    self.format = format
  }

  /// The figures of one subject.
  func figures(_ scope: FigureScope, of subject: String) -> SubjectFigures {
    let range = ranges[Subject(scope: scope, text: subject)] ?? 0..<0
    return SubjectFigures(all: all, range: range, format: format)
  }

  /// The place of the figure that a page marks; nil where there is none.
  func position(of mark: FigureMark) -> Int? {
    guard let scope = FigureScope(rawValue: mark.scope),
      let range = ranges[Subject(scope: scope, text: mark.subject)]
    else { return nil }
    let month = mark.period.isEmpty ? nil : Int(mark.period.dropFirst())
    guard mark.period.isEmpty || mark.period == month.map({ "m\($0)" }) else { return nil }
    return range.first { position in
      all[position].month == month && Self.names[all[position].code.rawValue] == mark.code
    }
  }

  private static let names = FigureCode.allCases.map(\.name)
}

/// The figures of one subject: a contract, a store, a district or the season.
struct SubjectFigures: Sendable {
  /// Those of several subjects, in which the subject's own have a range.
  let all: [Figure]
  let range: Range<Int>
  let format: FigureText

  func view(_ code: FigureCode, month: Int? = nil) -> FigureView? {
    // By place: a figure that is only looked at is not copied.
    let wanted = code.rawValue
    for place in range where all[place].month == month && all[place].code.rawValue == wanted {
      return FigureView(lent: Lent(all, at: place), format: format)
    }
    return nil
  }

  /// One optional name for each figure without period of a scope, named as it is published.
  fileprivate static func fields<View: FigureSet>(
    _ scope: FigureScope, of view: View.Type
  ) -> [ViewField<View>] {
    FigureCode.allCases.filter { $0.scope == scope && !$0.isMonthly }.map { code in
      .optional(code.name) { $0.pointee.own.view(code) }
    }
  }
}

/// A view that offers a subject's figures by their published names.
protocol FigureSet: TemplateView {
  var own: SubjectFigures { get }
}

/// The season's figures: `{{#figure.payable-total}}…`.
struct SeasonFigures: FigureSet {
  let own: SubjectFigures
  static let fields = SubjectFigures.fields(.season, of: SeasonFigures.self)
}

/// A district's figures.
struct DistrictFigures: FigureSet {
  let own: SubjectFigures
  static let fields = SubjectFigures.fields(.district, of: DistrictFigures.self)
}

/// A contract's figures.
struct ContractFigures: FigureSet {
  let own: SubjectFigures
  static let fields = SubjectFigures.fields(.contract, of: ContractFigures.self)
}

/// A store's figures but those of its months.
struct StoreFigures: FigureSet {
  let own: SubjectFigures
  static let fields = SubjectFigures.fields(.store, of: StoreFigures.self)
}

extension FigureCode {
  /// Whether the figure has one value for each service month.
  var isMonthly: Bool { self == .storeWeeklyAverage || self == .storeMonthVerdict }
}
