import ReviewModel

// What the files, and the data that are no packet's own, say of a packet's difference.
extension RawDataCheckup {
  /// Input files by path: other contents, missing, added.
  func fileDifferences() -> [VerifyDifference] {
    let old = packet.provenance.files
    let new = fresh.provenance.files
    var found: [VerifyDifference] = []
    for one in old {
      guard let two = new.first(where: { $0.path.utf8.elementsEqual(one.path.utf8) }) else {
        found.append(
          VerifyDifference(
            .inputFiles, one.path, zh: "審查資料依此檔（\(one.rows.read) 列）產出，年度資料夾沒有此檔或不屬本契約",
            en:
              "the packet was made from this file (\(one.rows.read) rows), which the season does not "
              + "have, or not for this contract"))
        continue
      }
      if one.sha256 != two.sha256 {
        found.append(
          VerifyDifference(
            .inputFiles, one.path,
            zh: "內容不同：審查資料為 SHA-256 \(one.sha256.prefix(12))…、\(one.rows.read) 列，"
              + "年度資料夾為 \(two.sha256.prefix(12))…、\(two.rows.read) 列",
            en:
              "another content: the packet has SHA-256 \(one.sha256.prefix(12))…, \(one.rows.read) "
              + "rows, the season \(two.sha256.prefix(12))…, \(two.rows.read) rows"))
      } else if one.isReadLike(two) {
        if one.rows != two.rows { found.append(ledgerDifference(one, two)) }
      } else {
        found.append(
          VerifyDifference(
            .editedArchive, file,
            zh: "\(one.path)：檔案相同，但編碼、位元組數或列數紀錄不同（讀取 \(one.rows.read)／\(two.rows.read)）",
            en: "\(one.path): the file is the same, its encoding, size or row counts are not (read "
              + "\(one.rows.read) / \(two.rows.read))"))
      }
    }
    for two in new where !old.contains(where: { $0.path.utf8.elementsEqual(two.path.utf8) }) {
      found.append(
        VerifyDifference(
          .inputFiles, two.path, zh: "年度資料夾新增此檔（\(two.rows.read) 列），審查資料未採用",
          en: "the season has this file (\(two.rows.read) rows), the packet was made without it"))
    }
    return found
  }

  /// A file that is the same, of which other rows count: that depends on the rosters, the approvals and
  /// the files before it, too, and not all of those are a packet's.
  private func ledgerDifference(_ one: InputFile, _ two: InputFile) -> VerifyDifference {
    func counts(_ rows: RowLedger) -> String {
      "\(rows.counted) / \(rows.notCounted) / \(rows.skipped)"
    }
    return VerifyDifference(
      .inputRows, one.path,
      zh: "檔案相同，但計入／不計入／略過的列數為 \(counts(one.rows))，年度資料夾得 \(counts(two.rows))："
        + "兩者的店家清冊、核定清單或其他檔案不同，否則為 packet.xml 經修改",
      en:
        "the file is the same, its rows counted / not counted / skipped are \(counts(one.rows)), the "
        + "season gives \(counts(two.rows)): the rosters, the approvals or other files of the two differ; "
        + "if they do not, packet.xml was edited")
  }

  /// What the packet says of its district follows from other contracts too, whose files it does not name.
  func districtDifferences() -> [VerifyDifference] {
    let (old, new) = (packet.district, fresh.district)
    guard old != new else { return [] }
    func sums(_ district: DistrictReview) -> String {
      "\(district.completed)/\(district.approved)"
    }
    let contracts = (old.contracts.count, new.contracts.count)
    return [
      VerifyDifference(
        .inputRows, "\(file): \(old.id.text)",
        zh: "商圈完成／核定家數為 \(sums(old))（\(contracts.0) 份契約），年度資料夾得 \(sums(new))"
          + "（\(contracts.1) 份契約）：同商圈其他契約的資料不同，否則為 packet.xml 經修改",
        en:
          "the district’s stores completed / approved are \(sums(old)) (\(contracts.0) contracts), the "
          + "season gives \(sums(new)) (\(contracts.1) contracts): the data of the district’s other "
          + "contracts differ; if they do not, packet.xml was edited")
    ]
  }
}

extension InputFile {
  /// Whether all that follows from the file's bytes alone is the same.
  fileprivate func isReadLike(_ other: InputFile) -> Bool {
    kind == other.kind && byteCount == other.byteCount && encoding == other.encoding
      && rows.read == other.rows.read
  }
}
