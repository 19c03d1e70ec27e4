import PacketDocuments
import ReviewModel
import ReviewRules
import SeasonReading

/// Where figures are looked up: a packet, or a season that was reviewed.
///
/// Of a season a contract's packet is made when something of it is asked for, and held until another
/// one's is.
final class FigureSource {
  /// By which a figure refers to another.
  struct Key: Hashable {
    let code: FigureCode
    let subject: String
    let month: Int?

    init(_ code: FigureCode, _ subject: String, _ month: Int?) {
      (self.code, self.subject, self.month) = (code, subject, month)
    }

    init(_ figure: Figure) {
      self.init(figure.code, figure.subject, figure.month)
    }
  }

  /// A packet with ways to what is in it.
  private struct Opened {
    let packet: Packet
    let figures: [Key: Int]
    let stores: [StoreID: Int]

    init(_ packet: Packet) {
      self.packet = packet
      figures = Dictionary(
        packet.figures.indices.map { (Key(packet.figures[$0]), $0) },
        uniquingKeysWith: { first, _ in first })
      stores = Dictionary(
        packet.review.stores.indices.map { (packet.review.stores[$0].entry.store, $0) },
        uniquingKeysWith: { first, _ in first })
    }
  }

  let phase: Phase
  let asOf: CalendarDate
  let programme: Programme
  /// Whether the settings stand in a file, or are those that hold without one.
  let hasProgrammeFile: Bool
  /// All findings, which the run's last line counts.
  let findings: [Finding]
  /// Where the raw data lies; nil for a packet, which does not know.
  let season: String?
  private let usageRegister: UsageRegister?
  /// Those of the season and its districts.
  let own: [Figure]
  let contracts: [ContractID]
  /// By what subjects begin with.
  private let reviews: [String: ContractReview]
  private let makeFigures: (ContractReview) -> [Figure]
  private let makePacket: (ContractID) -> Packet?
  private var opened: Opened?
  /// A contract's own figures, made without its stores'.
  private var light: (contract: ContractID, figures: [Figure])?

  init(_ packet: Packet) {
    let provenance = packet.provenance
    (phase, asOf, programme) = (provenance.phase, provenance.asOf, provenance.programme)
    hasProgrammeFile = provenance.files.contains { $0.kind == .programme }
    findings = packet.findings
    (season, usageRegister) = (nil, nil)
    own = []
    contracts = [packet.review.id]
    reviews = [packet.review.id.text: packet.review]
    makeFigures = { _ in packet.figures }
    makePacket = { _ in packet }
  }

  init(_ reviewed: Pipeline.Reviewed, season: String) {
    let review = reviewed.review
    (phase, asOf, programme) = (review.phase, review.asOf, review.programme)
    hasProgrammeFile = review.files.contains { $0.kind == .programme }
    findings = review.findings
    self.season = season
    usageRegister = reviewed.usageRegister
    own = FigureTable.overviewFigures(of: review)
    contracts = review.contracts.map(\.id)
    reviews = Dictionary(
      review.contracts.map { ($0.id.text, $0) }, uniquingKeysWith: { first, _ in first })
    makeFigures = { reviewed.reviewers.figures(of: $0) }
    // Templates are no part of any figure.
    let assembly = reviewed.assembly(templates: "")
    makePacket = { assembly.packet(of: $0) }
  }

  // MARK: Figures

  /// A figure that another one refers to.
  func figure(_ key: Key) -> Figure? {
    switch key.code.scope {
    case .season, .district:
      return own.first { Key($0) == key }
    case .contract:
      return figures(ofContract: key.subject).first { Key($0) == key }
    case .store:
      guard let opened = opened(key.subject) else { return nil }
      return opened.figures[key].map { opened.packet.figures[$0] }
    }
  }

  /// A contract's own figures, without its stores'; none of an unknown one.
  func figures(ofContract subject: String) -> [Figure] {
    guard let review = reviews[subject] else { return [] }
    if let light, light.contract == review.id { return light.figures }
    let figures = makeFigures(review).filter { $0.code.scope == .contract }
    light = (review.id, figures)
    return figures
  }

  /// The contract of a kept store; of a packet its own one.
  func contract(ofStore store: StoreID) -> ContractID? {
    guard let usageRegister else { return contracts.first }
    return usageRegister.numbers[store].map {
      usageRegister.contracts[usageRegister.windows[$0].contract]
    }
  }

  /// All figures of a contract and its stores.
  func figures(of contract: ContractID) -> [Figure] {
    opened(contract.text)?.packet.figures ?? []
  }

  // MARK: What figures are made of

  /// The review of the contract that a figure is of, without its stores perhaps; nil for the season's
  /// and districts'.
  func contract(of figure: Figure) -> ContractReview? {
    figure.code.scope == .contract ? reviews[figure.subject] : nil
  }

  /// A contract's stores.
  func stores(ofSubject subject: String) -> [StoreReview] {
    opened(subject)?.packet.review.stores ?? []
  }

  /// The store that a subject is.
  func store(ofSubject subject: String) -> StoreReview? {
    subject.split(separator: "/").last.flatMap { store(StoreID(String($0)), ofSubject: subject) }
  }

  /// A store of the contract that a subject is, or is a store of.
  func store(_ id: StoreID, ofSubject subject: String) -> StoreReview? {
    guard let opened = opened(subject) else { return nil }
    return opened.stores[id].map { opened.packet.review.stores[$0] }
  }

  /// The findings with some codes that bear on a figure: a contract's, or those of one of its stores
  /// and of that store's solution.
  func findings(_ codes: [FindingCode], about figure: Figure) -> [Finding] {
    guard let packet = opened(figure.subject)?.packet else { return [] }
    let found = packet.findings.filter { codes.contains($0.code) }
    guard figure.code.scope == .store else { return found }
    let store = store(ofSubject: figure.subject)?.entry
    let solution = packet.solutions.first { $0.id == store?.solution }?.source
    return found.filter { finding in
      if let named = finding.store { return named == store?.store }
      return finding.place?.file == solution?.layout.file && finding.place?.line == solution?.line
    }
  }

  /// What kept rows of a contract's roster from counting at all.
  func skippedRosterRows(ofSubject subject: String) -> [Finding] {
    guard let packet = opened(subject)?.packet else { return [] }
    let rosters = Set(packet.provenance.files.filter { $0.kind == .roster }.map(\.path))
    return packet.findings.filter { finding in
      finding.rule.effect == .rowSkipped && finding.contract == packet.review.id
        && rosters.contains(finding.place?.file ?? "")
    }
  }

  /// The rows of the raw data that counted for some stores; nil where it is not at hand.
  func usageRows(of stores: Set<StoreID>) -> UsageTrace? {
    guard let season, let usageRegister else { return nil }
    return stores.isEmpty ? UsageTrace() : UsageTrace(of: stores, in: season, usageRegister)
  }

  /// The packet of the contract that a subject is, or is a store of.
  private func opened(_ subject: String) -> Opened? {
    let text = subject.split(separator: "/").prefix(2).joined(separator: "/")
    guard let contract = reviews[text]?.id else { return nil }
    if let opened, opened.packet.review.id == contract { return opened }
    opened = makePacket(contract).map { Opened($0) }
    return opened
  }
}

extension FigureScope {
  /// Whether a packet has the figures of this scope.
  var isOfPacket: Bool { self == .contract || self == .store }
}
