internal import ReviewModel

/// `figures.csv`: every figure of a packet or of the season, in the order of publication.
enum FigureTable {
  static let header = ["scope", "subject", "figure", "period", "value", "unit", "clause"]

  static func bytes(of figures: [Figure]) -> [UInt8] {
    var writer = CSVWriter(isFormulaSafe: false, startsWithBOM: false)
    writer.append(header)
    for figure in figures {
      let rule = figure.code.rule
      writer.append([
        rule.scope.rawValue, figure.subject, rule.name, figure.period, figure.value.text,
        rule.unit.rawValue, rule.clause?.rawValue ?? "",
      ])
    }
    return writer.bytes
  }
}
