import PacketDocuments
import PacketStore
import ReviewModel
import ReviewRules
import SeasonReading

/// L4: the packet made again from raw data, and why it is another where it is.
struct RawDataCheckup {
  /// The packet that is looked at.
  let packet: Packet
  let file: String
  let fresh: Packet
  /// The season folder that it was made from again.
  let season: String
  /// The packet's own raw data, where an archive holds it.
  let ownSeason: String?

  /// The differences with their causes: what lies deepest first.
  func differences() -> [VerifyDifference] {
    var causes =
      versionDifferences() + programmeDifferences() + fileDifferences() + rowDifferences()
    if causes.isEmpty { causes = districtDifferences() }
    return causes + findingDifferences(isExplained: !causes.isEmpty)
      + figureDifferences(isExplained: !causes.isEmpty)
  }

  private var base: PacketRows { PacketRows(of: packet) }

  /// What happens to the money when the packet's rows are changed in one way alone.
  private func effect(_ change: (inout PacketRows, PacketRows) -> Void) -> MoneyEffect {
    var rows = base
    let old = rows.review().settlement
    change(&rows, PacketRows(of: fresh))
    return MoneyEffect(from: old, to: rows.review().settlement)
  }

  private func versionDifferences() -> [VerifyDifference] {
    let (old, new) = (packet.provenance, fresh.provenance)
    var found: [VerifyDifference] = []
    if old.ruleSet != new.ruleSet {
      found.append(
        VerifyDifference(
          .ruleSet, file, zh: "規則版本 \(old.ruleSet)，本程式為 \(new.ruleSet)",
          en: "rule set \(old.ruleSet), this program has \(new.ruleSet)",
          effect: MoneyEffect(from: packet.review.settlement, to: base.review().settlement)))
    }
    if old.program != new.program {
      found.append(
        VerifyDifference(
          .program, file, zh: "由 review-packet \(old.program) 產出，本程式為 \(new.program)",
          en: "made by review-packet \(old.program), this is \(new.program)"))
    }
    return found
  }

  private func programmeDifferences() -> [VerifyDifference] {
    let (old, new) = (packet.provenance.programme, fresh.provenance.programme)
    guard old != new else { return [] }
    let effect = effect { $0.programme = $1.programme }
    let values = zip(old.settings, new.settings).filter { $0.value != $1.value }
      .map { (name: $0.key, old: $0.value, new: $1.value) }
    return values.enumerated().map { index, value in
      VerifyDifference(
        .programme, "programme.yaml", zh: "\(value.name)：審查資料為 \(value.old)，年度資料夾為 \(value.new)",
        en: "\(value.name): the packet has \(value.old), the season \(value.new)",
        effect: index == 0 ? effect : nil)
    }
  }

  /// The cause of a row's difference: where its file is the same, somebody changed the archive.
  private func cause(_ files: [String]) -> VerifyDifference.Cause {
    let old = Dictionary(
      packet.provenance.files.map { ($0.path, $0.sha256) }, uniquingKeysWith: { one, _ in one })
    let new = Dictionary(
      fresh.provenance.files.map { ($0.path, $0.sha256) }, uniquingKeysWith: { one, _ in one })
    return files.allSatisfy { old[$0] == new[$0] } ? .editedArchive : .inputRows
  }

  private func rowDifferences() -> [VerifyDifference] {
    var found: [VerifyDifference] = []
    // Go-live and days of a store work together: its effect is told once.
    var told: Set<StoreID> = []
    let usage = UsagePlaces(self)
    for change in RowDifference.all(from: packet, to: fresh) {
      let place = (change.old ?? change.new)?.fileAndLine ?? file
      let text = text(of: change)
      let isNew = change.store.map { told.insert($0).inserted } ?? true
      found.append(
        VerifyDifference(
          cause([change.old?.file, change.new?.file].compactMap { $0 }), place, zh: text.zh,
          en: text.en, effect: isNew ? effect(of: change) : nil))
    }
    for (store, days) in usage.byStore {
      let isNew = told.insert(store).inserted
      found += usage.differences(of: store, days, effect: isNew ? effect(ofStore: store) : nil)
    }
    return found
  }

