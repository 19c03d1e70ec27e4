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
    var writer = CSVWriter(
      isFormulaSafe: false, startsWithBOM: false, capacity: (figures.count + 1) * Self.usualLength)
    var rows: [Row] = []
    rows.reserveCapacity(figures.count)
    writer.append(Self.header)
    let catalogue = Catalogue.cells
    // By place and stored properties: a figure that is only looked at is not copied.
    for place in figures.indices {
      rows.append(
        Self.append(
          figures[place].code, figures[place].subject, figures[place].month,
          figures[place].value, catalogue, to: &writer))
    }
    bytes = writer.bytes
    self.rows = rows
  }

  private static func append(
    _ code: FigureCode, _ subject: String, _ month: Int?, _ value: FigureValue,
    _ catalogue: [Catalogue], to writer: inout CSVWriter
  ) -> Row {
    let rule = code.rawValue
    let scope = writer.append(finished: { $0.append(catalogue[rule].scope) })
    let subject = writer.append(subject)
    let name = writer.append(finished: { $0.append(catalogue[rule].name) })
    let period = writer.append(finished: { $0.period(month) })
    let shown: CSVWriter.Cell =
      if case .code(let text) = value {
        writer.append(text)
      } else {
        // Digits, signs and dashes stand as they are.
        CSVWriter.Cell(place: writer.append(finished: { $0.value(value) }), isPlain: true)
      }
    writer.append(finished: { $0.append(catalogue[rule].rest) })
    writer.endRow()
    return Row(
      code: code, scope: scope, subject: subject.place, name: name, period: period,
      value: shown.place, isPlain: subject.isPlain && shown.isPlain)
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
        figure.code, figure.subject, figure.month, figure.value, catalogue, to: &writer)
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
  let scope: String
  let name: String
  /// Unit and clause.
  let rest: String

  static let cells = FigureRegistry.all.map { rule in
    Catalogue(
      scope: written([rule.scope.rawValue]), name: written([rule.name]),
      rest: written([rule.unit.rawValue, rule.clause?.rawValue ?? ""]))
  }

  private static func written(_ cells: [String]) -> String {
    var writer = CSVWriter(isFormulaSafe: false, startsWithBOM: false)
    for cell in cells { writer.append(cell) }
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
