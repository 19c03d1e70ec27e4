import ReviewModel

@testable import SeasonReading

/// The stores that exports of these tests are about; each says what is special about it.
enum ExportStores {
  static let roster = """
    store_id,district_id,vendor_id,solution_id,store_name,fee,golive_on,ended_on,ga_view
    S001,D1,12345675,PAGES,一,1,2021-06-01,,
    S002,D1,12345675,PAGES,二,1,2021-06-01,,
    S001_A,D1,12345675,PAGES,三,1,2021-06-01,,
    OWN1,D1,12345675,OWN,四,1,2021-06-01,,Own view
    OWN2,D1,12345675,OWN,五,1,2021-06-01,,Same as the solution
    TWO1,D1,12345675,OWN,六,1,2021-06-01,,Claimed twice
    TWO2,D1,12345675,OWN,七,1,2021-06-01,,Claimed twice
    KEY1,D1,12345675,KEYS,八,1,2021-06-01,,
    OTHER,D1,12345675,OTHER,九,1,2021-06-01,,
    LOST,D1,12345675,NOWHERE,十,1,2021-06-01,,Lost view
    S009,D1,12345675,FIRST,十一,1,2021-06-01,,
    S009_A,D1,12345675,PAGES,十二,1,2021-06-01,,
    S008_A,D1,12345675,FIRST,十三,1,2021-06-01,,
    A_STORE_OF_MANY_LETTERS,D1,12345675,PAGES,十四,1,2021-06-01,,
    ONE1,D1,12345675,OWN,十五,1,2021-06-01,,#1 店
    """
  static let solutions = """
    solution_id,vendor_id,solution_name,physical_consumption,summit_qualified,fee_cap,\
    ga_property,ga_view,ga_metric,ga_store_pattern
    FIRST,12345675,〇,Y,Y,1,UA-1234567-1,Shop - GA4,,/s/{store_id}_A
    PAGES,12345675,一,Y,Y,1,UA-1234567-1,Shop - GA4,,/s/{store_id}
    OWN,12345675,二,Y,Y,1,987654321,Same as the solution,,
    KEYS,12345675,三,Y,Y,1,G-AB12CD34EF,Shop - GA4,重要事件,/k/{store_id}.html
    OTHER,12345675,四,Y,Y,1,G-OTHER,Somebody's,,
    """

  static func register(asOf: String = "2021-10-31") throws -> UsageRegister {
    var stores: [RosterEntry] = []
    var skipped: [SkippedRosterRow] = []
    var kept: [Solution] = []
    _ = try RosterTable.read(
      TextFile(path: "rosters/a.csv", bytes: Array(roster.utf8)), into: &stores,
      skipped: &skipped)
    _ = try SolutionsTable.read(
      TextFile(path: "solutions.csv", bytes: Array(solutions.utf8)), into: &kept)
    let windows = stores.map { store in
      UsageWindow(
        store: store.store, goLive: store.goLive, endedOn: store.endedOn, contract: 0,
        solution: kept.firstIndex { $0.id == store.solution }, gaView: store.gaView)
    }
    return UsageRegister(
      asOf: CalendarDate(iso: asOf) ?? CalendarDate(dayNumber: 0), windows: windows,
      contracts: stores.prefix(1).map(\.contract), skippedStores: [StoreID("SKIP")],
      solutions: kept)
  }
}

/// A usage file to be read: its name in `usage/` and its bytes.
struct ExportFile {
  let name: String
  let bytes: [UInt8]

  init(_ text: String, name: String = "data-export.csv") {
    self.name = name
    bytes = Array(text.utf8)
  }

  init(bytes: [UInt8], name: String = "data-export.csv") {
    self.name = name
    self.bytes = bytes
  }
}

/// What usage files gave.
struct ReadExport {
  /// `S001 2021-06-01 14`, by store and day.
  let days: [String]
  /// `US007 8:3`, as marks give them.
  let places: [String]
  let findings: [Finding]
  let usage: SeasonUsage
  let ledgers: [RowLedger]

  init(_ files: ExportFile...) throws {
    let register = try ExportStores.register()
    var reader = UsageReader(register)
    for file in files {
      let path = "usage/" + file.name
      let probe = try EncodingProbe(MemorySource(file.bytes))
      let input = InputFile(
        path: path, kind: .usage, sha256: probe.sha256, byteCount: file.bytes.count,
        encoding: probe.encoding)
      let text = probe.encoding.map {
        TextFile(path: path, bytes: file.bytes, encoding: $0)
      }
      reader.read(
        SeasonReader.Probed(
          entry: SeasonFolder.Entry(path: path, location: path, kind: .usage), file: input,
          text: probe.fault == nil ? text : nil, fault: probe.fault))
    }
    let usage = reader.usage
    days = register.windows.enumerated().flatMap { number, window in
      usage.days.days(ofStore: number).map { "\(window.store.text) \($0.day.isoText) \($0.uses)" }
    }
    findings = reader.findings
    places = SeasonReadingTests.places(reader.findings)
    self.usage = usage
    ledgers = usage.files.map(\.rows)
  }

  init(_ text: String, name: String = "data-export.csv") throws {
    try self.init(ExportFile(text, name: name))
  }
}
