import ReviewModel
import Testing

@testable import SeasonReading

@Suite struct ProgrammeAliasTests {
  @Test func `refuses aliases that multiply a document`() {
    var text = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    for (name, before) in zip("bcdefghi", "abcdefgh") {
      let aliases = repeatElement("*\(before)", count: 9).joined(separator: ", ")
      text += "\(name): &\(name) [\(aliases)]\n"
    }
    text += "title: *i\n? *i\n: 1\n"
    let (programme, findings) = ProgrammeFile.read(text)
    #expect(programme == Programme())
    #expect(findings.map(\.code) == [.IN010])
    #expect(findings.map(\.place?.line) == [2])
  }

  @Test func `quotes only the beginning of a large value`() {
    let list = "[" + repeatElement("[x, y]", count: 10_000).joined(separator: ", ") + "]"
    let (_, findings) = ProgrammeFile.read("year: \(list)\n")
    #expect(findings.map(\.code) == [.IN010])
    #expect((findings[0].value ?? "").unicodeScalars.count <= 81)
  }

  @Test func `reads a few aliases, and asterisks in texts and comments`() {
    let (programme, findings) = ProgrammeFile.read(
      """
      # ************** settings * * * * * * * * * *
      title: "** 示範 ** * * *a *b 5*6 x*y"
      money:
        district_reward: &amount 20000
        vendor_deduction_per_store: *amount
      """)
    #expect(findings == [])
    #expect(programme.districtReward == TWD(20_000))
    #expect(programme.vendorDeductionPerStore == TWD(20_000))
  }
}
