import Testing

@testable import ReviewModel

@Suite struct TWDTests {
  @Test(
    arguments: [
      (0, "NT$0"), (7, "NT$7"), (999, "NT$999"), (1_000, "NT$1,000"), (12_345, "NT$12,345"),
      (999_999, "NT$999,999"), (1_234_567, "NT$1,234,567"), (-10_000, "−NT$10,000"),
    ] as [(Int128, String)])
  func `groups digits by three for documents`(dollars: Int128, text: String) {
    #expect(TWD(dollars).displayText == text)
  }

  @Test func `writes plain digits for tables`() {
    #expect(TWD(1_234_567).plainText == "1234567")
    #expect(TWD(-5).plainText == "-5")
  }

  @Test func `stays exact where 64 bits would overflow`() {
    let highest = TWD(1_000_000_000_000)
    let product = 1_000_000_000_000 * highest
    #expect(product.plainText == "1000000000000000000000000")
    #expect((product + product - product) == product)
    #expect(product.displayText == "NT$1,000,000,000,000,000,000,000,000")
  }

  @Test func `takes what is below 0 as 0`() {
    #expect(TWD(-1).atLeastZero == .zero)
    #expect(TWD(0).atLeastZero == .zero)
    #expect(TWD(1).atLeastZero == TWD(1))
    #expect(TWD(-2) < TWD(-1) && TWD(1) < TWD(2))
  }
}
