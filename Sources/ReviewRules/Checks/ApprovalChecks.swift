import ReviewModel

/// AP001 to AP006: each approval on its own (C5, C8, C9).
enum ApprovalChecks {
  static func keep(_ rows: [Approval], _ programme: Programme, _ sieve: inout Sieve) -> [Approval] {
    var first: [ContractID: RowSource] = [:]
    var kept: [Approval] = []
    for row in rows {
      if let earlier = first[row.contract] {
        sieve.skip(
          row.source,
          Finding(
            .AP001, cell: .districtID, of: row.source, contract: row.contract,
            other: earlier.place(of: .districtID)))
        continue
      }
      first[row.contract] = row.source
      kept.append(row)
      checkTaxID(row, &sieve)
      checkCloudFee(row, programme, &sieve)
      checkDeclaration(row, programme, &sieve)
      checkOrder(row, &sieve)
    }
    return kept
  }

  /// AP002: the vendor's tax id fails its checksum.
  private static func checkTaxID(_ row: Approval, _ sieve: inout Sieve) {
    if row.contract.vendor.hasValidChecksum { return }
    sieve.find(Finding(.AP002, cell: .vendorID, of: row.source, contract: row.contract))
  }

  /// AP003: the cloud fee is above its share of the counselling fee (C5).
  private static func checkCloudFee(
    _ row: Approval, _ programme: Programme, _ sieve: inout Sieve
  ) {
    let cap = Settlements.cloudFeeCap(row, programme)
    guard row.cloudFee > cap else { return }
    sieve.find(
      Finding(
        .AP003, cell: .cloudFee, of: row.source, contract: row.contract, expected: plain(cap),
        difference: grouped((row.cloudFee - cap).dollars)))
  }

  /// AP004: a date of the declaration is missing (C8).
  ///
  /// AP005: it was signed late.
  private static func checkDeclaration(
    _ row: Approval, _ programme: Programme, _ sieve: inout Sieve
  ) {
    if row.declaredOn == nil || row.declarationApprovedOn == nil {
      let missing: Column = row.declaredOn == nil ? .declaredOn : .declarationApprovedOn
      sieve.find(
        Finding(
          .AP004, cell: missing, of: row.source, contract: row.contract,
          expected: Bilingual(zh: "日期", en: "a date")))
    }
    if let declaredOn = row.declaredOn, declaredOn > programme.declarationDeadline {
      let late = declaredOn.dayNumber - programme.declarationDeadline.dayNumber
      sieve.find(
        Finding(
          .AP005, cell: .declaredOn, of: row.source, contract: row.contract,
          expected: plain(programme.declarationDeadline), difference: String(late)))
    }
  }

  /// AP006: declared ≤ approved ≤ vendor contract ≤ district contract, among those given (C9).
  private static func checkOrder(_ row: Approval, _ sieve: inout Sieve) {
    let dates: [(column: Column, date: CalendarDate?)] = [
      (.declaredOn, row.declaredOn), (.declarationApprovedOn, row.declarationApprovedOn),
      (.vendorContractOn, row.vendorContractOn),
      (.districtContractOn, row.districtContractOn),
    ]
    var latest: (column: Column, date: CalendarDate)?
    for (column, date) in dates {
      guard let date else { continue }
      if let latest, date < latest.date {
        let title = row.source.field(of: latest.column).title
        sieve.find(
          Finding(
            .AP006, cell: column, of: row.source, contract: row.contract,
            expected: Bilingual(
              zh: "不早於「\(title)」\(latest.date.rocText)",
              en: "a day not before \(title), \(latest.date.isoText)"),
            difference: String(latest.date.dayNumber - date.dayNumber)))
        return
      }
      latest = (column, date)
    }
  }
}
