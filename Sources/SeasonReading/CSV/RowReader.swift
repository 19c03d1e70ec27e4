import ReviewModel

/// A table's row, cell by cell: values, or findings where a cell can't be read.
struct RowReader {
  private let record: Record
  private let plan: RowPlan
  /// The place of the plan that is looked at first.
  private var next = 0
  let source: RowSource
  /// By its place in the source, whether a cell is `Normalisation.isPlain`; not known from 64 on.
  private let plainCells: UInt64
  /// What was read of the row before; nil where nobody keeps it.
  private let memory: RowMemory?
  /// By its place in the source, whether a cell is the same as in the row before; not known from 64 on.
  private let sameCells: UInt64
  private(set) var findings: [Finding] = []
  private(set) var isComplete = true

  /// - Parameters:
  ///   - record: The row.
  ///   - plan: Where its cells stand.
  ///   - memory: What was read of the row before; takes this one in.
  init(_ record: Record, _ plan: RowPlan, _ memory: RowMemory? = nil) {
    self.record = record
    self.plan = plan
    self.memory = memory
    var cells: [String] = []
    cells.reserveCapacity(plan.cells.count)
    var plainCells: UInt64 = 0
    var sameCells: UInt64 = 0
    for cell in plan.cells {
      guard cell < record.count else {
        cells.append("")
        continue
      }
      let bytes = Blanks.trimmed(record.cell(cell))
      let isPlain: Bool
      let text: String
      if let memory {
        let isSame: Bool
        (text, isPlain, isSame) = memory.take(cells.count, bytes)
        // 1 << 64 is 0.
        if isSame { sameCells |= 1 << UInt64(cells.count) }
      } else {
        isPlain = Normalisation.isPlain(bytes)
        text = isPlain ? String(decoding: bytes, as: UTF8.self) : Normalisation.text(bytes)
      }
      if isPlain { plainCells |= 1 << UInt64(cells.count) }
      cells.append(text)
    }
    self.plainCells = plainCells
    self.sameCells = sameCells
    source = RowSource(layout: plan.layout, line: record.line, row: record.row, cells: cells)
  }

  /// A text as typed, trimmed, in NFC; a damaged one is pointed out (IN011).
  mutating func text(_ column: Column) -> String {
    let place = place(of: column)
    let text = typed(place)
    if text.isEmpty, isRequired(place) { refuseEmpty(column) }
    if !isPlain(place) { pointOutDamage(text, column) }
    return text
  }

  /// A text that is compared: a key after NFKC.
  mutating func key(_ column: Column) -> String {
    let place = place(of: column)
    let code = code(place)
    if code.isEmpty, isRequired(place) { refuseEmpty(column) }
    if !isPlain(place) { pointOutDamage(typed(place), column) }
    return code
  }

  mutating func id(_ column: Column) -> String? {
    let place = place(of: column)
    if case .id(let known) = remembered(place) { return known }
    let code = code(place)
    if isRequired(place), plan.kind == .roster, CellParser.isDamagedID(code) {
      refuse(column, .RO012, Expected.undamagedID)
      return nil
    }
    let id = take(CellParser.id(code), column, place, expected: Expected.id)
    return remember(id, place) { .id($0) }
  }

  mutating func taxID(_ column: Column) -> TaxID? {
    let place = place(of: column)
    if case .taxID(let known) = remembered(place) { return known }
    let code = code(place)
    // Eight digits are nothing that a spreadsheet made of a number.
    if let id = TaxID(digits: code) { return remember(id, place) { .taxID($0) } }
    let parsed = CellParser.taxID(code)
    if isRequired(place), plan.kind == .roster, CellParser.isDamagedID(code) {
      refuse(column, .RO012, Expected.undamagedTaxID)
      return nil
    }
    guard let number = take(parsed, column, place, expected: Expected.taxID) else { return nil }
    if number.wasPadded {
      findings.append(
        Finding(.IN006, cell: column, of: source, expected: Expected.padded(number.id)))
    }
    return number.id
  }

