internal import ReviewModel

/// `figures.csv`: every figure of a packet or of the season, in the order of publication.
enum FigureTable {
  static let header = ["scope", "subject", "figure", "period", "value", "unit", "clause"]

  static func bytes(of figures: [Figure]) -> [UInt8] {
    var bytes: [UInt8] = []
    write(figures) { bytes += $0 }
    return bytes
  }

  /// Hands the same table on in pieces.
  static func write(
    _ figures: some Sequence<Figure>, _ body: (ArraySlice<UInt8>) throws -> Void
  ) rethrows {
    var writer = CSVWriter(isFormulaSafe: false, startsWithBOM: false)
    writer.append(header)
    for figure in figures {
      writer.append(cells(of: figure))
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
}
