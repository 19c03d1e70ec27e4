import ReviewModel
import Testing

@testable import SeasonReading

@Suite struct ApprovalsTableTests {
  private static let header = """
    商圈代碼,商圈名稱,商圈組織,縣市,廠商統編,資服廠商,核定家數,核定輔導經費,雲端方案經費,聲明書簽立日,聲明書核可日,資服契約日,商圈契約日

    """

  @Test func `reads a row`() throws {
    var rows: [Approval] = []
    let marked = Marked(
      stringLiteral: Self.header
        + "d001,範例老街,範例發展協會,甲縣,12345675,範例資訊,１２,\"NT$500,000\",200000元,110/6/1,2021-06-03,,\n")
    let outcome = try ApprovalsTable.read(marked.file, into: &rows)
    let row = try #require(rows.first)
    #expect(outcome.findings.isEmpty && outcome.ledger.counted == 1)
    #expect(row.contract.text == "D001/12345675" && row.districtName == "範例老街")
    #expect(row.approvedStores == 12)
    #expect(row.counsellingFee == TWD(500_000) && row.cloudFee == TWD(200_000))
    #expect(row.declaredOn?.isoText == "2021-06-01" && row.vendorContractOn == nil)
  }

  @Test func `names every cell that can't be read, and whom the row concerns`() throws {
    var rows: [Approval] = []
    let marked = Marked(
      stringLiteral: Self.header + """
        D001,▶,,,12345675,範例,▶0,▶-5,▶,▶6/1/21,,,
        ▶D/1,甲,,,▶123,範例,1,1,1,,,,
        D003,甲,,,▶4595257,範例,1,1,1,,,▶2021-02-30,
        """)
    let outcome = try ApprovalsTable.read(marked.file, into: &rows)
    #expect(
      summaries(outcome.findings)
        == marked.expecting(
          .IN005, .IN005, .IN005, .IN005, .IN006, .IN005, .IN005, .IN006, .IN006))
    #expect(rows.map(\.contract.text) == ["D003/04595257"])
    #expect(outcome.findings[0].contract?.text == "D001/12345675")
    #expect(outcome.ledger.read == 3 && outcome.ledger.skipped == 2)
  }

  @Test func `reads amounts in the unit of the header`() throws {
    var rows: [Approval] = []
    let marked: Marked = """
      商圈代碼,商圈名稱,廠商統編,資服廠商,核定家數,▶核定輔導經費（仟元）,雲端方案經費
      D001,甲,12345675,範例,3,12.5,5000
      D001,甲,12345675,範例,3,▶12.0005,5000
      """
    let outcome = try ApprovalsTable.read(marked.file, into: &rows)
    #expect(rows.map(\.counsellingFee) == [TWD(12_500)] && rows.map(\.cloudFee) == [TWD(5_000)])
    #expect(summaries(outcome.findings) == marked.expecting(.IN012, .IN005))
  }
}

@Suite struct SolutionsTableTests {
  @Test func `reads flags and takes a pattern without a store as empty`() throws {
    var rows: [Solution] = []
    let marked: Marked = """
      方案代碼,廠商統編,方案名稱,實體消費,攻頂資格,攻頂方案費用,GA資源編號,GA店家路徑,驗證方式
      P1,12345675,點餐,☑,有,30000,G-AB12CD34EF,/s/{store_id},後台
      P2,12345675,外送,否,V,30000,,▶/s/,
      P3,12345675,集點,▶,▶maybe,30000,,,
      """
    let outcome = try SolutionsTable.read(marked.file, into: &rows)
    #expect(rows.map(\.id.text) == ["P1", "P2"])
    #expect(rows.map(\.takesPartInPhysicalConsumption) == [true, false])
    #expect(rows.map(\.isSummitQualified) == [true, true])
    #expect(rows.map(\.gaStorePattern) == ["/s/{store_id}", ""])
    #expect(rows.map(\.verificationMethod) == ["後台", ""])
    #expect(summaries(outcome.findings) == marked.expecting(.IN006, .IN005, .IN005))
  }
}

@Suite struct RosterTableTests {
  private func read(_ marked: Marked) throws
    -> (rows: [RosterEntry], skipped: [SkippedRosterRow], outcome: TableReader.Outcome)
  {
    var rows: [RosterEntry] = []
    var skipped: [SkippedRosterRow] = []
    let outcome = try RosterTable.read(marked.file, into: &rows, skipped: &skipped)
    #expect(outcome.ledger.addsUp && outcome.ledger.counted == rows.count)
    return (rows, skipped, outcome)
  }

