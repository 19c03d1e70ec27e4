import TestSupport
import Testing

/// What the settlement's page says of several rulings.
@Suite struct RulingPageTests {
  @Test func `marks the rulings that a later one stands for`() async throws {
    let folder = try TemporaryFolder()
    var season = SmallSeason()
    season.files["rulings.csv"] = """
      district_id,vendor_id,store_id,ruling,amount,ruled_on,reason
      D001,12345675,,recognise,150000,2021-10-01,範例之一
      D001,12345675,,recognise,123456,2021-10-20,範例之二
      D001,12345675,,recognise,140000,2021-10-10,範例之三
      D002,99900003,,recognise,100000,2021-10-10,範例之四

      """
    let path = try season.write(to: folder)
    for (language, mark) in [("zh-Hant", "已由較後的認定取代，不計入"), ("en", "superseded by a later one")] {
      let run = try await reviewPacket(
        "build", path, "--phase", "final", "--lang", language, "--out", folder.at("out").path)
      #expect(run.status == 0, "\(run.errors)")
      let rows = try text(folder.at("out/D001-12345675/settlement.html")).split(separator: "\n")
        .filter { $0.contains("範例之") && $0.contains("<td") }
      #expect(rows.map { $0.contains(mark) } == [true, false, true], "\(rows)")
      #expect(try !text(folder.at("out/D002-99900003/settlement.html")).contains(mark))
    }
  }
}
