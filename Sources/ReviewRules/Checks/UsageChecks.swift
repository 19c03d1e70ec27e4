import ReviewModel

/// US001 to US005: what the usage files' tallies give to say (C3, C12, C18).
enum UsageChecks {
  static func findings(_ usage: SeasonUsage, _ register: Register) -> [Finding] {
    var entries: [StoreID: RosterEntry] = [:]
    let named = Set(
      usage.tallies.flatMap { ($0.takenDays + $0.beforeGoLive + $0.afterEnd).map(\.store) })
    for entry in register.roster where !named.isEmpty && named.contains(entry.store) {
      entries[entry.store] = entry
    }
    var findings: [Finding] = []
    for tally in usage.tallies {
      findings += tally.unknownStores.map { group in
        finding(.US001, group, nil)
      }
      findings += tally.takenDays.map { group in
        var finding = finding(.US005, group, entries[group.store])
        finding.other = group.earlierFile.map { Place(file: $0) }
        return finding
      }
      findings += tally.beforeGoLive.map { group in
        let entry = entries[group.store]
        var finding = finding(.US002, group, entry)
        finding.expected =
          entry?.goLive.map { goLive in
            Bilingual(
              zh: "導入日期 \(goLive.rocText)", en: "go-live on \(goLive.isoText)")
          } ?? Bilingual(zh: "無導入日期", en: "no go-live date")
        return finding
      }
      findings += tally.afterEnd.map { group in
        let entry = entries[group.store]
        var finding = finding(.US003, group, entry)
        finding.expected = entry?.endedOn.map { plain($0) }
        return finding
      }
      if let group = tally.afterAsOf {
        findings.append(
          Finding(
            .US004, at: group.first, field: group.field, value: group.value,
            expected: plain(register.asOf), rows: group.rows))
      }
    }
    return findings
  }

  private static func finding(
    _ code: FindingCode, _ group: StoreRowGroup, _ entry: RosterEntry?
  ) -> Finding {
    Finding(
      code, at: group.group.first, contract: entry?.contract, store: group.store,
      field: group.group.field, value: group.group.value, rows: group.group.rows)
  }
}