  @Test func `keeps names as typed and codes in upper case`() throws {
    let (rows, _, outcome) = try read(
      """
      店家編號,商圈代碼,廠商統編,方案代碼,店家名稱,統一編號,聯絡人,電話,導入日期,方案費用,持續營運規劃
      s001,Ｄ001,1234-5675,p1,　ＡＢ塩酥雞 ,,範例,0900-000-000-,1100601,"30,000",有專人
      S002,D001,12345675,P1,丙,00000000,,,0000000,30000,無
      """)
    #expect(rows.map(\.store.text) == ["S001", "S002"])
    #expect(rows[0].name == "ＡＢ塩酥雞" && rows[0].phone == "0900-000-000-")
    #expect(rows[0].contract.text == "D001/12345675" && rows[0].solution.text == "P1")
    #expect(rows.map { $0.goLive?.isoText } == ["2021-06-01", nil])
    #expect(rows.map(\.continuityPlan) == ["有專人", nil])
    #expect(rows.map(\.taxID) == [nil, nil])
    #expect(summaries(outcome.findings) == ["IN006 3:6"])
  }

  @Test(arguments: ["", "N", "n", "否", "無", "　無　", "0", "☐", "false", "Ｎ"])
  func `takes a no for no continuity plan`(plan: String) throws {
    let (rows, _, _) = try read(
      Marked(
        stringLiteral: "店家編號,商圈代碼,廠商統編,方案代碼,店家名稱,費用,持續營運規劃\n"
          + "S1,D1,12345675,P1,甲,1," + plan))
    #expect(rows.map(\.continuityPlan) == [nil])
  }

  @Test func `points out damaged ids as such`() throws {
    let marked: Marked = """
      店家編號,商圈代碼,廠商統編,方案代碼,店家名稱,統一編號,費用
      ▶1.11E+08,D1,12345675,P1,甲,,1
      S2,▶2021/6/1,12345675,P1,甲,,1
      S3,D1,▶1.2E+07,▶1-Mar,甲,,1
      S4,D1,12345675,P1,甲,▶1.2E+07,1
      S5,D1,12345675,▶a b,甲,,1
      """
    let (rows, skipped, outcome) = try read(marked)
    #expect(
      summaries(outcome.findings)
        == marked.expecting(.RO012, .RO012, .RO012, .RO012, .IN006, .IN005))
    #expect(rows.map(\.store.text) == ["S4"])
    #expect(skipped.map(\.store.text) == ["S2", "S3", "S5"])
    #expect(skipped.map { $0.contract?.text } == [nil, nil, "D1/12345675"])
  }

  @Test func `quotes no cell of a row that slipped, for it may name a person`() throws {
    let marked: Marked = """
      店家編號,商圈代碼,廠商統編,方案代碼,店家名稱,聯絡人,電話,導入日期,停用日期,費用
      S1,D1,12345675,P1,甲,3號,王明,▶0912-345-678,2021-06-08,1
      S2,D1,12345675,P1,甲,3號,一樓,▶張三,▶0912-345-678,1
      S3,D1,12345675,P1,甲,王明,0912-345-678,▶六月,,1
      S4,D1,12345675,P1,甲,0912-345-678,,▶六月,,1
      S5,D1,12345675,P1,王明,0912-345-678,2021-06-08,▶六月,,1
      """
    let (rows, _, outcome) = try read(marked)
    #expect(
      summaries(outcome.findings)
        == marked.expecting(.IN006, .IN006, .IN006, .IN006, .IN006, .IN006))
    #expect(outcome.findings.map(\.value) == ["***", "***", "***", "六月", "六月", "***"])
    #expect(rows.count == 5)
  }

  @Test func `quotes no cell of a row that is no store's and tells of a person`() throws {
    let marked: Marked = """
      店家編號,商圈代碼,廠商統編,方案代碼,店家名稱,聯絡人,電話,費用,備註
      ▶聯絡窗口,▶王曉華,▶0977-111-013,▶,▶,,,▶,
      0977-111-013,▶王曉華,▶店務,▶,▶,,,▶,
      ▶窗口,▶王曉華,▶職員,▶,▶,,,▶,0977-111-013
      ▶第1店,▶D 1,▶12,P1,甲,王明,0912-345-678,1,
      """
    let (rows, _, outcome) = try read(marked)
    let findings = outcome.findings.filter { $0.code == .IN005 }
    #expect(findings.allSatisfy { $0.store == nil })
    #expect(
      findings.compactMap(\.value).filter { !$0.isEmpty }
        == [String](repeating: "***", count: 8) + ["第1店", "D 1", "12"])
    #expect(rows.isEmpty)
  }

  @Test func `takes no phone number for a fee`() throws {
    let marked: Marked = """
      店家編號,商圈代碼,廠商統編,方案代碼,店家名稱,聯絡人,電話,費用
      S1,D1,12345675,P1,甲,3號,王明,▶0912345678
      0100000002,D1,12345675,P1,甲,王明,0912345678,▶x
      """
    let (rows, skipped, outcome) = try read(marked)
    #expect(summaries(outcome.findings) == marked.expecting(.IN005, .IN005))
    #expect(outcome.findings.map(\.value) == ["***", "x"])
    #expect(rows.isEmpty && skipped.map(\.store.text) == ["S1", "0100000002"])
  }

  @Test func `names the store of a malformed row as skipped`() throws {
    let marked: Marked = """
      店家編號,商圈代碼,廠商統編,方案代碼,店家名稱,費用
      S1,D1,12345675,P1,甲,1,▶多
      S2,D1,12345675,P1,甲,▶
      S3,D1,12345675,P1,▶"甲,1
      """
    let (rows, skipped, outcome) = try read(marked)
    #expect(rows.isEmpty)
    #expect(summaries(outcome.findings) == marked.expecting(.IN004, .IN005, .IN004))
    #expect(skipped.map(\.store.text) == ["S1", "S2", "S3"])
    #expect(skipped.map { $0.place.line } == [2, 3, 4])
    #expect(outcome.findings.map { $0.contract?.text } == Array(repeating: "D1/12345675", count: 3))
  }

  @Test func `points out damaged texts without quoting personal data`() throws {
    let marked: Marked = """
      店家編號,商圈代碼,廠商統編,方案代碼,店家名稱,聯絡人,費用
      S1,D1,12345675,P1,▶小?吃,▶王&#20227;,1
      """
    let (rows, _, outcome) = try read(marked)
    #expect(rows.count == 1)
    #expect(summaries(outcome.findings) == marked.expecting(.IN011, .IN011))
    #expect(outcome.findings.map(\.value) == ["小?吃", "***"])
  }

  @Test func `quotes no personal data of a malformed or a note row`() throws {
    let marked: Marked = """
      店家編號,商圈代碼,廠商統編,方案代碼,店家名稱,費用,地址,聯絡人,電話
      ,,,,,,,▶範例人,
      S1,D1,12345675,P1,甲,1,乙縣,範例人,▶"0900-000-001
      S2,D1,12345675,P1,甲,1,乙縣,範例人,0900-000-002
      """
    let (_, _, outcome) = try read(marked)
    #expect(summaries(outcome.findings) == marked.expecting(.IN008, .IN004))
    #expect(outcome.findings.map(\.value) == ["***", "***"])
    let address: Marked = """
      店家編號,商圈代碼,廠商統編,方案代碼,店家名稱,費用,地址,聯絡人,電話
      S1,D1,12345675,P1,甲,1,▶"乙縣,範例人,0900-000-001
      """
    let longer: Marked = """
      店家編號,商圈代碼,廠商統編,方案代碼,店家名稱,費用,地址,聯絡人,電話
      S1,D1,12345675,P1,甲,1,乙縣,2樓,範例人,▶0900-000-001
      """
    let slipped = try read(longer).outcome
    #expect(summaries(slipped.findings) == longer.expecting(.IN004))
    #expect(slipped.findings.map(\.value) == ["***"])
    let other = try read(address).outcome
    #expect(summaries(other.findings) == address.expecting(.IN004))
    #expect(other.findings.map(\.value) == ["乙縣"])
  }
}

