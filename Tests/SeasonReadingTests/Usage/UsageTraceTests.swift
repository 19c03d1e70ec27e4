import ReviewModel
import TestSupport
import Testing

@testable import SeasonReading

@Suite struct UsageTraceTests {
  /// S1 is live from 1 June to as-of, S2 from 10 June to 31 July.
  private func register() throws -> UsageRegister {
    let vendor = try #require(TaxID(digits: "12345675"))
    func window(_ id: String, _ goLive: String, _ ended: String?) -> UsageWindow {
      UsageWindow(
        store: StoreID(id), goLive: CalendarDate(iso: goLive),
        endedOn: ended.flatMap { CalendarDate(iso: $0) }, contract: 0)
    }
    return UsageRegister(
      asOf: try #require(CalendarDate(iso: "2021-08-31")),
      windows: [window("S1", "2021-06-01", nil), window("S2", "2021-06-10", "2021-07-31")],
      contracts: [ContractID(district: DistrictID("D1"), vendor: vendor)], skippedStores: [])
  }

  private static let rows = """
    store_id,date,uses
    S1,2021-06-02,3
    S2,2021-06-09,1
    S1,2021-06-02,4
    "S1",2021-06-03,0
    S2,2021-06-10,2

    S1,2021-05-31,8
    S9,2021-06-02,1
    S1,2021-06-04,many
    "S1","2021-06-05",5
    S1,2021-09-01,6
    S2,2021-08-01,7

    """

  /// `day uses file:line` of each row.
  private func shown(_ rows: [UsageTrace.Row]) -> [String] {
    rows.map { "\($0.day.isoText) \($0.uses) \($0.place.fileAndLine)" }
  }

  @Test func `names the rows that counted, and no others`() throws {
    let folder = try TemporaryFolder()
    try folder.write("usage/a.csv", Self.rows.utf8)
    // The first day is the other file's already; the second is this one's, twice.
    try folder.write(
      "usage/b.csv", "store_id,date,uses\nS1,2021-06-02,9\nS1,2021-06-07,1\nS1,2021-06-07,1\n".utf8)
    let trace = UsageTrace(of: [StoreID("S1"), StoreID("S2")], in: folder.path, try register())
    #expect(
      shown(trace.rows(of: StoreID("S1"))) == [
        "2021-06-02 3 usage/a.csv:2", "2021-06-02 4 usage/a.csv:4", "2021-06-05 5 usage/a.csv:11",
        "2021-06-07 1 usage/b.csv:3", "2021-06-07 1 usage/b.csv:4",
      ])
    #expect(shown(trace.rows(of: StoreID("S2"))) == ["2021-06-10 2 usage/a.csv:6"])
    #expect(trace.rows(of: StoreID("S3")).isEmpty)
    let one = UsageTrace(of: [StoreID("S2")], in: folder.path, try register())
    #expect(one.rows(of: StoreID("S1")).isEmpty)
    #expect(one.rows(of: StoreID("S2")).count == 1)
  }

  @Test func `names each row of an event, and the lines behind a quoted line end`() throws {
    let folder = try TemporaryFolder()
    let rows = [
      "store_id,event_at,note", "S1,2021-06-02T10:00:00+08:00,\"one\nnote\"",
      // 1 June still in Taiwan's time; then the same day as above.
      "S1,2021-06-01T15:59:59Z,", "S1,2021-06-01T16:00:00Z,", "",
    ]
    try folder.write("usage/events.csv", rows.joined(separator: "\n").utf8)
    let trace = UsageTrace(of: [StoreID("S1")], in: folder.path, try register())
    #expect(
      shown(trace.rows(of: StoreID("S1"))) == [
        "2021-06-02 1 usage/events.csv:2", "2021-06-01 1 usage/events.csv:4",
        "2021-06-02 1 usage/events.csv:5",
      ])
    #expect(trace.rows(of: StoreID("S1")).map(\.place.row) == [2, 3, 4])
  }

  @Test func `gives nothing of what can't be read`() throws {
    let folder = try TemporaryFolder()
    try folder.write("usage/a.csv", Array("store_id,date,uses\nS1,2021-06-02,3\n\u{0}".utf8))
    #expect(
      UsageTrace(of: [StoreID("S1")], in: folder.path, try register()).rows(of: StoreID("S1"))
        .isEmpty)
    #expect(
      UsageTrace(of: [StoreID("S1")], in: folder.path + "/none", try register())
        .rows(of: StoreID("S1")).isEmpty)
  }
}
