internal import ReviewModel

/// `figures.csv`: every figure of a packet or of the season, in the order of publication.
struct FigureTable: Sendable {
  static let header = ["scope", "subject", "figure", "period", "value", "unit", "clause"]

  /// A figure's row by the places of its cells.
  struct Row: Sendable {
    let code: FigureCode
    let scope: Range<Int>
    let subject: Range<Int>
    let name: Range<Int>
    let period: Range<Int>
    let value: Range<Int>
    /// Whether the cells stand as the figure has them, byte for byte.
    let isPlain: Bool
  }

  /// The file.
  let bytes: [UInt8]
  /// In the order of the figures.
  let rows: [Row]

  init(_ figures: [Figure]) {
    var writer = CSVWriter(isFormulaSafe: false, startsWithBOM: false)
    var rows: [Row] = []
    writer.reserve((figures.count + 1) * Self.usualLength)
    rows.reserveCapacity(figures.count)
    writer.append(Self.header)
    let catalogue = Catalogue.cells
    // By place and stored properties: a figure that is only looked at is not copied.
    for place in figures.indices {
      rows.append(
        Self.append(
          figures[place].code, figures[place].subject, figures[place].month,
          figures[place].value.text, catalogue, to: &writer))
    }
    bytes = writer.bytes
    self.rows = rows
  }

  private static func append(
    _ code: FigureCode, _ subject: String, _ month: Int?, _ value: String,
    _ catalogue: [Catalogue], to writer: inout CSVWriter
  ) -> Row {
    let rule = catalogue[code.rawValue]
    let scope = writer.append(finished: rule.scope)
    let subject = writer.append(subject)
    let name = writer.append(finished: rule.name)
    let period = writer.append(Figure.period(ofMonth: month))
    let value = writer.append(value)
    writer.append(finished: rule.rest)
    writer.endRow()
    return Row(
      code: code, scope: scope, subject: subject.place, name: name, period: period.place,
      value: value.place, isPlain: subject.isPlain && period.isPlain && value.isPlain)
  }

  /// Hands the same table on in pieces, and keeps nothing of it.
  static func write(
    _ figures: some Sequence<Figure>, _ body: (ArraySlice<UInt8>) throws -> Void
  ) rethrows {
    var writer = CSVWriter(isFormulaSafe: false, startsWithBOM: false)
    writer.append(header)
    let catalogue = Catalogue.cells
    for figure in figures {
      _ = append(
        figure.code, figure.subject, figure.month, figure.value.text, catalogue, to: &writer)
      try writer.handOn(from: CSVWriter.pieceSize, body)
    }
    try writer.handOn(body)
  }

  static func cells(of figure: Figure) -> [String] {
    cells(
      of: figure.code, subject: figure.subject, period: figure.period, value: figure.value.text)
  }

  static func cells(
    of code: FigureCode, subject: String, period: String, value: String
  ) -> [String] {
    let rule = code.rule
    return [
      rule.scope.rawValue, subject, rule.name, period, value, rule.unit.rawValue,
      rule.clause?.rawValue ?? "",
    ]
  }

  /// Bytes of a row with a store's subject, or somewhat more.
  private static let usualLength = 80
}

/// What a figure's code settles of its row, as it is written.
private struct Catalogue {
  let scope: [UInt8]
  let name: [UInt8]
  /// Unit and clause.
  let rest: [UInt8]

  static let cells = FigureRegistry.all.map { rule in
    Catalogue(
      scope: written([rule.scope.rawValue]), name: written([rule.name]),
      rest: written([rule.unit.rawValue, rule.clause?.rawValue ?? ""]))
  }

  private static func written(_ cells: [String]) -> [UInt8] {
    var writer = CSVWriter(isFormulaSafe: false, startsWithBOM: false)
    for cell in cells { writer.append(cell) }
    return writer.bytes
  }
}
