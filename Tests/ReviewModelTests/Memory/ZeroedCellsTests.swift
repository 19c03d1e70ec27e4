import Testing

@testable import ReviewModel

@Suite struct ZeroedCellsTests {
  @Test(arguments: [1, 70_000, 9_000_000])
  func `cells are zeros until they are written`(count: Int) {
    var cells = ZeroedCells(count: count)
    #expect(cells.withCells { $0.count == count && $0.allSatisfy { $0 == 0 } })
    cells[count - 1] = 7
    cells.withMutableCells { $0[count / 2] += 5 }
    #expect(cells[count / 2] == (count == 1 ? 12 : 5))
    #expect(cells.withCells { $0.reduce(0) { $0 + Int($1) } } == 12)
  }

  @Test func `writing a copy leaves the other as it was`() {
    var one = ZeroedCells(count: 100)
    one[3] = 1
    var two = one
    two[3] = 2
    two.withMutableCells { $0[4] = 9 }
    #expect(one[3] == 1 && one[4] == 0)
    #expect(two[3] == 2 && two[4] == 9)
    one[4] = 8
    #expect(two[4] == 9 && one[4] == 8)
  }

  @Test func `preparing cells changes none of them`() {
    var cells = ZeroedCells(count: 100_000)
    cells[9_999] = 3
    cells[50_000] = 4
    cells.prepare(10_000..<50_000)
    cells.prepare(60_000..<60_000)
    cells.prepare(99_999..<100_000)
    #expect(cells[9_999] == 3 && cells[50_000] == 4)
    #expect(cells.withCells { $0.reduce(0) { $0 + Int($1) } } == 7)
  }

  @Test func `there may be none`() {
    var cells = ZeroedCells(count: 0)
    cells.prepare(0..<0)
    #expect(cells.withCells(\.isEmpty))
  }
}