  mutating func integer(_ column: Column, atLeast least: Int = 0) -> Int? {
    let place = place(of: column)
    var parsed = CellParser.integer(code(place))
    if case .value(let number) = parsed, number < least { parsed = .invalid }
    return take(parsed, column, place, expected: Expected.integer(atLeast: least))
  }

  /// A count where the cell is one; nothing is said of other cells.
  mutating func countIfReadable(_ column: Column) -> Int? {
    if case .value(let number) = CellParser.integer(code(place(of: column))) { number } else { nil }
  }

  mutating func money(_ column: Column) -> TWD? {
    let place = place(of: column)
    if case .money(let known) = remembered(place) { return known }
    let unit = place?.unit ?? 1
    let code = code(place)
    // A phone number that slipped would be an amount.
    let isPhone = plan.kind == .roster && SlippedPhones.isPhone(fee: code)
    let amount = take(
      isPhone ? .invalid : CellParser.money(code, unit: unit), column, place,
      expected: Expected.money(unit: unit))
    return remember(amount, place) { .money($0) }
  }

  mutating func percent(_ column: Column) -> Hundredths? {
    let place = place(of: column)
    return take(CellParser.percent(code(place)), column, place, expected: Expected.percent)
  }

  mutating func date(_ column: Column) -> CalendarDate? {
    let place = place(of: column)
    if case .date(let known) = remembered(place) { return known }
    let date = take(DateParser.parse(code(place)), column, place, expected: Expected.date)
    return remember(date, place) { .date($0) }
  }

  mutating func flag(_ column: Column) -> Bool? {
    let place = place(of: column)
    return take(CellParser.flag(code(place)), column, place, expected: Expected.flag)
  }

  /// A cell that must be one of some words.
  mutating func choice<Choice>(
    _ column: Column, expected: Bilingual, _ parse: (String) -> Choice?
  ) -> Choice? {
    let place = place(of: column)
    let code = code(place)
    if code.isEmpty { return take(.empty, column, place, expected: expected) }
    return take(parse(code).map { .value($0) } ?? .invalid, column, place, expected: expected)
  }

  /// Refuses the row because of a cell that this row may not leave empty.
  mutating func refuseEmpty(_ column: Column) {
    refuse(column, .IN005, Expected.notEmpty)
  }

  /// Refuses the row because of a cell that this row requires, though its column does not; what
  /// was found of it since then says so no more.
  mutating func require(_ column: Column, since count: Int, expected: Bilingual) {
    let place = source.place(of: column)
    findings = findings[..<count] + findings[count...].filter { $0.place != place }
    refuse(column, .IN005, expected)
  }

  /// Points out an optional cell that can't be used; it is taken as empty.
  mutating func ignore(_ column: Column, expected: Bilingual) {
    findings.append(Finding(.IN006, cell: column, of: source, expected: expected))
  }

  /// Adds a finding about the row as a whole; it quotes no cell with personal data.
  mutating func add(_ finding: Finding?) {
    guard var finding else { return }
    if let column = finding.place?.column, finding.value != nil, isPersonal(cell: column) {
      finding.value = "***"
    }
    findings.append(finding)
  }

  /// Quotes no cell of the row where its cells have slipped or it is no store's: any may hold a contact
  /// or a phone then.
  mutating func hideSlippedCells() {
    guard !findings.isEmpty else { return }
    let cells = filledCells
    let isStray = StrayRows.isStray(cells)
    guard isStray || !SlippedPhones.places(in: cells).isEmpty else { return }
    for index in findings.indices {
      if findings[index].value?.isEmpty == false { findings[index].value = "***" }
      guard isStray else { continue }
      // What stands where the ids should be may be a name or a number, too.
      findings[index].store = nil
      if let contract = findings[index].contract, StrayRows.holdsPhone(contract.district.text) {
        findings[index].contract = nil
      }
    }
  }

