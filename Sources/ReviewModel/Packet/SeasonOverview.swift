/// Everything that the season's overview shows or keeps.
package struct SeasonOverview: Sendable {
  package let provenance: Provenance
  package let contracts: [ContractReview]
  package let districts: [DistrictReview]
  package let totals: SeasonTotals
  /// The contracts whose packets stand beside the overview.
  package let packets: Set<ContractID>
  /// The figures of the season and its districts, in the order of publication.
  package let ownFigures: [Figure]
  package let findings: [Finding]
  private let contractFigures: @Sendable (ContractReview) -> [Figure]

  /// - Parameters:
  ///   - provenance: From what and by what it is made.
  ///   - contracts: By id, in the order of bytes.
  ///   - districts: By id, in the order of bytes.
  ///   - totals: The season's.
  ///   - packets: The contracts whose packets stand beside the overview.
  ///   - ownFigures: Those of the season and its districts.
  ///   - findings: All of the season's.
  ///   - contractFigures: Gives a contract's figures, the same ones each time.
  package init(
    provenance: Provenance, contracts: [ContractReview], districts: [DistrictReview],
    totals: SeasonTotals, packets: Set<ContractID>, ownFigures: [Figure], findings: [Finding],
    contractFigures: @escaping @Sendable (ContractReview) -> [Figure]
  ) {
    self.provenance = provenance
    self.contracts = contracts
    self.districts = districts
    self.totals = totals
    self.packets = packets
    self.ownFigures = ownFigures
    self.findings = findings
    self.contractFigures = contractFigures
  }

  /// A contract's figures, made anew each time: those of all contracts at once would take more room
  /// than all else of a season.
  package func figures(of contract: ContractReview) -> [Figure] { contractFigures(contract) }

  /// The figures of season, districts and contracts, in the order of publication.
  package var figures: Figures { Figures(season: self) }

  /// All figures of an overview, made a contract at a time.
  package struct Figures: Sequence, Sendable {
    fileprivate let season: SeasonOverview

    package func makeIterator() -> Iterator { Iterator(season: season) }

    package struct Iterator: IteratorProtocol {
      private let season: SeasonOverview
      private var nextContract = 0
      private var figures: [Figure]
      private var place = 0

      fileprivate init(season: SeasonOverview) {
        self.season = season
        figures = season.ownFigures
      }

      package mutating func next() -> Figure? {
        while place == figures.count {
          guard nextContract < season.contracts.count else { return nil }
          figures = season.figures(of: season.contracts[nextContract])
          nextContract += 1
          place = 0
        }
        place += 1
        return figures[place - 1]
      }
    }
  }
}
