// Every parser of cells, and the short ways of usage rows against the long ones.
import Fuzzing
@testable import SeasonReading
@testable import ReviewModel

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  // A cell of a file whose encoding was found is always UTF-8.
  guard let text = String(validating: bytes(data, count), as: UTF8.self) else { return 0 }
  Array(text.utf8).withUnsafeBufferPointer(readCell)
  return 0
}

private func readCell(_ cell: UnsafeBufferPointer<UInt8>) {
  let trimmed = Array(Blanks.trimmed(cell))
  trimmed.withUnsafeBufferPointer {
    require(Array(Blanks.trimmed($0)) == trimmed, "blanks are left after trimming")
  }
  let text = Normalisation.text(cell)
  let code = Normalisation.code(cell)
  let header = Normalisation.header(text)
  require(Normalisation.header(header).utf8.count <= header.utf8.count * 18, "a header that grows")
  readNumbers(code)
  readWords(code, text)
  readFastForms(cell, code)
  _ = ExportDate(code)
  for pattern in ["/s/{store_id}", "{store_id}", text, "https://" + text + "{store_id}/x"] {
    if let id = StorePath(pattern: pattern)?.store(in: text) {
      require(CellParser.id(id) == .value(id), "«\(id)» from a path is no id")
    }
  }
  if let damage = DamagedText.damage(in: text) {
    require(!damage.en.isEmpty && !damage.zh.isEmpty, "damage without words")
  }
  var comments = ExportComments()
  comments.take(text, line: 1, row: 1)
  _ = (comments.name, comments.range)
}

private func readNumbers(_ code: String) {
  if case .value(let number) = CellParser.integer(code) {
    require((0...CellParser.highest).contains(number), "\(number) from «\(code)»")
    require(CellParser.integer(String(number)) == .value(number), "\(number) once more")
    require(CellParser.money(code) == .value(TWD(Int128(number))), "\(number) dollars")
  }
  for unit in [1, 1_000, 100_000_000] {
    guard case .value(let amount) = CellParser.money(code, unit: unit) else { continue }
    require((0...Int128(CellParser.highest)).contains(amount.dollars), "\(amount) of \(unit)")
  }
  if case .value(let percent) = CellParser.percent(code) {
    require(percent <= .oneHundred, "\(percent) percent")
  }
  if case .value(let date) = DateParser.parse(code) {
    require(CalendarDate(iso: date.isoText) == date, "\(date.isoText) from «\(code)»")
  }
  _ = EventTime.day(code)
}

private func readWords(_ code: String, _ text: String) {
  if case .value(let id) = CellParser.id(code) {
    require((1...64).contains(id.utf8.count), "an id of \(id.utf8.count) letters")
    require(CellParser.id(id) == .value(id), "«\(id)» once more")
    require(id.utf8.allSatisfy(CellParser.isIDByte), "«\(id)» as an id")
  }
  if case .value(let number) = CellParser.taxID(code) {
    require(number.id.digits.utf8.count == 8, "a tax id of \(number.id.digits)")
  }
  _ = (CellParser.flag(code), CellParser.isDamagedID(code), CellParser.isNotGiven(code))
  _ = RowKind.shortened(text)
  _ = ExportNames.word(text)
}

/// What the short way takes, the long way takes as the same.
private func readFastForms(_ cell: UnsafeBufferPointer<UInt8>, _ code: String) {
  var cells = UsageCells()
  let day: Int? =
    if case .value(let date) = DateParser.parse(code) { date.dayNumber } else { nil }
  for _ in 0..<2 { require(cells.day(cell) == day, "another day for «\(code)»") }
  let count: Int? = if case .value(let count) = CellParser.integer(code) { count } else { nil }
  require(cells.count(cell) == count, "another count for «\(code)»")
  guard case .value(let id) = CellParser.id(code), id != "S1", id != "S2" else { return }
  let numbers = StoreNumbers(["S1", id, "S2"].map { StoreID($0) })
  require(numbers[StoreID(id)] == 1, "«\(id)» is not found")
  let found = numbers.find(cell, after: -1)
  require(found == nil || found == 1, "another store for «\(id)»")
}