  /// The record's cells that are not empty, those of unknown columns among them.
  private var filledCells: [SlippedPhones.Cell] {
    let headers = source.layout.headers
    return (0..<record.count).compactMap { cell in
      guard !record.isBlank(cell) else { return nil }
      let known = headers.firstIndex { $0.number == cell + 1 }
      let text =
        known.map { source.cells[$0] } ?? Normalisation.text(Blanks.trimmed(record.cell(cell)))
      return text.isEmpty ? nil : (cell, known.map { headers[$0].column }, text)
    }
  }

  /// Whether a cell may hold a contact or a phone: also behind the header of a table that has such, where
  /// a comma too many puts them.
  private func isPersonal(cell number: Int) -> Bool {
    let headers = source.layout.headers
    if let header = headers.first(where: { $0.number == number }) {
      return header.column.isPersonal
    }
    return headers.contains { $0.column.isPersonal }
  }

  /// Says on each of the row's findings whom the row concerns.
  mutating func name(_ contract: ContractID?, _ store: StoreID? = nil) {
    for index in findings.indices {
      findings[index].contract = contract
      findings[index].store = store
    }
  }

  /// Says whom a row concerns that is not read, as far as its cells tell.
  mutating func nameFromCells() {
    func id(_ column: Column) -> String? {
      if case .value(let id) = CellParser.id(code(place(of: column))) { id } else { nil }
    }
    var contract: ContractID?
    if let district = id(.districtID),
      case .value(let vendor) = CellParser.taxID(code(place(of: .vendorID)))
    {
      contract = ContractID(district: DistrictID(district), vendor: vendor.id)
    }
    name(contract, id(.storeID).map { StoreID($0) })
  }

  private mutating func place(of column: Column) -> RowPlan.Place? {
    plan.place(of: column, from: &next)
  }

  /// The cell as typed; empty where the file lacks the column.
  private func typed(_ place: RowPlan.Place?) -> String {
    place?.source.map { source.cells[$0] } ?? ""
  }

  private func code(_ place: RowPlan.Place?) -> String {
    guard let cell = place?.cell, let index = place?.source, cell < record.count else { return "" }
    // Most cells need no second text.
    return isPlain(place) ? source.cells[index] : Normalisation.code(record.cell(cell))
  }

  private func isPlain(_ place: RowPlan.Place?) -> Bool {
    guard let index = place?.source else { return true }
    return plainCells >> UInt64(index) & 1 != 0
  }

  private func isRequired(_ place: RowPlan.Place?) -> Bool { place?.isRequired ?? false }

  /// What the cell was read as in the row before, where it is the same.
  private func remembered(_ place: RowPlan.Place?) -> RowMemory.Value {
    guard let memory, let index = place?.source, sameCells >> UInt64(index) & 1 != 0 else {
      return .none
    }
    return memory[index]
  }

  /// Keeps what a cell was read as, where nothing was to be said of it.
  private func remember<Value>(
    _ value: Value?, _ place: RowPlan.Place?, _ kind: (Value) -> RowMemory.Value
  ) -> Value? {
    if let memory, let value, let index = place?.source { memory[index] = kind(value) }
    return value
  }

  private mutating func take<Value>(
    _ parsed: Parsed<Value>, _ column: Column, _ place: RowPlan.Place?,
    expected: @autoclosure () -> Bilingual
  ) -> Value? {
    switch parsed {
    case .value(let value): return value
    case .empty:
      if isRequired(place) { refuse(column, .IN005, expected()) }
    case .invalid:
      if isRequired(place) {
        refuse(column, .IN005, expected())
      } else {
        ignore(column, expected: expected())
      }
    }
    return nil
  }

  private mutating func refuse(_ column: Column, _ code: FindingCode, _ expected: Bilingual) {
    isComplete = false
    findings.append(Finding(code, cell: column, of: source, expected: expected))
  }

  private mutating func pointOutDamage(_ text: String, _ column: Column) {
    guard let damage = DamagedText.damage(in: text) else { return }
    findings.append(
      Finding(
        .IN011, cell: column, of: source, value: column.isPersonal ? "***" : text,
        detail: damage))
  }
}

extension Column {
  /// Whether its cells hold somebody's name or phone number.
  fileprivate var isPersonal: Bool { self == .contact || self == .phone }
}
