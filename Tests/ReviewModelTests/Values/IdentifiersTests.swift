import Testing

@testable import ReviewModel

@Suite struct IdentifiersTests {
  @Test func `orders ids by their bytes`() {
    let texts = ["A-1", "A1", "A10", "A2", "AA", "A_1", "B"]
    #expect(texts.map { StoreID($0) }.sorted().map(\.text) == texts)
    #expect(texts.map { DistrictID($0) }.sorted().map(\.text) == texts)
    #expect(texts.map { SolutionID($0) }.sorted().map(\.text) == texts)
    #expect(bytesPrecede("é", "e\u{301}") == false, "compared as bytes, not as characters")
  }

  @Test func `names a contract by district and vendor`() throws {
    let vendor = try #require(TaxID(digits: "12345675"))
    let contract = ContractID(district: DistrictID("D001"), vendor: vendor)
    #expect(contract.text == "D001/12345675")
    #expect(contract.folderName == "D001-12345675")
  }

  @Test func `orders contracts as their texts are`() throws {
    let vendor = try #require(TaxID(digits: "12345675"))
    let other = try #require(TaxID(digits: "22345675"))
    let contracts = [("D-1", vendor), ("D", vendor), ("D", other), ("D0", vendor)].map {
      ContractID(district: DistrictID($0.0), vendor: $0.1)
    }
    #expect(contracts.sorted().map(\.text) == contracts.map(\.text))
  }

  @Test func `gives a text in either language`() {
    let text = Bilingual(zh: "店家", en: "store")
    #expect(text[.zhHant] == "店家" && text[.en] == "store")
    #expect(Language.allCases.map(\.rawValue) == ["zh-Hant", "en"])
  }
}
