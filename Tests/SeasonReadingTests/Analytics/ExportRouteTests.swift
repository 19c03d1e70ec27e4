import ReviewModel
import Testing

@testable import SeasonReading

@Suite struct ExportRouteTests {
  @Test(arguments: [
    ("Store ID", "S001", "S001"),
    ("customEvent:store_id", "s001", "S001"),
    ("店家編號", "Ｓ００１", "S001"),
    ("店家代碼", "s001_a", "S001_A"),
    ("Page", "/s/S001", "S001"),
    ("Page path", "/s/s001/", "S001"),
    ("Page path and screen class", "/s/S001?utm_source=qr&x=/s/S002", "S001"),
    ("Page location", "https://shop.example.tw:8080/s/S001/#menu", "S001"),
    ("網頁", "shop.example.tw/s/S001", "S001"),
    ("網頁路徑和畫面類別", "/s/S001_A", "S001_A"),
    // Another solution of the same property has a pattern of its own.
    ("Page path", "/k/key1.html", "KEY1"),
  ])
  func `finds the store of a row`(header: String, cell: String, store: String) throws {
    let read = try ReadExport(
      """
      # Shop - GA4
      # 20210601-20210831
      \(header),Date,Event count,重要事件
      \(cell),20210601,14,14
      """)
    #expect(read.days == ["\(store) 2021-06-01 14"])
    #expect(read.places == [])
  }

  @Test(arguments: [
    "/", "/s/", "/S/S001", "/s/S001/menu", "/x/s/S001", "/s/S001.html", "/s/NOBODY", "/s/S 001",
    "(not set)", "(other)", "",
    // It fits the pattern of another solution than the store's.
    "/k/S001.html",
  ])
  func `names a page that leads to no store`(path: String) throws {
    let marked = MarkedText(
      """
      # Shop - GA4
      # 20210601-20210831
      Page path,Date,Event count
      /s/S001,20210601,14
      «US010»\(path),20210601,3
      /s/nowhere,20210601,3
      """)
    let read = try ReadExport(marked.text)
    #expect(read.places == marked.expected)
    #expect(read.findings.map(\.rows) == [2])
    #expect(read.ledgers[0].notCounted == 2)
  }

  @Test(arguments: ["", "(not set)", "(other)", "（未設定）"])
  func `names a store cell that says nothing`(cell: String) throws {
    let marked = MarkedText(
      """
      # Shop - GA4
      # 20210601-20210831
      Date,Store ID,Event count
      20210601,S001,14
      20210601,«US010»\(cell),3
      """)
    let read = try ReadExport(marked.text)
    #expect(read.days == ["S001 2021-06-01 14"])
    #expect(read.places == marked.expected)
  }

  @Test func `points at a store cell that is no id`() throws {
    let marked = MarkedText(
      """
      # Shop - GA4
      # 20210601-20210831
      Date,Store ID,Event count
      20210601,S001,14
      20210601,«IN005»a/b,3
      """)
    let read = try ReadExport(marked.text)
    #expect(read.days == ["S001 2021-06-01 14"])
    #expect(read.places == marked.expected)
    #expect(read.ledgers[0].skipped == 1)
  }

  @Test func `keeps the rows of a store id that no roster has`() throws {
    let read = try ReadExport(
      """
      # Shop - GA4
      # 20210601-20210831
      Date,Store ID,Event count
      20210601,S999,14
      20210602,s999,14
      20210602,SKIP,14
      """)
    #expect(read.places == [])
    #expect(read.usage.tallies[0].unknownStores.map(\.store.text) == ["S999"])
    #expect(read.usage.tallies[0].unknownStores.map(\.group.rows) == [2])
    #expect(read.usage.tallies[0].unknownStores.map(\.group.first.line) == [4])
    #expect(read.usage.rowsOfSkippedStores == [StoreID("SKIP"): 1])
    #expect(read.ledgers[0].notCounted == 3)
  }