  private func text(of change: RowDifference) -> Bilingual {
    let table = change.table.rawValue
    guard let old = change.old else {
      return Bilingual(
        zh: "\(table) 新增資料列 \(change.subject)", en: "\(table): row \(change.subject) was added")
    }
    guard let new = change.new else {
      return Bilingual(
        zh: "\(table) 資料列 \(change.subject) 已不在年度資料夾",
        en: "\(table): row \(change.subject) is missing from the season")
    }
    let values = change.columns.map { "\($0.name) “\($0.before ?? "")” → “\($0.after ?? "")”" }
      .joined(separator: ", ")
    let moved = old.fileAndLine == new.fileAndLine ? "" : " (\(new.fileAndLine))"
    return Bilingual(
      zh: "\(table) 資料列 \(change.subject) 已變更\(moved)：\(values)",
      en: "\(table): row \(change.subject) changed\(moved): \(values)")
  }

  private func effect(of change: RowDifference) -> MoneyEffect {
    if let store = change.store, change.table == .store { return effect(ofStore: store) }
    return effect { rows, fresh in
      switch change.table {
      case .approval: rows.approval = fresh.approval
      case .solution: rows.solutions = fresh.solutions
      case .work: rows.progress = fresh.progress
      case .ruling: rows.rulings = fresh.rulings
      case .store: break
      }
    }
  }

  /// A store's row and days as the raw data have them, all else as the packet has it.
  private func effect(ofStore store: StoreID) -> MoneyEffect {
    effect { rows, fresh in
      let new = fresh.roster.first { $0.entry.store == store }
      if let index = rows.roster.firstIndex(where: { $0.entry.store == store }) {
        if let new { rows.roster[index] = new } else { rows.roster.remove(at: index) }
      } else if let new {
        rows.roster.append(new)
      }
    }
  }

  private func findingDifferences(isExplained: Bool) -> [VerifyDifference] {
    let one = Dictionary(packet.findings.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let two = Dictionary(fresh.findings.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let cause: VerifyDifference.Cause = isExplained ? .findings : .editedArchive
    var isToldOfBlocking = false
    func made(_ finding: Finding, zh: String, en: String) -> VerifyDifference {
      var effect: MoneyEffect?
      if finding.rule.effect == .contractBlocked, !isToldOfBlocking {
        isToldOfBlocking = true
        effect = self.effect { $0.blockedBy = $1.blockedBy }
      }
      let place = finding.place?.fileAndLine ?? finding.contract?.text ?? file
      let shown = finding.shown(DocumentOptions())
      return VerifyDifference(
        cause, place, zh: zh + shown.message(in: .zhHant), en: en + shown.message(in: .en),
        effect: effect)
    }
    let gone = packet.findings.filter { two[$0.id] == nil }.map {
      made(
        $0, zh: "年度資料夾無此檢核結果 \($0.code.rawValue)：",
        en: "the season does not give this finding \($0.code.rawValue): ")
    }
    let added = fresh.findings.filter { one[$0.id] == nil }.map {
      made(
        $0, zh: "審查資料缺此檢核結果 \($0.code.rawValue)：",
        en: "the packet lacks this finding \($0.code.rawValue): ")
    }
    let moved = packet.findings.filter { finding in
      two[finding.id].map { $0 != finding } ?? false
    }.map {
      made(
        $0, zh: "檢核結果 \($0.code.rawValue) 的位置或內容不同：",
        en: "finding \($0.code.rawValue) has another place or content: ")
    }
    return gone + added + moved
  }

  /// Money first; then the others that a difference above has not made a line of its own.
  private func figureDifferences(isExplained: Bool) -> [VerifyDifference] {
    let right = Dictionary(
      fresh.figures.map { (FigureName($0), $0.value) }, uniquingKeysWith: { first, _ in first })
    let known = Set(packet.figures.map { FigureName($0) })
    let cause: VerifyDifference.Cause = isExplained ? .figures : .editedArchive
    let changed = packet.figures.filter { right[FigureName($0)] != $0.value }
    let added = fresh.figures.filter { !known.contains(FigureName($0)) }
    let money = changed.filter { $0.code.rule.unit == .money }
    let others = changed.filter { $0.code.rule.unit != .money }
    let total = MoneyEffect(from: packet.review.settlement, to: fresh.review.settlement)
    return (money + others).enumerated().map { index, figure in
      let value = right[FigureName(figure)]?.text ?? "—"
      let name = FigureName(figure).text
      return VerifyDifference(
        cause, name, zh: "審查資料為 \(figure.value.text)，原始資料為 \(value)",
        en: "the packet has \(figure.value.text), the raw data give \(value)",
        effect: index == 0 ? total : nil)
    }
      + added.map {
        VerifyDifference(
          cause, FigureName($0).text, zh: "審查資料無此數據，原始資料為 \($0.value.text)",
          en: "the packet has no such figure, the raw data give \($0.value.text)")
      }
  }
}
