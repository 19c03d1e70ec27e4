import PacketDocuments
import ReviewModel
import ReviewRules
import SeasonReading

/// Where figures are looked up: a packet, or a season that was reviewed.
final class FigureSource {
  let phase: Phase
  let asOf: CalendarDate
  let programme: Programme
  /// All findings, which the run's last line counts.
  let findings: [Finding]
  /// Where the raw data lies; nil for a packet, which does not know.
  let season: String?
  private let usageRegister: UsageRegister?
  /// Those of the season and its districts.
  private let own: [Figure]
  private let contracts: [ContractID]
  /// By what subjects begin with.
  private let contractsByText: [String: ContractID]
  private let makePacket: (ContractID) -> Packet?
  /// The packet that was made last: what is asked for next is mostly of the same contract.
  private var last: Packet?

  init(_ packet: Packet) {
    (phase, asOf) = (packet.provenance.phase, packet.provenance.asOf)
    programme = packet.provenance.programme
    findings = packet.findings
    (season, usageRegister) = (nil, nil)
    own = []
    contracts = [packet.review.id]
    contractsByText = [packet.review.id.text: packet.review.id]
    makePacket = { _ in packet }
  }

  init(_ reviewed: Pipeline.Reviewed, season: String) {
    (phase, asOf) = (reviewed.review.phase, reviewed.review.asOf)
    programme = reviewed.review.programme
    findings = reviewed.review.findings
    self.season = season
    usageRegister = reviewed.usageRegister
    own = FigureTable.overviewFigures(of: reviewed.review)
    contracts = reviewed.review.contracts.map(\.id)
    contractsByText = Dictionary(
      contracts.map { ($0.text, $0) }, uniquingKeysWith: { first, _ in first })
    // Templates are no part of any figure.
    let assembly = reviewed.assembly(templates: "")
    makePacket = { assembly.packet(of: $0) }
  }

  /// The figures that a path may mean, so many of them at most.
  func figures(named path: FigurePath, atMost most: Int) -> [Figure] {
    let codes = path.codes
    return figures(like: path, codes.contains { $0.scope.isOfPacket }, atMost: most) { figure in
      codes.contains(figure.code) && (path.month == nil || path.month == figure.month)
    }
  }

  /// All figures of the subjects that a path may mean, so many of them at most.
  func figures(ofSubjectLike path: FigurePath, atMost most: Int) -> [Figure] {
    figures(like: path, true, atMost: most) { _ in true }
  }

  private func figures(
    like path: FigurePath, _ isInPackets: Bool, atMost most: Int, _ isMeant: (Figure) -> Bool
  ) -> [Figure] {
    var found = own.filter { path.fits(subject: $0.subject) && isMeant($0) }
    guard isInPackets else { return Array(found.prefix(most)) }
    for contract in contracts where found.count < most && mayHold(path, contract) {
      found += (packet(of: contract)?.figures ?? []).filter {
        path.fits(subject: $0.subject) && isMeant($0)
      }
    }
    return Array(found.prefix(most))
  }

  /// Whether a figure of a contract or of one of its stores may be meant.
  private func mayHold(_ path: FigurePath, _ contract: ContractID) -> Bool {
    let parts = path.subject.split(separator: "/")
    guard parts.count > 1 else { return true }
    // The end of a contract's id with a store's, or a contract's as a whole.
    let above = parts.dropLast().joined(separator: "/")
    return path.fits(subject: contract.text) || contract.text == above
      || contract.text.hasSuffix("/" + above)
  }

  /// What may stand before a name of one of these scopes, in their order.
  func subjects(of scopes: Set<FigureScope>, atMost most: Int) -> [String] {
    var found: [String] = []
    for figure in own where scopes.contains(figure.code.scope) && found.last != figure.subject {
      found.append(figure.subject)
    }
    for contract in contracts where found.count < most {
      if scopes.contains(.contract) { found.append(contract.text) }
      guard scopes.contains(.store) else { continue }
      found += (packet(of: contract)?.review.stores ?? []).map {
        contract.text + "/" + $0.entry.store.text
      }
    }
    return Array(found.prefix(most))
  }

  /// A figure that another one refers to.
  func figure(_ code: FigureCode, of subject: String, month: Int?) -> Figure? {
    switch code.scope {
    case .season, .district:
      own.first { $0.code == code && $0.subject == subject }
    case .contract, .store:
      packet(of: subject)?.figures.first {
        $0.code == code && $0.month == month && $0.subject == subject
      }
    }
  }

  /// The rows of the raw data that counted for some stores; nil where it is not at hand.
  func usageRows(of stores: Set<StoreID>) -> UsageTrace? {
    guard let season, let usageRegister else { return nil }
    return stores.isEmpty ? UsageTrace() : UsageTrace(of: stores, in: season, usageRegister)
  }

  /// The packet of the contract that a subject is, or is a store of.
  func packet(of subject: String) -> Packet? {
    let text = subject.split(separator: "/").prefix(2).joined(separator: "/")
    return contractsByText[text].flatMap { packet(of: $0) }
  }

  private func packet(of contract: ContractID) -> Packet? {
    if let last, last.review.id == contract { return last }
    last = makePacket(contract)
    return last
  }
}
