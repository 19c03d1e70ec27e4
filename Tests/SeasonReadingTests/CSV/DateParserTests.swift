import Foundation
import ReviewModel
import TestSupport
import Testing

@testable import SeasonReading

private let vectors = sharedFolder?.appendingPathComponent("spec/vectors/roc-dates.tsv")

/// A date cell as text: ISO, `empty` or `invalid`.
private func read(_ text: String) -> String {
  switch DateParser.parse(withBytes(text) { Normalisation.code($0) }) {
  case .value(let date): date.isoText
  case .empty: "empty"
  case .invalid: "invalid"
  }
}

@Suite struct DateParserTests {
  @Test(arguments: [
    "2021-06-10", "2021/6/10", "2021.6.10", "20210610", "2021年6月10日", "110/06/10", "110.6.10",
    "110-06-10", "1100610", "110年6月10日", "民國110年6月10日", "民國 110年06月10日", "１１０／６／１０",
    "　110.06.10 ", "民國110/6/10", "民國1100610",
  ])
  func `reads every form of a day`(text: String) {
    #expect(read(text) == "2021-06-10")
  }

  @Test(arguments: [
    ("99/6/10", "2010-06-10"), ("50/1/1", "1961-01-01"), ("民國001年1月1日", "1912-01-01"),
    ("民國50年1月1日", "1961-01-01"), ("0990610", "2010-06-10"), ("109/2/29", "2020-02-29"),
    ("999/12/31", "2910-12-31"), ("1900-01-01", "1900-01-01"), ("9999-12-31", "9999-12-31"),
  ])
  func `adds 1911 to a year of the Republic`(text: String, iso: String) {
    #expect(read(text) == iso)
  }

  @Test(arguments: [
    "6/1/21", "1/6/2021", "01/06/2021", "06/10/110", "49/01/01", "1/1/1", "110/2/29", "2021-02-29",
    "2021-06-31", "2021-13-01", "2021-00-10", "2021-06-00", "11108", "110610", "105-02", "106",
    "100Q1", "110年6月", "110年6月10", "110-06/10", "110--06-10", "110/6/10/", "-110/6/10",
    "0110/06/10", "01100610", "1899-12-31", "00000000", "000/1/1", "民國", "民國0年1月1日",
    "民國1年1月1日", "民國10年6月1日", "民國49年12月31日",
    "民國2021年6月10日", "西元2021年6月10日", "2021-06-10 00:00", "2021-6-1O", "待補", "-", "昨天", "44357",
    "2021.6", "2021/006/10", "2021-06-010",
  ])
  func `reads nothing else as a day`(text: String) {
    #expect(read(text) == "invalid")
  }

  @Test func `takes an empty cell and seven zeros as no date`() {
    #expect(read("") == "empty" && read("　") == "empty" && read("0000000") == "empty")
  }

  @Test(arguments: ["/1/1", "-01-01", "年1月1日", ".1.1"])
  func `refuses a year that is too long to be held`(rest: String) {
    for count in [5, 18, 19, 20, 40, 4_000] {
      #expect(read(String(repeating: "9", count: count) + rest) == "invalid")
      #expect(read("民國" + String(repeating: "1", count: count) + rest) == "invalid")
    }
    #expect(read(String(repeating: "1", count: 40)) == "invalid")
  }

  @Test(.enabled(if: vectors != nil, "the published dates are not at hand"))
  func `reads every published date`() throws {
    let file = try #require(vectors)
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
    #expect(lines.count > 15)
    for line in lines {
      let cells = line.split(separator: "\t").map { String($0) }
      #expect(read(cells[0]) == cells[1], "\(line)")
    }
  }

  @Test func `reads the plain forms of usage rows as the parser does`() {
    var cells = UsageCells()
    for text in [
      "2021-06-10", "2021/06/10", "2021-06-10", "2021-06/10", "1899-01-01", "2021-02-30", "",
      "1100610",
      "2021-06-1O", "110年6月10日", "民國110年06月10日", "99999999999999999999-01-01",
    ] {
      let day = withBytes(text) { cells.day($0) }
      let expected = DateParser.parse(text)
      if case .value(let date) = expected {
        #expect(day == date.dayNumber, "\(text)")
      } else {
        #expect(day == nil, "\(text)")
      }
    }
  }
}
