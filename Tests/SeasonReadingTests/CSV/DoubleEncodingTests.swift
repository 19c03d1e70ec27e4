import Foundation
import ReviewModel
import TestSupport
import Testing

@testable import SeasonReading

@Suite struct DoubleEncodingTests {
  /// Names as a season has them; each is damaged in every way below.
  static let names = [
    "商店", "永和豆漿", "阿明牛肉麵", "店家編號", "商圈代碼", "範例店家（總店）", "臺北市信義區示範路 1 號", "塩、麵",
    "𠮷野家",
  ]

  @Test(arguments: names)
  func `recognises UTF-8 that was read as Windows-1252`(name: String) {
    #expect(kind(name.utf8.map { windows1252($0) }) == "Windows-1252")
  }

  @Test(arguments: names)
  func `recognises UTF-8 that was read as Latin-1`(name: String) {
    #expect(kind(name.utf8.map { Unicode.Scalar($0) }) == "Windows-1252")
  }

  @Test(arguments: ["店", "塩"])
  func `recognises a single character that is the whole text`(name: String) {
    #expect(kind(name.utf8.map { windows1252($0) }) == "Windows-1252")
  }

  @Test(arguments: ["CafÃ©", "crÃªpe", "Ã¥â€¢Â†å•†åº—"])
  func `recognises accented letters and what was damaged twice`(text: String) {
    #expect(DoubleEncoding.damage(in: text)?.en.contains("Windows-1252") == true)
  }

  @Test(arguments: ["店家編號", "永和豆漿", "統一編號", "範例店家", "廠商統編", "臺北市信義區示範路 1 號"])
  func `recognises UTF-8 that was read as CP950, with marks for what was lost`(name: String) {
    for mark in ["\u{FFFD}", "?"] as [Unicode.Scalar] {
      #expect(kind(asCP950(name, mark: mark)) == "CP950", "\(name) with \(mark)")
    }
  }

  @Test(arguments: ["店家", "店家編號", "塩、麵", "永和豆漿"])
  func `recognises what Windows makes of it, with private-use characters`(name: String) {
    let scalars = asCP950(name, mark: "?")
    let damage = DamagedText.damage(in: text(scalars))
    #expect(damage != nil)
  }

  @Test(arguments: ["嚙踝蕭", "嚙踝蕭嚙踝蕭"])
  func `recognises replacement characters that were read as CP950`(text: String) {
    #expect(DoubleEncoding.damage(in: text)?.en.contains("CP950") == true)
  }

  @Test(arguments: [
    "Café", "CAFÉ Ñandú", "naïve “quoted”…", "€100", "Ångström", "crème brûlée", "İstanbul",
    "café…”", "©®™", "Ÿ–—", "Ü", "ÀÉÎ", "100 °C ±1", "PÃO", "SÃO «x»", "日本語", "カフェ", "한국",
  ])
  func `leaves other languages alone`(text: String) {
    #expect(DamagedText.damage(in: text) == nil)
  }

  @Test func `leaves names of rare characters alone`() {
    let rare = "堃喆鱻峯菓塩淼焱垚犇驫鑫瀞薰馨澔暐瑋瑄璟宥宸睿翊祐霈妤姵旻晟昱昀炘煒燁璿琮珮珣瑀瑭綺緹縈翎翡芮茜莘菁萱葳蓉蓁薇"
    let characters = rare.map { String($0) }
    for first in characters {
      #expect(DoubleEncoding.damage(in: first) == nil)
      for second in characters {
        for tail in ["", "店", "小吃", "美髮", "商行", "（一店）"] {
          let name = first + second + tail
          #expect(DoubleEncoding.damage(in: name) == nil, "\(name)")
        }
      }
    }
  }

