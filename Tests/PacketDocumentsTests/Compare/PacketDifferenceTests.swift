import ReviewModel
import Testing

@testable import PacketDocuments

struct PacketDifferenceTests {
  private func difference(
    _ old: Packet, _ new: Packet, earlier: [Packet] = []
  ) -> PacketDifference {
    func archived(_ packet: Packet) -> ArchivedPacket {
      ArchivedPacket(packet: packet, options: DocumentOptions())
    }
    return PacketDifference(
      from: archived(old), to: archived(new), earlier: earlier.map(archived))
  }

  private let packet = SamplePacket().packet

  @Test(arguments: Phase.allCases)
  func `finds nothing between a packet and itself`(in phase: Phase) {
    let packet = SamplePacket(phase: phase).packet
    let same = difference(packet, packet)
    #expect(same.isEmpty)
    #expect(same.findings.count == packet.findings.count)
    #expect(same.findings.allSatisfy { $0.state == .open && $0.counterpart == nil })
  }

  @Test func `puts the money apart from other figures, each with its difference`() {
    // Two more stores are completed: NT$20,000 less is deducted of each part.
    let change = difference(packet, SamplePacket(moreStores: 2).packet)
    let money = change.money.map { "\($0.code.scope) \($0.code.name) \($0.difference ?? "")" }
    #expect(money.contains("contract vendor-deduction -20000"))
    #expect(money.contains("contract recognised-cloud-fee +20000"))
    #expect(money.contains("district district-deduction -20000"))
    #expect(change.money.allSatisfy { $0.code.rule.unit == .money })
    #expect(change.figures.contains { $0.code == .contractCompletedStores })
    #expect(change.figures.allSatisfy { $0.code.rule.unit != .money })
    #expect(change.verdict == nil)
  }

  @Test func `tells stores that only one packet has, and not each of their figures`() {
    let more = SamplePacket(moreStores: 1).packet
    let added = difference(packet, more)
    #expect(added.stores.map(\.store.text) == ["S006"])
    #expect(added.stores.first?.before == nil && added.stores.first?.after == .completed)
    #expect(!added.storeFigures.contains { $0.store == "S006" })
    #expect(!added.rows.contains { $0.table == .store })
    let removed = difference(more, packet)
    #expect(removed.stores.first?.before == .completed && removed.stores.first?.after == nil)
  }

  @Test func `tells a status once, where the store and its figure agree`() {
    let status = SamplePacket().changed { $0.status = .duration }
    let change = difference(packet, status)
    #expect(change.stores.map(\.store.text) == ["S001"])
    #expect(change.stores.first?.after == .durationShort)
    #expect(change.storeFigures.isEmpty)
    // A figure that was edited by itself is told as a figure.
    let edited = packet.with(figure: .storeStatus, of: "D001/12345675/S001", .code("no-usage"))
    let forged = difference(packet, edited)
    #expect(forged.stores.isEmpty)
    #expect(forged.storeFigures.map(\.store) == ["S001"])
    #expect(forged.storeFigures.first?.changes.map(\.code) == [.storeStatus])
  }