  @Test(arguments: [
    ("S001.csv", "S001"), ("S001 6月.csv", "S001"), ("s001_6.csv", "S001"),
    ("S001 (1).csv", "S001"), ("S001_A.csv", "S001_A"), ("S001_A_2.csv", "S001_A"),
    ("s001_a (2).tsv", "S001_A"), ("Ｓ００１.csv", "S001"), ("June/S001.csv", "S001"),
  ])
  func `finds the store in a file's name, the longest id first`(
    name: String, store: String
  ) throws {
    let read = try ReadExport(
      """
      # Property: Shop - GA4
      # Start date: 20210601
      # End date: 20210831
      Nth day,Event count
      0,14
      """, name: name)
    #expect(read.days == ["\(store) 2021-06-01 14"])
  }

  @Test(arguments: [
    "S0011.csv", "S001-6.csv", "S001(1).csv", "x S001.csv", "S001/data.csv", "data-export.csv",
  ])
  func `finds no store in another name`(name: String) throws {
    let read = try ReadExport(
      """
      # Property: Shop - GA4
      # Start date: 20210601
      # End date: 20210831
      Nth day,Event count
      0,14
      """, name: name)
    #expect(read.places == ["US011"])
    #expect(read.ledgers[0].notCounted == 1)
  }

  @Test func `takes a file for the store whose own view it names`() throws {
    let read = try ReadExport(
      """
      # Own view
      # 20210601-20210831
      Day Index,Pageviews
      6/1/21,14
      ,14
      """, name: "S001.csv")
    #expect(read.days == ["OWN1 2021-06-01 14"])
    #expect(read.places == ["IN008 5:2"])
  }

  @Test func `takes a store's column before its own view and the file's name`() throws {
    let read = try ReadExport(
      """
      # Own view
      # 20210601-20210831
      Store ID,Date,Pageviews
      own1,20210601,14
      """, name: "S001.csv")
    #expect(read.days == ["OWN1 2021-06-01 14"])
  }

  @Test func `knows a file that is named by a store whose row was skipped`() throws {
    let read = try ReadExport(
      """
      # Property: Shop - GA4
      # Start date: 20210601
      # End date: 20210831
      Nth day,Event count
      0,14
      """, name: "skip.csv")
    #expect(read.places == [])
    #expect(read.usage.rowsOfSkippedStores == [StoreID("SKIP"): 1])
  }
}

@Suite struct StorePathTests {
  @Test(arguments: [
    ("/s/{store_id}", "/s/a", "A"), ("/s/{store_id}/", "/s/a", "A"),
    ("https://a.example/s/{store_id}?x=1", "b.example/s/a/?y", "A"),
    ("{store_id}", "/a/", "A"), ("{store_id}", "a", "A"),
    ("/m-{store_id}.html", "/m-a-b.html", "A-B"), ("/m-{store_id}.html", "/m-.html", nil),
    ("/s/{store_id}", "/s/a/b", nil), ("/s/{store_id}", "/s/甲", nil),
    ("/s/{store_id}", "/s//", nil), ("/s/{store_id}", "", nil),
    ("/é/{store_id}", "/e\u{301}/a", nil),
  ])
  func `matches the whole path`(pattern: String, path: String, store: String?) {
    #expect(StorePath(pattern: pattern)?.store(in: path) == store)
  }

  @Test(arguments: ["", "/s/", "/s?id={store_id}", "/#/{store_id}", "{store_id}.example.tw/s/"])
  func `has no use for a pattern without a store in its path`(pattern: String) {
    #expect(StorePath(pattern: pattern) == nil)
  }

  @Test func `points at a pattern that can never match`() throws {
    let marked = MarkedText(
      """
      solution_id,vendor_id,solution_name,physical_consumption,summit_qualified,fee_cap,ga_store_pattern
      P1,12345675,一,Y,Y,1,/s/{store_id}
      P2,12345675,二,Y,Y,1,«IN006»/s?id={store_id}
      P3,12345675,三,Y,Y,1,«IN006»/s/
      """)
    var rows: [Solution] = []
    let outcome = try SolutionsTable.read(
      TextFile(path: "solutions.csv", bytes: Array(marked.text.utf8)), into: &rows)
    #expect(places(outcome.findings) == marked.expected)
    #expect(rows.map(\.gaStorePattern) == ["/s/{store_id}", "", ""])
  }
}
