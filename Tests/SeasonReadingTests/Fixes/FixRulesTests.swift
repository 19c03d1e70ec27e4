import ReviewModel
import Testing

@testable import SeasonReading

@Suite struct FixRulesTests {
  private func proposal(
    _ kind: InputFile.Kind, _ column: Column, _ cell: String, _ encoding: TextEncoding = .utf8
  ) throws -> FixRules.Proposal? {
    let schema = try #require(Schemas.table(kind))
    let index = try #require(schema.index(of: column))
    let rules = FixRules(kind: kind, spec: schema.columns[index], unit: 1, encoding: encoding)
    return rules.proposal(for: cell)
  }

  @Test(arguments: [
    (InputFile.Kind.roster, Column.taxID, "1234567", "01234567", "yes"),
    (.roster, .taxID, "=\"01234567\"", "01234567", "ask"),
    (.roster, .vendorID, "12345675.0", "12345675", "ask"),
    (.roster, .vendorID, "1.2345675E+07", "12345675", "ask"),
    (.roster, .vendorID, "1.23E+07", "", "no"),
    (.roster, .taxID, "1.23E+07", "", "no"),
    (.roster, .storeID, "1.11E+08", "", "no"),
    (.roster, .storeID, "1-Mar", "", "no"),
    (.roster, .storeID, "'S001", "S001", "ask"),
    (.roster, .storeID, "S001\u{200B}", "S001", "ask"),
    (.roster, .goliveOn, "2021-06-10 00:00:00", "2021-06-10", "ask"),
    (.roster, .fee, "=\"30000\"", "30000", "ask"),
    (.progress, .actualProgress, "－", "", "yes"),
    (.roster, .storeName, "&#20227;記", "伃記", "yes"),
    (.roster, .storeName, "&#x4F03;記&#20227;", "伃記伃", "yes"),
    (.roster, .storeName, "王?明", "", "no"),
    (.roster, .storeName, "王&#20227;?明", "", "no"),
    (.roster, .storeName, "&#7;王", "", "no"),
    (.roster, .storeName, "&#55296;王", "", "no"),
    (.roster, .gaView, "商店\u{3000}", "商店", "yes"),
    (.roster, .gaView, "商店\u{200E}", "商店", "ask"),
    (.solutions, .gaProperty, "&#20227;", "伃", "ask"),
  ])
  func `proposes what can be told for certain, and a person's look where a value changes`(
    kind: InputFile.Kind, column: Column, cell: String, after: String, decision: String
  ) throws {
    let found = try #require(try proposal(kind, column, cell))
    #expect(found.after == after)
    #expect(found.decision.rawValue == decision)
    #expect(!found.why.zh.isEmpty && !found.why.en.isEmpty)
  }

  @Test(arguments: [
    (InputFile.Kind.roster, Column.taxID, "12345675"), (.roster, .taxID, "１２３４５６７５"),
    (.roster, .taxID, "123"), (.roster, .taxID, "1.2345675E+08"), (.roster, .storeID, " s001 "),
    (.roster, .goliveOn, "110/6/10"), (.roster, .goliveOn, "1100610"),
    (.roster, .goliveOn, "6/1/21"), (.roster, .goliveOn, "2021-06-10 08:30:00"),
    (.roster, .fee, "－"), (.roster, .fee, "NT$30,000"), (.roster, .fee, "abc"),
    (.roster, .storeName, "  店 "), (.roster, .storeName, "A&B"), (.roster, .storeName, "?"),
    (.approvals, .approvedStores, "0"), (.roster, .storeName, "=1+1"),
  ])
  func `leaves alone what is read well, and what can only be guessed`(
    kind: InputFile.Kind, column: Column, cell: String
  ) throws {
    #expect(try proposal(kind, column, cell)?.after ?? "" == "")
    let decision = try proposal(kind, column, cell)?.decision ?? .no
    #expect(decision == .no)
  }

  @Test func `mends no reference that the file's encoding can't write`() throws {
    let found = try #require(try proposal(.roster, .storeName, "&#20227;記", .cp950))
    #expect(found.decision == .no)
    #expect(found.why.en.contains("UTF-8"))
    let written = try #require(try proposal(.roster, .storeName, "&#24215;記", .cp950))
    #expect(written.after == "店記")
  }

  @Test func `names the finding that goes`() throws {
    #expect(try proposal(.roster, .taxID, "1234567")?.finding == .IN006)
    #expect(try proposal(.roster, .vendorID, "1.2345675E+07")?.finding == .RO012)
    #expect(try proposal(.approvals, .vendorID, "1.2345675E+07")?.finding == .IN005)
    #expect(try proposal(.roster, .storeID, "1.11E+08")?.finding == .RO012)
    #expect(try proposal(.roster, .storeName, "&#20227;記")?.finding == .IN011)
    #expect(try proposal(.rulings, .amount, "-")?.finding == nil)
  }
}
