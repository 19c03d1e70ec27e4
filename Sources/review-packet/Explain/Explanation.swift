import PacketDocuments
import ReviewModel

/// How a figure came about: its formula's numbers, each explained in turn, down to the input.
struct Explanation {
  /// How much of a figure is told.
  enum Extent: String {
    case whole
    /// It was explained further up.
    case above
    /// Further down than was asked for.
    case mentioned
  }

  /// A number of the formula, and what is under it.
  struct Operand {
    let operand: Derivation.Operand
    /// Where it is a figure: how that came about.
    let figure: Explanation?
    /// Where it sums up uses: the days with any, in their order.
    let days: [DailyUses]
    /// Where it names findings: those that are meant.
    let findings: [Finding]
  }

  let figure: Figure
  let extent: Extent
  /// The formula with the numbers put in; empty where it is no more than words.
  let inNumbers: String
  /// None but of a figure that is explained as a whole.
  let operands: [Operand]
  /// Of the completed stores: those that are on the roster and not among them.
  let leftOut: [StoreReview]

  private init(_ figure: Figure, _ extent: Extent) {
    self.figure = figure
    self.extent = extent
    (inNumbers, operands, leftOut) = ("", [], [])
  }

  static func above(_ figure: Figure) -> Explanation { Explanation(figure, .above) }

  static func mentioned(_ figure: Figure) -> Explanation { Explanation(figure, .mentioned) }

  init(_ figure: Figure, inNumbers: String, _ operands: [Operand], leftOut: [StoreReview]) {
    self.figure = figure
    extent = .whole
    self.inNumbers = inNumbers
    self.operands = operands
    self.leftOut = leftOut
  }

  /// The clauses of all figures that were explained, in their order.
  var clauses: [Clause] {
    var found: Set<Clause> = []
    collect(into: &found)
    return Clause.allCases.filter(found.contains)
  }

  private func collect(into clauses: inout Set<Clause>) {
    if extent == .whole, let clause = figure.code.rule.clause { clauses.insert(clause) }
    for operand in operands { operand.figure?.collect(into: &clauses) }
  }

  /// The stores whose uses stand anywhere under the figure.
  var storesOfUsage: Set<StoreID> {
    var found: Set<StoreID> = []
    collect(into: &found)
    return found
  }

  private func collect(into stores: inout Set<StoreID>) {
    for operand in operands {
      if case .usage(let store, _, _) = operand.operand.origin, !operand.days.isEmpty {
        stores.insert(store)
      }
      operand.figure?.collect(into: &stores)
    }
  }
}

/// Explains a source's figures.
struct Explainer {
  private struct Key: Hashable {
    let code: FigureCode
    let subject: String
    let month: Int?

    init(_ figure: Figure) {
      (code, subject, month) = (figure.code, figure.subject, figure.month)
    }
  }

  private let source: FigureSource
  private let language: Language
  private var explained: Set<Key> = []

  init(_ source: FigureSource, _ language: Language) {
    self.source = source
    self.language = language
  }

  /// - Parameters:
  ///   - figure: A figure of the source.
  ///   - depth: How many figures down to go; 0 for this one alone.
  /// - Returns: How it came about; a figure that was explained before is only named.
  mutating func explanation(of figure: Figure, depth: Int) -> Explanation {
    guard explained.insert(Key(figure)).inserted else { return .above(figure) }
    let packet = figure.code.scope.isOfPacket ? source.packet(of: figure.subject) : nil
    let formula = FormulaInNumbers(
      figure, contract: packet?.review, source.programme, source.phase, in: language)
    // Not by `map`: each goes on with what the ones before have explained.
    var operands: [Explanation.Operand] = []
    for operand in figure.derivation.operands {
      operands.append(explained(operand, of: figure, packet, depth))
    }
    let stores = figure.code == .contractCompletedStores ? packet?.review.stores ?? [] : []
    return Explanation(
      figure, inNumbers: formula.text, operands,
      leftOut: stores.filter { $0.status != .completed }
        .sorted { $0.entry.store < $1.entry.store })
  }

  private mutating func explained(
    _ operand: Derivation.Operand, of figure: Figure, _ packet: Packet?, _ depth: Int
  ) -> Explanation.Operand {
    var under: Explanation?
    var days: [DailyUses] = []
    var findings: [Finding] = []
    switch operand.origin {
    case .figure(let code, let subject, let month):
      under = source.figure(code, of: subject, month: month).map { next in
        depth > 0 ? explanation(of: next, depth: depth - 1) : .mentioned(next)
      }
    case .usage(let store, let first, let last):
      let review = packet?.review.stores.first { $0.entry.store == store }
      days = (review?.service?.daily ?? []).filter {
        first <= $0.day && $0.day <= last && $0.uses > 0
      }
    case .findings(let codes):
      findings = (packet?.findings ?? []).filter { finding in
        codes.contains(finding.code) && isAbout(figure, finding)
      }
    case .setting, .cell, .intermediate: break
    }
    return Explanation.Operand(operand: operand, figure: under, days: days, findings: findings)
  }

  /// Whether a finding is about the store that a figure is of; a contract's may be about any.
  private func isAbout(_ figure: Figure, _ finding: Finding) -> Bool {
    guard figure.code.scope == .store else { return true }
    return finding.store.map { figure.subject.hasSuffix("/" + $0.text) } ?? false
  }
}

extension FigureScope {
  /// Whether a packet has the figures of this scope.
  var isOfPacket: Bool { self == .contract || self == .store }
}
