import ReviewModel
import Testing

@testable import SeasonReading

/// Stores S1 to S3 of one contract and S4 of another; S9's roster row was skipped.
private func register() throws -> UsageRegister {
  let vendor = try #require(TaxID(digits: "12345675"))
  func window(_ id: String, _ goLive: String?, _ ended: String?, _ contract: Int) -> UsageWindow {
    UsageWindow(
      store: StoreID(id), goLive: goLive.flatMap { CalendarDate(iso: $0) },
      endedOn: ended.flatMap { CalendarDate(iso: $0) }, contract: contract)
  }
  return UsageRegister(
    asOf: try #require(CalendarDate(iso: "2021-08-31")),
    windows: [
      window("S1", "2021-06-01", nil, 0), window("S2", "2021-06-10", "2021-07-31", 0),
      window("S3", nil, nil, 0), window("S4", "2021-06-01", nil, 1),
      window("LONG-STORE-ID-OF-25-BYTES", "2021-06-01", nil, 1),
    ],
    contracts: ["D1", "D2"].map { ContractID(district: DistrictID($0), vendor: vendor) },
    skippedStores: [StoreID("S9")])
}

private func probed(_ text: String, _ path: String, fault: EncodingProbe.Fault? = nil)
  -> SeasonReader.Probed
{
  let bytes = Array(text.utf8)
  return SeasonReader.Probed(
    entry: SeasonFolder.Entry(path: path, location: path, kind: .usage),
    file: InputFile(path: path, kind: .usage, sha256: "", byteCount: bytes.count),
    text: fault == nil ? TextFile(path: path, bytes: bytes) : nil, fault: fault)
}

