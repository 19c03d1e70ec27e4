internal import ReviewModel
internal import XMLTools

/// The figures' codes by scope and published name.
private struct FigureName: Hashable {
  let scope: String
  let name: String

  static let codes = Dictionary(
    FigureCode.allCases.map { (FigureName(scope: $0.scope.rawValue, name: $0.name), $0) },
    uniquingKeysWith: { first, _ in first })
}

extension XMLElement {
  func figure() throws(PacketArchiveError) -> Figure {
    let code = try figureCode()
    let text = try required("value")
    guard let value = FigureValue(text, unit: code.rule.unit),
      try required("unit") == code.rule.unit.rawValue
    else {
      throw wrong(
        "value", text,
        Bilingual(
          zh: "單位為 \(code.rule.unit.rawValue) 的數值", en: "a value in \(code.rule.unit.rawValue)"))
    }
    return Figure(
      code, of: try required("subject"), month: try period(), value,
      from: Derivation(
        try children("operand").map {
          operand throws(PacketArchiveError) in try operand.operand()
        },
        rows: try children("row").map { row throws(PacketArchiveError) in try row.place() }))
  }

  private func figureCode() throws(PacketArchiveError) -> FigureCode {
    let (scope, name) = (try required("scope"), try required("code"))
    guard let code = FigureName.codes[FigureName(scope: scope, name: name)] else {
      throw wrong(
        "code", name,
        Bilingual(zh: "範圍 \(scope) 的數據代碼", en: "the code of a figure of the scope \(scope)"))
    }
    return code
  }

  /// The month of `m1`, `m2`, …; nil for an empty period.
  private func period() throws(PacketArchiveError) -> Int? {
    let text = try required("period")
    if text.isEmpty { return nil }
    guard text.hasPrefix("m"), let month = Self.count(String(text.dropFirst())) else {
      throw wrong("period", text, Bilingual(zh: "m1、m2、…", en: "m1, m2, …"))
    }
    return month
  }

  private func operand() throws(PacketArchiveError) -> Derivation.Operand {
    let all = children
    guard all.count == 2 else { throw wrong("operand", String(all.count), .number) }
    return Derivation.Operand(all[0].text, try required("value"), try all[1].origin())
  }

  private func origin() throws(PacketArchiveError) -> Derivation.Operand.Origin {
    switch name {
    case "from-figure":
      .figure(try figureCode(), subject: try required("subject"), month: try period())
    case "from-setting": .setting(try required("key"))
    case "from-cell": .cell(try place())
    case "from-usage":
      .usage(
        StoreID(try required("store")), from: try date("first"), through: try date("last"))
    case "from-findings": .findings(try codes("codes"))
    default: .intermediate
    }
  }

  func finding() throws(PacketArchiveError) -> Finding {
    let code: FindingCode = try code("code")
    var finding = Finding(
      code,
      at: try optionalChild("place").map { place throws(PacketArchiveError) in try place.place() },
      contract: try parsedIfAny(
        "contract", Bilingual(zh: "契約，如 D001/12345675", en: "a contract, such as D001/12345675")
      ) { ContractID(text: $0) },
      store: attribute("store").map { StoreID($0) },
      field: try optionalChild("field").map { field throws(PacketArchiveError) in
        Field(title: field.text, key: try field.required("key"))
      },
      value: optionalChild("value")?.text, expected: try texts("expected"),
      difference: optionalChild("difference")?.text,
      other: try optionalChild("other").map { other throws(PacketArchiveError) in try other.place()
      },
      rows: try countIfAny("rows"), detail: try texts("detail"))
    finding.id = try required("id")
    return finding
  }
}

extension FigureValue {
  /// The value that a text of `figures.csv` or `packet.xml` stands for; nil where the unit has no such.
  init?(_ text: String, unit: FigureUnit) {
    if text.isEmpty {
      self = .none
      return
    }
    switch unit {
    case .contract, .district, .store, .use, .day, .month:
      guard let count = XMLElement.whole(text) else { return nil }
      self = .count(count)
    case .money:
      guard let amount = XMLElement.whole(text) else { return nil }
      self = .money(TWD(amount))
    case .percent, .points, .usePerWeek:
      guard let number = XMLElement.hundredths(text) else { return nil }
      self = .hundredths(number)
    case .date:
      guard let date = CalendarDate(iso: text) else { return nil }
      self = .date(date)
    case .code: self = .code(text)
    }
  }
}