  /// Whole domain: a text that begins with one of the 5,401 common characters has no lead there.
  @Test func `takes no text that begins with a common character for damaged`() {
    for lead in UInt8(0xA4)...0xC6 {
      for trail in Array(UInt8(0x40)...0x7E) + Array(0xA1...0xFE) {
        guard let value = CP950.scalar(lead, trail), let scalar = Unicode.Scalar(value),
          scalar.properties.isIdeographic
        else { continue }
        let text = String(Character(scalar)) + "記嘉義嚴選摨摰"
        #expect(DoubleEncoding.damage(in: text) == nil, "\(text)")
      }
    }
  }

  @Test func `takes no cell of the sample season or the published cases for damaged`() throws {
    var folders = [repositoryRoot.appendingPathComponent("SampleData")]
    if let sharedFolder { folders.append(sharedFolder.appendingPathComponent("conformance")) }
    var cells = 0
    for folder in folders {
      for (path, bytes) in try Golden.files(in: folder) where path.hasSuffix(".csv") {
        let probe = try EncodingProbe(MemorySource(bytes))
        guard let encoding = probe.encoding, probe.fault == nil else { continue }
        let text = TextFile(path: path, bytes: bytes, encoding: encoding)
        for delimiter in Delimiter.allCases {
          var scanner = CSVScanner(try text.source(), delimiter: delimiter)
          while let found = try scanner.next({ record in
            (0..<record.count).map { Normalisation.text(record.cell($0)) }
          }) {
            cells += found.count
            for cell in found where DoubleEncoding.damage(in: cell) != nil {
              Issue.record("\(path): \(cell)")
            }
          }
        }
      }
    }
    #expect(cells > 10_000)
  }

  @Test func `names a damaged cell, and a header that can't be found for it`() throws {
    let header = "store_id,district_id,vendor_id,solution_id,store_name,fee\n"
    let name = text("永和豆漿".utf8.map { windows1252($0) })
    let row = try roster(header + "S1,D1,12345675,P1,\(name),1")
    #expect(row.map(\.code) == [.IN011])
    #expect(row.map(\.place?.column) == [5])
    #expect(row[0].detail?.en == "UTF-8 that was read as Windows-1252 and saved again")
    let headers = ["店家編號", "商圈代碼"].map { text($0.utf8.map { windows1252($0) }) }
    let missing = try roster("標題\n\(headers[0]),\(headers[1])\n1,2")
    #expect(missing.map(\.code) == [.IN003])
    #expect(missing[0].detail?.en.contains("“\(headers[0])” in row 2 seems damaged: UTF-8") == true)
  }

  private func roster(_ text: String) throws -> [Finding] {
    var rows: [RosterEntry] = []
    var skipped: [SkippedRosterRow] = []
    let file = TextFile(path: "rosters/a.csv", bytes: Array(text.utf8))
    return try RosterTable.read(file, into: &rows, skipped: &skipped).findings
  }

  // MARK: How texts are damaged

  private func text(_ scalars: [Unicode.Scalar]) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  private func kind(_ scalars: [Unicode.Scalar]) -> String? {
    let words = DoubleEncoding.damage(in: text(scalars))?.en
    return words?.split(separator: " ").first { $0 == "CP950" || $0 == "Windows-1252" }
      .map { String($0) }
  }

  private func windows1252(_ byte: UInt8) -> Unicode.Scalar {
    let upper: [Unicode.Scalar] = Array(
      "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
    return (0x80...0x9F).contains(byte) ? upper[Int(byte) - 0x80] : Unicode.Scalar(byte)
  }

  /// Pairs of bytes by the table; a mark for a byte that begins none.
  private func asCP950(_ text: String, mark: Unicode.Scalar) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte < 0x80 {
        scalars.append(Unicode.Scalar(byte))
      } else if let trail = rest.first, let value = CP950.scalar(byte, trail),
        let scalar = Unicode.Scalar(value)
      {
        scalars.append(scalar)
        rest = rest.dropFirst()
      } else {
        scalars.append(mark)
      }
    }
    return scalars
  }
}
