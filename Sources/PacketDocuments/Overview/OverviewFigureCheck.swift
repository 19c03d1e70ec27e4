internal import ReviewModel

/// Holds the marks of the overview, as they come, against the figures of season, districts and
/// contracts, which are made again for a contract at a time.
///
/// It finds what `DocumentCheck.figureFaults` does, in the same order.
struct OverviewFigureCheck {
  private let season: SeasonOverview
  private let own: FigureIndex
  private let owed = DocumentKind.overview.owedFigures
  private var isOwnShown: [Bool]
  /// Per contract the figures that were shown, a bit for each code: a contract has none of months.
  private var shown: [UInt128]
  /// The contract of the last mark with its figures; rows show one contract after the other.
  private var last: (number: Int, figures: FigureIndex)?
  private var wrong: [DocumentCheck.FigureFault] = []

  /// - Parameters:
  ///   - season: The overview.
  ///   - own: The figures of the season and its districts.
  init(_ season: SeasonOverview, own: FigureIndex) {
    self.season = season
    self.own = own
    isOwnShown = Array(repeating: false, count: own.all.count)
    shown = Array(repeating: 0, count: season.contracts.count)
  }

  mutating func take(_ marks: [FigureMark]) {
    for mark in marks where !isRight(mark) {
      wrong.append(DocumentCheck.FigureFault(mark: mark, isMissing: false))
    }
  }

  /// All marks that are wrong, then the figures that are owed and were not shown.
  func faults() -> [DocumentCheck.FigureFault] {
    var faults = wrong
    func miss(_ figure: Figure) {
      faults.append(DocumentCheck.FigureFault(mark: FigureMark(figure), isMissing: true))
    }
    for (place, figure) in own.all.enumerated()
    where !isOwnShown[place] && owed.contains(figure.code) {
      miss(figure)
    }
    let wanted = owed.filter { $0.scope == .contract }.reduce(0) { $0 | Self.bit($1) }
    for (number, contract) in season.contracts.enumerated() where wanted & ~shown[number] != 0 {
      for figure in season.figures(of: contract)
      where wanted & ~shown[number] & Self.bit(figure.code) != 0 {
        miss(figure)
      }
    }
    return faults
  }

  private mutating func isRight(_ mark: FigureMark) -> Bool {
    if mark.scope == FigureScope.contract.rawValue {
      guard let number = number(of: mark.subject) else { return false }
      let figures = figures(ofContract: number)
      guard let place = figures.position(of: mark) else { return false }
      shown[number] |= Self.bit(figures.all[place].code)
      return figures.all[place].value.text == mark.value
    }
    guard let place = own.position(of: mark) else { return false }
    isOwnShown[place] = true
    return own.all[place].value.text == mark.value
  }

  private mutating func figures(ofContract number: Int) -> FigureIndex {
    if let last, last.number == number { return last.figures }
    let figures = FigureIndex(
      season.figures(of: season.contracts[number]), format: own.format)
    last = (number, figures)
    return figures
  }

  /// The contract that a subject names; contracts are in the order of their bytes.
  private func number(of subject: String) -> Int? {
    let contracts = season.contracts
    if let last, contracts[last.number].id.text == subject { return last.number }
    var range = contracts.indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if bytesPrecede(contracts[middle].id.text, subject) {
        range = (middle + 1)..<range.upperBound
      } else {
        range = range.lowerBound..<middle
      }
    }
    let number = range.lowerBound
    return number < contracts.count && contracts[number].id.text == subject ? number : nil
  }

  private static func bit(_ code: FigureCode) -> UInt128 { 1 << code.rawValue }
}
