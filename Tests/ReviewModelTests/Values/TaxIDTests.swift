import Foundation
import TestSupport
import Testing

@testable import ReviewModel

private let vectors = sharedFolder?.appendingPathComponent("spec/vectors/ubn.tsv")

@Suite struct TaxIDTests {
  @Test(arguments: ["12345675", "00000001", "99999999"])
  func `is 8 digits`(digits: String) throws {
    #expect(try #require(TaxID(digits: digits)).digits == digits)
  }

  @Test(arguments: [
    "", "1234567", "123456789", "00000000", "1234567a", "1234 675", "１２３４５６７５", "-2345675",
    "12345\u{301}75",
  ])
  func `is nothing else`(text: String) {
    #expect(TaxID(digits: text) == nil)
  }

  @Test(
    .enabled(if: vectors != nil, "the published tax ids are not at hand"))
  func `judges every published checksum by the rule of 2023`() throws {
    let file = try #require(vectors)
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
    #expect(lines.count > 20)
    for line in lines {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      // `00000000` is no tax id, whatever its sum.
      guard let id = TaxID(digits: String(cells[0])) else {
        #expect(cells[0] == "00000000")
        continue
      }
      #expect(id.hasValidChecksum == (cells[2] == "valid"), "\(line)")
    }
  }

  @Test func `takes either sum where the seventh digit is 7`() throws {
    // 1+4+3+8+5+3+(28 → 10)+0 = 34, one short of 35.
    #expect(try #require(TaxID(digits: "12345670")).hasValidChecksum)
    #expect(try #require(TaxID(digits: "12345675")).hasValidChecksum)
    #expect(try #require(TaxID(digits: "12345672")).hasValidChecksum == false)
  }
}
