import Testing

@testable import ReviewModel

@Suite struct SeasonValuesTests {
  private func source(_ cells: [String]) -> RowSource {
    let layout = TableLayout(
      file: "rosters/a.csv",
      headers: [
        .init(column: .storeID, number: 2, title: "店家編號"),
        .init(column: .fee, number: 6, title: "費用（仟元）"),
      ])
    return RowSource(layout: layout, line: 14, row: 12, cells: cells)
  }

  @Test func `finds a cell, its place and its header by column`() {
    let row = source(["S001", "12.5"])
    #expect(row.text(of: .fee) == "12.5")
    #expect(row.place(of: .fee) == Place(file: "rosters/a.csv", line: 14, column: 6, row: 12))
    #expect(row.place(of: .fee).cell == "F12")
    #expect(row.field(of: .fee).title == "費用（仟元）")
    #expect(row.field(of: .fee).key == "fee")
  }

  @Test func `gives an empty cell and the row's place for a column that the file lacks`() {
    let row = source(["S001"])
    #expect(row.text(of: .address) == "" && row.text(of: .fee) == "")
    #expect(row.place(of: .address) == Place(file: "rosters/a.csv", line: 14, row: 12))
    #expect(row.place(of: .address).cell == nil)
    #expect(row.field(of: .address).title == "address")
  }

  @Test func `adds ledgers up and notices a row that is lost`() {
    var ledger = RowLedger()
    #expect(ledger.addsUp)
    var file = RowLedger()
    (file.read, file.counted, file.skipped, file.notCounted) = (10, 7, 1, 2)
    ledger.add(file)
    ledger.add(file)
    #expect(ledger.addsUp && ledger.read == 20 && ledger.notCounted == 4)
    ledger.turnSkipped(3)
    #expect(ledger.addsUp && ledger.counted == 11 && ledger.skipped == 5)
    ledger.read += 1
    #expect(!ledger.addsUp)
  }

  @Test func `repeats the last weekly threshold`() {
    var programme = Programme()
    #expect((1...6).map { programme.weeklyThreshold(ofMonth: $0) } == [5, 10, 15, 20, 20, 20])
    programme.weeklyThresholds = [3]
    #expect((1...3).map { programme.weeklyThreshold(ofMonth: $0) } == [3, 3, 3])
  }

  @Test func `has the days of year 110`() {
    let programme = Programme()
    #expect(programme.declarationDeadline.isoText == "2021-06-10")
    #expect(programme.asOf(.midterm).isoText == "2021-08-31")
    #expect(programme.asOf(.final).isoText == "2021-10-31")
  }

  @Test func `names each column once`() {
    #expect(Set(Column.allCases.map(\.rawValue)).count == Column.allCases.count)
  }
}
