package import ReviewModel

/// `findings.csv`: every finding without a cap, for a spreadsheet.
enum FindingTable {
  static let header = [
    "severity", "code", "effect", "file", "line", "column", "contract", "store", "clause",
    "message", "row", "cell", "field", "value", "expected", "difference", "owner", "id",
  ]

  /// The table with its texts in the documents' language; personal data as the options say.
  static func bytes(of findings: [Finding], options: DocumentOptions) -> [UInt8] {
    var bytes: [UInt8] = []
    write(findings, options: options) { bytes += $0 }
    return bytes
  }

  /// Hands the same table on in pieces.
  static func write(
    _ findings: [Finding], options: DocumentOptions, _ body: (ArraySlice<UInt8>) throws -> Void
  ) rethrows {
    var writer = CSVWriter(isFormulaSafe: true, startsWithBOM: true)
    writer.append(header)
    for finding in findings {
      writer.append(cells(of: finding.shown(options), options.language))
      try writer.handOn(from: CSVWriter.pieceSize, body)
    }
    try writer.handOn(body)
  }

  private static func cells(of shown: Finding, _ language: Language) -> [String] {
    let rule = shown.rule
    return [
      rule.severity.rawValue, shown.code.rawValue, rule.effect.rawValue,
      shown.place?.file ?? "", text(shown.place?.line), text(shown.place?.column),
      shown.contract?.text ?? "", shown.store?.text ?? "", rule.clause?.rawValue ?? "",
      shown.message(in: language), text(shown.place?.row), shown.place?.cell ?? "",
      shown.field?.title ?? "", shown.value ?? "", shown.expected?[language] ?? "",
      shown.difference ?? "", rule.owner.rawValue, shown.id,
    ]
  }

  private static func text(_ number: Int?) -> String { number.map { String($0) } ?? "" }
}

extension Finding {
  /// Whether the value is a person's name or phone number.
  var quotesPersonalData: Bool {
    field?.key == Column.contact.rawValue || field?.key == Column.phone.rawValue
  }

  /// The finding as a document or a terminal may show it: a quoted contact or phone is masked.
  package func shown(_ options: DocumentOptions) -> Finding {
    guard quotesPersonalData, !options.showsFullContacts, let value else { return self }
    var shown = self
    shown.value = Masking.cell(value)
    return shown
  }
}
