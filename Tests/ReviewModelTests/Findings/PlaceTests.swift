import Testing

@testable import ReviewModel

@Suite struct PlaceTests {
  @Test(arguments: [
    (1, 1, "A1"), (6, 6, "F6"), (26, 3, "Z3"), (27, 1, "AA1"), (52, 9, "AZ9"), (53, 9, "BA9"),
    (702, 10, "ZZ10"), (703, 10, "AAA10"), (16_384, 1_048_576, "XFD1048576"),
  ])
  func `names a cell as a spreadsheet does`(column: Int, row: Int, cell: String) {
    #expect(Place(file: "a.csv", line: 40, column: column, row: row).cell == cell)
  }

  @Test func `names no cell without a row and a column`() {
    #expect(Place(file: "a.csv", line: 1, column: 1).cell == nil)
    #expect(Place(file: "a.csv", line: 1, row: 1).cell == nil)
    #expect(Place(file: "a.csv", line: 1, column: 0, row: 1).cell == nil)
  }

  @Test func `writes places for people and for compilers`() {
    let place = Place(file: "rosters/a.csv", line: 12, column: 3, row: 11)
    #expect(place.fileAndLine == "rosters/a.csv:12")
    #expect(place.compilerStyle == "rosters/a.csv:12:3")
    #expect(Place(file: "a.csv").fileAndLine == "a.csv")
    #expect(Place(file: "a.csv").compilerStyle == "a.csv:0:0")
  }
}