@Suite struct ProgressTableTests {
  @Test func `requires progress with a report date only`() throws {
    var rows: [ProgressRow] = []
    let marked: Marked = """
      商圈代碼,廠商統編,項次,工作項目,權重(%),預定開始日,預定完成日,回報日期,實際進度
      D1,12345675,（一）,訪視,40%,110/6/1,110/8/31,,
      D1,12345675,1.1 ,建置,60,110/6/1,110/8/31,110/7/1,45.5
      D1,12345675,2,建置,60,110/6/1,110/8/31,110/7/1,▶
      D1,12345675,2,建置,60,110/6/1,110/8/31,110/7/1,▶101
      D1,12345675,2,建置,60,110/6/1,110/8/31,,▶101
      D1,12345675,▶,建置,▶60.555,110/6/1,▶,,
      """
    let outcome = try ProgressTable.read(marked.file, into: &rows)
    #expect(rows.map(\.itemNo) == ["(一)", "1.1", "2"])
    #expect(rows.map { $0.actualProgress?.text } == [nil, "45.50", nil])
    #expect(
      summaries(outcome.findings)
        == marked.expecting(.IN005, .IN005, .IN006, .IN005, .IN005, .IN005))
    #expect(outcome.ledger.addsUp && outcome.ledger.read == 6)
  }
}

@Suite struct RulingsTableTests {
  @Test func `reads the three rulings in both languages`() throws {
    var rows: [Ruling] = []
    let marked: Marked = """
      商圈代碼,廠商統編,店家編號,認定,金額,理由,認定日期
      D1,12345675,S1,不予認列,,查無此店,110/9/1
      D1,12345675,,Non-Provision,,未提供,110/9/1
      D1,12345675,,認列金額,"NT$5,000",部分,110/9/1
      D1,12345675,,recognise,▶,部分,110/9/1
      D1,12345675,S1,▶刪除,▶x,▶,▶
      """
    let outcome = try RulingsTable.read(marked.file, into: &rows)
    #expect(rows.map(\.kind) == [.disallow, .nonProvision, .recognise])
    #expect(rows.map { $0.store?.text } == ["S1", nil, nil])
    #expect(rows.map(\.amount) == [nil, nil, TWD(5_000)])
    #expect(
      summaries(outcome.findings)
        == marked.expecting(.IN005, .IN005, .IN006, .IN005, .IN005))
  }
}