  @Test func `tells the verdict with what blocks the contract`() throws {
    let change = try #require(
      difference(packet, SamplePacket(verdict: .pass).packet).verdict)
    #expect(change.before == .fail && change.blockedBefore == [.AP004])
    #expect(change.after == .pass && change.blockedAfter == [])
  }

  @Test func `holds mid-term against final: the phase on top, later months grouped`() throws {
    let change = difference(packet, SamplePacket(phase: .final).packet)
    #expect(change.heading.map(\.name) == ["phase", "as-of"])
    let first = try #require(change.storeFigures.first)
    #expect(first.store == "S001")
    #expect(first.onlyBefore.isEmpty)
    #expect(first.onlyAfter.map(\.code) == [.storeWeeklyAverage, .storeMonthVerdict])
    #expect(first.onlyAfter.map(\.months) == [[4, 5], [4, 5]])
    #expect(first.changes.contains { $0.code == .storeServiceDays && $0.difference == "+61" })
    // Uses and reports of later days are no change of what both count.
    #expect(change.uses.isEmpty)
  }

  @Test func `follows findings by their ids over a chain`() {
    let ids = ["aaaaaaaaaaaa", "bbbbbbbbbbbb"]
    func packet(_ wanted: [Int]) -> Packet {
      self.packet.with(
        findings: wanted.map { number in
          var finding = Finding(
            .RO005, contract: self.packet.review.id, store: StoreID("S00\(number)"),
            field: Field(title: "t"), value: "1")
          finding.id = ids[number]
          return finding
        })
    }
    func states(_ change: PacketDifference) -> [String] {
      change.findings.map { "\($0.state.rawValue) \($0.finding.id.prefix(1))" }
    }
    #expect(states(difference(packet([0]), packet([0, 1]))) == ["new b", "open a"])
    #expect(states(difference(packet([0, 1]), packet([1]))) == ["fixed a", "open b"])
    let back = difference(packet([1]), packet([0, 1]), earlier: [packet([0])])
    #expect(states(back) == ["came-back a", "open b"])
    #expect(states(difference(packet([1]), packet([0, 1]))) == ["new a", "open b"])
  }

  @Test func `says of a finding with another value what it was before`() throws {
    func packet(_ value: String, _ id: String) -> Packet {
      var finding = Finding(
        .RO004, contract: self.packet.review.id, store: StoreID("S001"),
        field: Field(column: .fee, title: "費用"), value: value)
      finding.id = id
      return self.packet.with(findings: [finding])
    }
    let change = difference(packet("99,999", "aaaaaaaaaaaa"), packet("99,998", "bbbbbbbbbbbb"))
    #expect(change.findings.map(\.state) == [.fixed, .new])
    #expect(change.findings.first?.counterpart?.id == "bbbbbbbbbbbb")
    #expect(change.findings.last?.counterpart?.value == "99,999")
  }

  @Test func `names settings, rule set, program, templates and pages`() {
    var programme = packet.provenance.programme
    programme.weeklyThresholds = [5, 10, 15, 21]
    programme.districtReward = TWD(9_999)
    let other = packet.with(
      provenance: Provenance(
        program: "1.1.0", ruleSet: "2.0", templates: String(repeating: "cd", count: 32),
        phase: packet.provenance.phase, asOf: packet.provenance.asOf,
        lastDay: packet.provenance.lastDay, programme: programme, files: packet.provenance.files))
    let change = PacketDifference(
      from: ArchivedPacket(packet: packet, options: DocumentOptions()),
      to: ArchivedPacket(packet: other, options: DocumentOptions(language: .en, contacts: .full)))
    #expect(change.settings.map(\.name) == ["usage.weekly_thresholds", "money.district_reward"])
    #expect(change.settings.first?.before == "5 10 15 20")
    #expect(
      change.provenance.map(\.name)
        == ["rule-set", "program", "templates", "language", "contacts"])
  }

  @Test func `compares input files by their digests`() {
    func packet(_ files: [(String, String)]) -> Packet {
      let old = self.packet.provenance
      return self.packet.with(
        provenance: Provenance(
          program: old.program, ruleSet: old.ruleSet, templates: old.templates, phase: old.phase,
          asOf: old.asOf, lastDay: old.lastDay, programme: old.programme,
          files: files.map { InputFile(path: $0, kind: .usage, sha256: $1, byteCount: 1) }))
    }
    let change = difference(
      packet([("usage/a.csv", "1"), ("usage/b.csv", "2"), ("usage/c.csv", "3"), ("é", "5")]),
      packet([("usage/a.csv", "1"), ("usage/b.csv", "9"), ("usage/d.csv", "3"), ("e\u{301}", "6")]))
    #expect(
      change.files.map { "\($0.kind) \($0.path) \($0.oldPath ?? "")" } == [
        "added e\u{301} ", "changed usage/b.csv ", "renamed usage/d.csv usage/c.csv", "removed é ",
      ])
  }

  @Test func `names changed cells of rows, contacts without their texts`() throws {
    let change = difference(packet, SamplePacket().changed { $0.phone = "0987-654-321" })
    let row = try #require(change.rows.first)
    #expect(change.rows.count == 1)
    #expect(row.table == .store && row.subject == "S001" && row.kind == .changed)
    #expect(row.columns.map(\.name) == ["phone"])
    #expect(row.columns.first?.before == "***" && row.columns.first?.after == "***")
    let moved = difference(packet, SamplePacket().changed { $0.name = "改名商店" })
    #expect(moved.rows.first?.columns.first?.after == "改名商店")
  }

  @Test func `counts the days of a store whose uses differ`() throws {
    let change = difference(packet, SamplePacket().changed { $0.usesPerDay = 4 })
    let uses = try #require(change.uses.first)
    #expect(change.uses.count == 1)
    #expect(uses.store == StoreID("S001"))
    #expect(uses.days == 91 && uses.before == 3 * 91 && uses.after == 4 * 91)
    #expect(uses.first.isoText == "2021-06-02" && uses.last.isoText == "2021-08-31")
  }
}

/// What tests change of the sample's first store.
private struct FirstStore {
  enum Status {
    case usual
    case duration
  }

  var name: String
  var phone: String
  var usesPerDay = 3
  var status = Status.usual
}

extension SamplePacket {
  fileprivate func changed(_ change: (inout FirstStore) -> Void) -> Packet {
    let old = store(1)
    var first = FirstStore(name: old.entry.name, phone: old.entry.phone)
    change(&first)
    let entry = old.entry
    let store = StoreReview(
      entry: RosterEntry(
        store: entry.store, contract: entry.contract, solution: entry.solution, name: first.name,
        taxID: entry.taxID, address: entry.address, contact: entry.contact, phone: first.phone,
        goLive: entry.goLive, endedOn: entry.endedOn, fee: entry.fee, gaView: entry.gaView,
        continuityPlan: entry.continuityPlan, source: entry.source),
      status: first.status == .usual ? old.status : .durationShort,
      service: entry.goLive.map { service(from: $0, usesPerDay: first.usesPerDay) },
      disallowedBy: nil, ineligibleBy: [])
    let review = review
    let changed = ContractReview(
      approval: review.approval, stores: [store] + stores.dropFirst(), counts: review.counts,
      work: review.work, settlement: review.settlement, verdict: review.verdict,
      blockedBy: review.blockedBy, totalUses: review.totalUses, rulings: review.rulings)
    return Packet(
      provenance: provenance, review: changed, district: district, solutions: [solution],
      figures: SampleFigures(programme: programme).figures(of: changed), findings: findings)
  }
}

extension Packet {
  fileprivate func with(
    provenance other: Provenance? = nil, findings others: [Finding]? = nil
  ) -> Packet {
    Packet(
      provenance: other ?? provenance, review: review, district: district, solutions: solutions,
      figures: figures, findings: others ?? findings)
  }

  fileprivate func with(
    figure code: FigureCode, of subject: String, _ value: FigureValue
  ) -> Packet {
    Packet(
      provenance: provenance, review: review, district: district, solutions: solutions,
      figures: figures.map {
        $0.code == code && $0.subject == subject
          ? Figure(code, of: subject, month: $0.month, value, from: $0.derivation) : $0
      }, findings: findings)
  }
}
