import PacketDocuments
import PacketStore
import ReviewModel
import ReviewRules

/// L1's sums: the packet's results worked out again from its own rows, and held against it.
struct SumCheck {
  private let packet: Packet
  private let file: String
  private let again: ContractReview
  private let figures: [Figure]

  init(_ packet: Packet, file: String) {
    self.packet = packet
    self.file = file
    let rows = PacketRows(of: packet)
    again = rows.review()
    figures = rows.figures(of: again)
  }

  func differences() -> [VerifyDifference] {
    figureDifferences() + resultDifferences() + districtDifferences() + ledgerDifferences()
      + idDifferences()
  }

  /// Every figure of `<figures>` against the one that the packet's own rows give.
  private func figureDifferences() -> [VerifyDifference] {
    let found = Dictionary(
      packet.figures.map { (FigureName($0), $0.value) }, uniquingKeysWith: { first, _ in first })
    var differences = figures.compactMap { figure -> VerifyDifference? in
      let name = FigureName(figure)
      let (value, right) = (found[name]?.text, figure.value.text)
      guard value != right else { return nil }
      return wrong(name.text, value, right, isMoney: figure.code.rule.unit == .money)
    }
    let known = Set(figures.map { FigureName($0) })
    for figure in packet.figures where !known.contains(FigureName(figure)) {
      differences.append(
        VerifyDifference(
          .sums, file, zh: "\(FigureName(figure).text)：資料列未給出此數據",
          en: "\(FigureName(figure).text): the packet's rows give no such figure"))
    }
    return differences
  }

  /// What stands outside `<figures>`: counts, money, verdict, statuses, months.
  private func resultDifferences() -> [VerifyDifference] {
    let (old, new) = (packet.review, again)
    var differences: [VerifyDifference] = []
    func compare<Value: Equatable>(_ what: String, _ one: Value, _ two: Value) {
      guard one != two else { return }
      differences.append(
        VerifyDifference(
          .sums, file, zh: "<\(what)> 與資料列算得者不符", en: "<\(what)> does not follow from the rows",
          effect: what == "settlement" ? MoneyEffect(from: old.settlement, to: new.settlement) : nil
        ))
    }
    compare("counts", old.counts, new.counts)
    compare("settlement", old.settlement, new.settlement)
    compare("packet verdict", old.verdict, new.verdict)
    compare("packet blocked-by", old.blockedBy, new.blockedBy)
    compare("packet uses", old.totalUses, new.totalUses)
    compare("work", old.work, new.work)
    for (one, two) in zip(old.stores, new.stores) where one != two {
      differences.append(
        VerifyDifference(
          .sums, file,
          zh: "<store id=\(one.entry.store.text)> 的狀態（\(one.status.rawValue)）或服務月與每日使用不符"
            + "（應為 \(two.status.rawValue)）",
          en:
            "<store id=\(one.entry.store.text)>: status \(one.status.rawValue) or its months do not "
            + "follow from its days (\(two.status.rawValue))"))
    }
    return differences
  }

  /// A district's sums hold the contract's, and are them where it has no other.
  private func districtDifferences() -> [VerifyDifference] {
    let (district, own) = (packet.district, again)
    var faults: [String] = []
    if district.id != own.id.district || !district.contracts.contains(own.id) {
      faults.append("contracts")
    }
    let parts: [(String, TWD, TWD)] = [
      ("approved", TWD(Int128(district.approved)), TWD(Int128(own.counts.approved))),
      ("completed", TWD(Int128(district.completed)), TWD(Int128(own.counts.completed))),
      ("shortfall", TWD(Int128(district.shortfall)), TWD(Int128(own.counts.shortfall))),
      ("deduction", district.deduction, own.settlement.districtDeduction),
    ]
    for (name, whole, part) in parts
    where district.contracts.count == 1 ? whole != part : whole < part { faults.append(name) }
    let isRewarded =
      packet.provenance.phase == .final && district.shortfall == 0 && own.verdict == .pass
    let reward = packet.provenance.programme.districtReward
    if district.contracts.count == 1
      ? district.reward != (isRewarded ? reward : .zero)
      : district.reward != .zero && (!isRewarded || district.reward != reward)
    {
      faults.append("reward")
    }
    return faults.map {
      VerifyDifference(
        .sums, file, zh: "<district> 的 \($0) 與契約不符",
        en: "\($0) of <district> does not fit the contract")
    }
  }

  private func ledgerDifferences() -> [VerifyDifference] {
    packet.provenance.files.filter { !$0.rows.addsUp }.map {
      VerifyDifference(
        .sums, file, zh: "\($0.path)：讀取列數 ≠ 採計＋略過＋不計",
        en: "\($0.path): rows read are not counted + skipped + not counted")
    }
  }

  /// A finding's id follows from what it says; equal findings of other packets have numbers too.
  private func idDifferences() -> [VerifyDifference] {
    packet.findings.compactMap { finding in
      let isRight = FindingIdentifiers.isPossible(finding, sha256Hex: Digest.sha256Hex)
      guard !isRight else { return nil }
      return VerifyDifference(
        .sums, file, zh: "檢核結果 \(finding.code.rawValue) 的識別碼 \(finding.id) 與其內容不符",
        en:
          "finding \(finding.code.rawValue): its id \(finding.id) does not follow from what it says"
      )
    }
  }

  private func wrong(
    _ name: String, _ found: String?, _ right: String, isMoney: Bool
  ) -> VerifyDifference {
    let shown = found ?? "—"
    var effect = Bilingual(zh: "", en: "")
    if isMoney, let one = Int128(shown), let two = Int128(right) {
      let text = (two > one ? "+" : "") + TWD(two - one).displayText
      effect = Bilingual(zh: "（差 \(text)）", en: " (\(text))")
    }
    return VerifyDifference(
      .sums, file, zh: "\(name) 為 \(shown)，由其資料列算得 \(right)\(effect.zh)",
      en: "\(name) is \(shown); its own rows give \(right)\(effect.en)")
  }
}

/// What a figure is called: `contract D001/12345675 payable-total m1`.
struct FigureName: Hashable {
  let code: FigureCode
  let subject: String
  let month: Int?

  init(_ figure: Figure) {
    (code, subject, month) = (figure.code, figure.subject, figure.month)
  }

  var text: String {
    [code.name, subject, month.map { "m\($0)" } ?? ""].filter { !$0.isEmpty }
      .joined(separator: " ")
  }
}