/// Reads usage files called `1.csv`, `2.csv` and so on.
private func read(_ files: Marked...) throws -> (usage: SeasonUsage, findings: [Finding]) {
  var reader = UsageReader(try register())
  for (number, marked) in files.enumerated() {
    reader.read(probed(marked.text, "\(number + 1).csv"))
  }
  for file in reader.usage.files { #expect(file.rows.addsUp, "\(file.rows)") }
  #expect(reader.usage.files.count == files.count && reader.usage.tallies.count == files.count)
  return (reader.usage, reader.findings)
}

private func days(_ usage: SeasonUsage, _ store: Int) -> [String] {
  usage.days.days(ofStore: store).map { "\($0.day.isoText) \($0.uses)" }
}

/// `store rows line:column value` of each group.
private func shown(_ groups: [StoreRowGroup]) -> [String] {
  groups.map {
    "\($0.store.text) \($0.group.rows) \($0.group.first.line ?? 0):\($0.group.first.column ?? 0) "
      + $0.group.value
  }
}

@Suite struct UsageReaderTests {
  @Test func `adds up a store's rows of a day in any order and form`() throws {
    let (usage, findings) = try read(
      """
      備註,日期,店家編號,使用次數
      ,2021-06-01,S1,3
      ,110/6/1,s1,"1,000"
      x,2021/06/02,Ｓ１,５
      ,2021-06-01,S4,0
      ,20210701,long-store-id-of-25-bytes,7
      """)
    #expect(findings.map(\.code) == [.IN007])
    #expect(days(usage, 0) == ["2021-06-01 1003", "2021-06-02 5"])
    #expect(days(usage, 3).isEmpty && days(usage, 4) == ["2021-07-01 7"])
    #expect(usage.isNamed == [true, false, false, true, true])
    #expect(usage.files[0].rows.counted == 5)
    #expect(usage.tallies[0].contracts == [0, 1])
    #expect(usage.lastDay?.isoText == "2021-07-01")
  }

  @Test func `counts each event as one use`() throws {
    let marked: Marked = """
      store_id,event_timestamp,▶event_name
      S1,2021-06-01T10:15:30+08:00,pay
      S1,2021-06-01 23:59:00,pay
      S1,1622476800000000,pay
      S1,2021-06-01T16:00:00Z,pay
      S1,▶2021-06-01,pay
      S1,▶,pay
      """
    let (usage, findings) = try read(marked)
    #expect(days(usage, 0) == ["2021-06-01 3", "2021-06-02 1"])
    #expect(summaries(findings) == marked.expecting(.IN007, .IN005, .IN005))
    #expect(usage.files[0].rows.read == 6 && usage.files[0].rows.skipped == 2)
  }

  @Test func `names a row by the first fault that applies`() throws {
    let marked: Marked = """
      store_id,date,uses
      ▶X1,2021-12-01,1
      ▶X2,2021-06-01,0
      X1,2021-06-01,1
      S1,▶2021-09-01,1
      S4,2021-09-02,2
      S2,▶2021-06-09,1
      S2,2021-06-01,1
      S3,▶2021-06-01,1
      S2,▶2021-08-01,1
      S9,2021-06-01,5
      S2,2021-05-01,0
      S2,2021-08-02,0
      S1,2021-09-03,0
      """
    let (usage, findings) = try read(marked)
    let tally = usage.tallies[0]
    let places = marked.places.map { "\($0.line):\($0.column)" }
    #expect(findings.isEmpty)
    #expect(shown(tally.unknownStores) == ["X1 2 \(places[0]) X1", "X2 1 \(places[1]) X2"])
    #expect(tally.afterAsOf?.rows == 2 && tally.afterAsOf?.value == "2021-09-01")
    #expect(
      shown(tally.beforeGoLive) == [
        "S2 2 \(places[3]) 2021-06-09", "S3 1 \(places[4]) 2021-06-01",
      ])
    #expect(shown(tally.afterEnd) == ["S2 1 \(places[5]) 2021-08-01"])
    #expect(usage.rowsOfSkippedStores == [StoreID("S9"): 1])
    #expect((0..<5).allSatisfy { days(usage, $0).isEmpty })
    #expect(usage.files[0].rows.notCounted == 10 && usage.files[0].rows.counted == 3)
  }

  @Test func `leaves a store's day to the first file that has it`() throws {
    let (usage, _) = try read(
      """
      store_id,date,uses
      S1,2021-06-01,3
      S1,2021-06-02,0
      S2,2021-06-01,3
      X,2021-06-01,3
      S1,2021-09-01,3
      """,
      """
      store_id,date,uses
      S1,2021-06-01,5
      S1,2021-06-03,5
      S1,2021-06-02,5
      S2,2021-06-01,5
      S1,2021-09-01,0
      X,2021-06-01,5
      """,
      """
      store_id,date,uses
      S1,2021-06-03,9
      S1,2021-06-04,9
      S1,2021-06-04,1
      """)
    #expect(days(usage, 0) == ["2021-06-01 3", "2021-06-03 5", "2021-06-04 10"])
    #expect(
      shown(usage.tallies[1].takenDays) == ["S1 2 2:2 2021-06-01", "S2 1 5:2 2021-06-01"])
    #expect(usage.tallies[1].takenDays.map(\.earlierFile) == ["1.csv", "1.csv"])
    #expect(usage.tallies[2].takenDays.map(\.earlierFile) == ["2.csv"])
    #expect(shown(usage.tallies[1].unknownStores) == ["X 1 7:1 X"])
    #expect(usage.tallies[0].takenDays.isEmpty)
  }

  @Test func `passes over titles, second headers, blank, total and note rows`() throws {
    let marked: Marked = """
      110年度流量,,,
      ,店家編號,日期,次數
      ,store_id,date,uses

      ,S1,2021-06-01,3
      ,▶合計,,3
      ▶小計,S1,2021-06-01,3
      ,,,▶3
      ,S1,2021-06-02,4,,
      """
    let (usage, findings) = try read(marked)
    #expect(days(usage, 0) == ["2021-06-01 3", "2021-06-02 4"])
    #expect(summaries(findings) == marked.expecting(.IN008, .IN008, .IN008))
    #expect(usage.files[0].rows.read == 5 && usage.files[0].rows.skipped == 3)
  }

  @Test func `passes over a total whose row reads like a store's`() throws {
    let marked: Marked = """
      備註,說明,店家編號,日期,次數
      ,▶小計,S1,2021-06-01,3
      ,說明,S1,2021-06-01,4
      """
    let (usage, findings) = try read(marked)
    #expect(days(usage, 0) == ["2021-06-01 4"])
    #expect(findings.map(\.code) == [.IN007, .IN007, .IN008])
    #expect(findings.last?.place == Place(file: "1.csv", line: 2, column: 2, row: 2))
    #expect(findings.last?.store == nil, "a total is no store's")
  }

  @Test func `names every cell that can't be read, and its store and contract`() throws {
    let marked: Marked = """
      店家編號,日期,次數
      S1,▶6/1/21,▶2.546
      S4,2021-06-01,▶-
      ▶1.11E+08,2021-06-01,1
      ▶,2021-06-01,1
      X7,2021-06-01,▶-1
      S4,2021-06-01,1,▶x
      S1,2021-06-01,▶1000000000001
      S4,▶"2021-06-01,1
      """
    let (usage, findings) = try read(marked)
    #expect(
      summaries(findings)
        == marked.expecting(
          .IN005, .IN005, .IN005, .IN005, .IN005, .IN005, .IN004, .IN005, .IN004))
    #expect(
      findings.map { $0.store?.text ?? "" } == ["S1", "S1", "S4", "", "", "X7", "S4", "S1", "S4"])
    #expect(
      findings.map { $0.contract?.district.text ?? "" }
        == ["D1", "D1", "D2", "", "", "", "D2", "D1", "D2"])
    #expect(usage.files[0].rows.skipped == 8 && usage.files[0].rows.read == 8)
  }

  @Test func `holds the largest counts of a day`() throws {
    let row = "S1,2021-06-01,1000000000000\n"
    let (usage, findings) = try read(
      Marked(stringLiteral: "store_id,date,uses\n" + String(repeating: row, count: 5)))
    #expect(findings.isEmpty && days(usage, 0) == ["2021-06-01 5000000000000"])
  }

  @Test(arguments: [
    "", "a,b\n1,2\n", "店家編號,日期\nS1,2021-06-01\n", "店家編號,日期,次數,uses\nS1,2021-06-01,1,1\n",
  ])
  func `names a file without daily figures per store by US011 alone`(text: String) throws {
    let (usage, findings) = try read(
      "store_id,date,uses\nX,2021-06-01,1\n", Marked(stringLiteral: text))
    #expect(summaries(findings) == ["US011 0:0"])
    #expect(findings.first?.place == Place(file: "2.csv"))
    #expect(usage.tallies[1].unknownStores.isEmpty && usage.tallies[1].file == "2.csv")
    #expect(usage.files[1].rows.read == 0)
  }

  @Test func `names a file that no encoding explains by US011`() throws {
    var reader = UsageReader(try register())
    reader.read(probed("", "1.csv", fault: .init(line: 3, offset: 77, byte: 0xFF)))
    #expect(summaries(reader.findings) == ["US011 0:0"])
    let detail = reader.findings.first?.detail?.en
    #expect(detail?.contains("offset 77") == true && detail?.contains("line ") == true)
    #expect(reader.usage.files.count == 1)
  }

  @Test func `hands in no earlier file's rows again where a file is gone`() throws {
    var reader = UsageReader(try register())
    reader.read(probed("store_id,date,uses\nX,2021-06-01,1\n", "1.csv"))
    let gone = SeasonReader.Probed(
      entry: SeasonFolder.Entry(path: "2.csv", location: "/nowhere/2.csv", kind: .usage),
      file: InputFile(path: "2.csv", kind: .usage, sha256: "", byteCount: 1),
      text: TextFile(path: "2.csv", location: "/nowhere/2.csv", encoding: .utf8), fault: nil)
    reader.read(gone)
    #expect(summaries(reader.findings) == ["IN001 0:0"])
    #expect(reader.usage.tallies.map(\.file) == ["1.csv", "2.csv"])
    #expect(reader.usage.tallies.map(\.unknownStores.count) == [1, 0])
  }
}
