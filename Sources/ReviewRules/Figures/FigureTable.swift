package import ReviewModel

/// Results become figures, in the order of publication: by subject, then by the catalogue, then
/// by month.
package enum FigureTable {
  /// A contract's own figures, without its stores', from its whole review.
  package static func figures(of review: ContractReview, in season: SeasonReview) -> [Figure] {
    figures(of: review, season.programme, season.phase)
  }

  static func figures(
    of review: ContractReview, _ programme: Programme, _ phase: Phase
  ) -> [Figure] {
    figures(of: review, review.stores.map { StoreOutcome($0) }, programme, phase)
  }

  /// The same from a review that may be without its stores, and what became of them.
  static func figures(
    of review: ContractReview, _ outcomes: [StoreOutcome], _ programme: Programme, _ phase: Phase
  ) -> [Figure] {
    precondition(outcomes.count == review.counts.rostered, "the stores of a contract are missing")
    return ContractFigures(
      review: review, outcomes: outcomes, programme: programme, phase: phase
    ).figures()
  }

  /// The figures of a contract's stores, by store id.
  package static func storeFigures(
    of review: ContractReview, in season: SeasonReview
  ) -> [Figure] {
    storeFigures(of: review, season.programme)
  }

  static func storeFigures(of review: ContractReview, _ programme: Programme) -> [Figure] {
    var figures: [Figure] = []
    appendStoreFigures(of: review, programme, to: &figures)
    return figures
  }

  /// A contract's own figures and then its stores', in one list.
  package static func allFigures(of review: ContractReview, in season: SeasonReview) -> [Figure] {
    var figures = figures(of: review, in: season)
    appendStoreFigures(of: review, season.programme, to: &figures)
    return figures
  }

  private static func appendStoreFigures(
    of review: ContractReview, _ programme: Programme, to figures: inout [Figure]
  ) {
    let (stores, contract) = (review.stores, review.id)
    figures.reserveCapacity(figures.count + stores.count * StoreFigures.usualCount)
    // By place: a store has much to copy.
    for place in stores.indices.sorted(by: { stores[$0].entry.store < stores[$1].entry.store }) {
      StoreFigures(store: stores[place], contract: contract, programme: programme)
        .append(to: &figures)
    }
  }

  /// The season's figures and its districts', without the contracts'.
  package static func overviewFigures(of season: SeasonReview) -> [Figure] {
    seasonFigures(season) + season.districts.flatMap { districtFigures($0, season) }
  }

  private static func seasonFigures(_ season: SeasonReview) -> [Figure] {
    let totals = season.totals
    let subject = String(season.programme.year)
    func figure(_ code: FigureCode, _ value: FigureValue, sumOf sources: [FigureCode]) -> Figure {
      let parts = sources.flatMap { source in
        (source.scope == .district
          ? season.districts.map(\.id.text) : season.contracts.map(\.id.text))
          .map { Derivation.Operand($0, "", .figure(source, subject: $0, month: nil)) }
      }
      return Figure(code, of: subject, value, from: Derivation(parts))
    }
    func count(_ code: FigureCode, _ count: Int, sumOf source: FigureCode) -> Figure {
      figure(code, .count(Int128(count)), sumOf: [source])
    }
    func amount(_ code: FigureCode, _ amount: TWD, sumOf sources: FigureCode...) -> Figure {
      figure(code, .money(amount), sumOf: sources)
    }
    return [
      Figure(
        .seasonContracts, of: subject, .count(Int128(totals.contracts)),
        from: Derivation(
          [], rows: season.contracts.map { $0.approval.source.place(of: .districtID) })),
      count(.seasonDistricts, totals.districts, sumOf: .districtContracts),
      count(.seasonApprovedStores, totals.approved, sumOf: .contractApprovedStores),
      count(.seasonRosteredStores, totals.rostered, sumOf: .contractRosteredStores),
      count(.seasonAdoptedStores, totals.adopted, sumOf: .contractAdoptedStores),
      count(.seasonCompletedStores, totals.completed, sumOf: .contractCompletedStores),
      count(.seasonShortfallStores, totals.shortfall, sumOf: .contractShortfallStores),
      amount(.seasonTotalDeduction, totals.deduction, sumOf: .contractTotalDeduction),
      amount(
        .seasonRecognisedTotal, totals.recognised, sumOf: .contractRecognisedCloudFee,
        .contractRecognisedCounsellingFee),
      amount(.seasonPayableTotal, totals.payable, sumOf: .contractPayableTotal),
      amount(.seasonWithheldTotal, totals.withheld, sumOf: .contractWithheldTotal),
      amount(.seasonDistrictRewards, totals.rewards, sumOf: .districtDistrictReward),
    ]
  }

  private static func districtFigures(
    _ district: DistrictReview, _ season: SeasonReview
  ) -> [Figure] {
    func figure(_ code: FigureCode, _ value: FigureValue, sumOf source: FigureCode) -> Figure {
      Figure(
        code, of: district.id.text, value,
        from: Derivation(
          district.contracts.map {
            .init($0.text, "", .figure(source, subject: $0.text, month: nil))
          }))
    }
    let reward = Figure(
      .districtDistrictReward, of: district.id.text, .money(district.reward),
      from: Derivation(
        [
          .init("phase", season.phase.rawValue, .intermediate),
          .init(
            "district_reward", season.programme.districtReward.plainText,
            .setting("money.district_reward")),
          .init(
            "d", String(district.shortfall),
            .figure(.districtShortfallStores, subject: district.id.text, month: nil)),
        ]
          + district.contracts.map {
            .init($0.text, "", .figure(.contractVerdict, subject: $0.text, month: nil))
          }))
    return [
      figure(
        .districtContracts, .count(Int128(district.contracts.count)), sumOf: .contractVerdict),
      figure(
        .districtApprovedStores, .count(Int128(district.approved)),
        sumOf: .contractApprovedStores),
      figure(
        .districtCompletedStores, .count(Int128(district.completed)),
        sumOf: .contractCompletedStores),
      figure(
        .districtShortfallStores, .count(Int128(district.shortfall)),
        sumOf: .contractShortfallStores),
      figure(
        .districtDistrictDeduction, .money(district.deduction), sumOf: .contractDistrictDeduction),
      reward,
    ]
  }
}
