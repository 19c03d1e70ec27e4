/// One thing that a person should know about the input, with its place, subject and effect.
///
/// Severity, effect, owner, clause and wording come from the registry's rule for the code.
package struct Finding: Sendable, Hashable {
  package var code: FindingCode
  package var place: Place?
  package var contract: ContractID?
  package var store: StoreID?
  package var field: Field?
  /// The value as typed.
  package var value: String?
  /// What was expected instead.
  package var expected: Bilingual?
  /// By how much the two differ, as plain digits.
  package var difference: String?
  /// The row that disagrees with this one.
  package var other: Place?
  /// The rows concerned.
  package var rows: Int?
  /// What the rule's message adds in words.
  package var detail: Bilingual?
  /// 12 hex digits, see `FindingIdentifiers`; empty until they are assigned.
  package var id = ""

  package init(
    _ code: FindingCode, at place: Place? = nil, contract: ContractID? = nil,
    store: StoreID? = nil, field: Field? = nil, value: String? = nil, expected: Bilingual? = nil,
    difference: String? = nil, other: Place? = nil, rows: Int? = nil, detail: Bilingual? = nil
  ) {
    self.code = code
    self.place = place
    self.contract = contract
    self.store = store
    self.field = field
    self.value = value
    self.expected = expected
    self.difference = difference
    self.other = other
    self.rows = rows
    self.detail = detail
  }

  /// A finding about one cell of a row.
  package init(
    _ code: FindingCode, cell column: Column, of source: RowSource, contract: ContractID? = nil,
    store: StoreID? = nil, value: String? = nil, expected: Bilingual? = nil,
    difference: String? = nil, other: Place? = nil, rows: Int? = nil, detail: Bilingual? = nil
  ) {
    self.init(
      code, at: source.place(of: column), contract: contract, store: store,
      field: source.field(of: column), value: value ?? source.text(of: column),
      expected: expected, difference: difference, other: other, rows: rows, detail: detail)
  }

  package var rule: FindingRule { FindingRegistry.rule(code) }
  package var severity: Severity { rule.severity }

  /// The message in the order found → expected → what to do.
  package func message(in language: Language) -> String {
    rule.sentences(in: language).filled { argument($0, language) }
  }

  /// The value as typed; an empty cell is said to be empty.
  private func shownValue(_ language: Language) -> String {
    guard let value, !value.isEmpty else {
      return language == .en ? "(blank)" : "（空白）"
    }
    return value
  }

  private func argument(_ name: MessageTemplate.Name, _ language: Language) -> String {
    switch name {
    case .field: field?.title ?? ""
    case .value: shownValue(language)
    case .expected: expected?[language] ?? ""
    case .difference: difference ?? ""
    case .other: other?.fileAndLine ?? ""
    case .rows: rows.map { String($0) } ?? ""
    case .detail: detail?[language] ?? ""
    case .store: store?.text ?? ""
    case .contract: contract?.text ?? ""
    case .file: place?.file ?? ""
    }
  }
}

/// The order of findings: those of files by file, line, column and code; then derived ones by
/// contract, store and code.
package func findingPrecedes(_ left: Finding, _ right: Finding) -> Bool {
  switch (left.place, right.place) {
  case (let one?, let two?):
    // By bytes: names that differ only in their normal form are two files.
    if !one.file.utf8.elementsEqual(two.file.utf8) { return bytesPrecede(one.file, two.file) }
    if one.line != two.line { return (one.line ?? 0) < (two.line ?? 0) }
    if one.column != two.column { return (one.column ?? 0) < (two.column ?? 0) }
    if left.code != right.code { return left.code < right.code }
    return tieBreak(left, right)
  case (_?, nil): return true
  case (nil, _?): return false
  case (nil, nil):
    if left.contract != right.contract {
      return (left.contract?.text ?? "").utf8.lexicographicallyPrecedes(
        (right.contract?.text ?? "").utf8)
    }
    if left.store != right.store {
      return bytesPrecede(left.store?.text ?? "", right.store?.text ?? "")
    }
    if left.code != right.code { return left.code < right.code }
    return tieBreak(left, right)
  }
}

/// Equal places and codes: months in their order (`m2` before `m10`), then the texts.
private func tieBreak(_ left: Finding, _ right: Finding) -> Bool {
  let (one, two) = (left.field?.title ?? "", right.field?.title ?? "")
  if one != two {
    return one.utf8.count != two.utf8.count
      ? one.utf8.count < two.utf8.count : bytesPrecede(one, two)
  }
  let (store, otherStore) = (left.store?.text ?? "", right.store?.text ?? "")
  if store != otherStore { return bytesPrecede(store, otherStore) }
  return bytesPrecede(left.value ?? "", right.value ?? "")
}
