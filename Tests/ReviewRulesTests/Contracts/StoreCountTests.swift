import ReviewModel
import Testing

@Suite struct StoreCountTests {
  @Test(
    arguments: [
      // Approved, adopted, adoption progress in hundredths: a half goes up, never above 100.
      (1, 0, 0), (3, 1, 33_33), (3, 2, 66_67), (32, 1, 3_13), (32, 31, 96_88), (2, 2, 100_00),
      (2, 5, 100_00),
    ] as [(Int, Int, Int128)])
  func `gives progress in percent of the approved stores`(
    approved: Int, stores: Int, percent: Int128
  ) {
    let counts = Sample.counts(approved: approved, adopted: stores, completed: stores)
    #expect(counts.adoptionProgress == Hundredths(percent))
    #expect(counts.completionProgress == Hundredths(percent))
    #expect(counts.shortfall == max(0, approved - stores))
  }

  @Test(
    arguments: [
      (0, 0, nil), (1, 0, 100_00), (0, 1, 0), (1, 2, 33_33), (2, 1, 66_67), (1, 31, 3_13),
    ] as [(Int, Int, Int128?)])
  func `gives the pass rate of stores that are assessed, or none`(
    met: Int, short: Int, percent: Int128?
  ) {
    let counts = Sample.counts(met: met, short: short)
    #expect(counts.usagePassRate == percent.map { Hundredths($0) })
  }
}
