import Foundation
import ReviewModel
import Testing

@testable import PacketDocuments

struct FinancialNumeralsTests {
  @Test(arguments: [
    (0, "零"), (10, "壹拾"), (101, "壹佰零壹"), (1_010, "壹仟零壹拾"), (10_000, "壹萬"),
    (10_001, "壹萬零壹"), (101_000, "壹拾萬零壹仟"), (1_234_567, "壹佰貳拾參萬肆仟伍佰陸拾柒"),
    (100_000_001, "壹億零壹"), (100_010_000, "壹億零壹萬"), (1_000_000_000_000, "壹兆"),
    (1_000_000_010_000, "壹兆零壹萬"), (10_000_000_000_000_000, "壹京"),
    (9_999_999_999_999_999, "玖仟玖佰玖拾玖兆玖仟玖佰玖拾玖億玖仟玖佰玖拾玖萬玖仟玖佰玖拾玖"),
  ])
  func `writes numbers in the numerals of contracts`(number: Int, numerals: String) {
    #expect(FinancialNumerals.numerals(of: UInt128(number)) == numerals)
  }

  @Test func `writes an amount with currency and 元整`() {
    #expect(FinancialNumerals.text(of: TWD(1_234_567)) == "新臺幣壹佰貳拾參萬肆仟伍佰陸拾柒元整")
    #expect(FinancialNumerals.text(of: .zero) == "新臺幣零元整")
    #expect(FinancialNumerals.text(of: TWD(-20)) == "新臺幣負貳拾元整")
  }

  @Test func `writes the largest amount there can be`() {
    #expect(FinancialNumerals.numerals(of: UInt128(Int128.max)).hasPrefix("壹佰柒拾澗"))
  }

  @Test func `agrees with the published vectors where they are at hand`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appending(path: "../shared/spec/vectors/financial-numerals.tsv")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else {
      print("skipped: no vectors at \(file.path)")
      return
    }
    let rows = text.split(separator: "\n").dropFirst().map { $0.split(separator: "\t") }
    #expect(!rows.isEmpty)
    for row in rows {
      let number = try #require(UInt128(row[0]))
      #expect(FinancialNumerals.numerals(of: number) == String(row[1]), "\(row[0])")
    }
  }
}
