package import ReviewModel

/// Reviews any of a season's contracts from its kept rows and counted usage, as often as asked for.
///
/// A store's review, with its days and weeks, takes far more room than its row, so it is made for
/// one contract at a time and let go: memory grows with the contracts that are worked on, not with
/// those that the season has.
package struct ContractReviewers: Sendable {
  private let register: Register
  private let usage: SeasonUsage
  private let solutions: [SolutionID: Solution]
  private let numbers: [ContractID: Int]
  /// Per contract: its rows of the roster, each with the number of its store's window.
  private var roster: [[(row: Int32, store: Int32)]]
  private var progress: [[ProgressRow]]
  private var rulings: [[Ruling]]
  /// Per contract: the codes that block it, of findings that need no review.
  private var blocked: [[FindingCode]]
  /// Per contract: what became of its stores, in their order; empty before it was reviewed.
  private var results: [[StoreOutcome.Result]]

  /// - Parameters:
  ///   - register: The kept rows.
  ///   - usage: The counted usage, read against the register.
  ///   - findings: All that was found before any contract is reviewed.
  init(_ register: Register, _ usage: SeasonUsage, found findings: [Finding]) {
    self.register = register
    self.usage = usage
    var numbers: [ContractID: Int] = [:]
    for (number, approval) in register.approvals.enumerated() {
      numbers[approval.contract] = number
    }
    let count = register.approvals.count
    roster = Array(repeating: [], count: count)
    var store: Int32 = 0
    for (row, entry) in register.roster.enumerated() {
      guard let number = numbers[entry.contract] else { continue }
      roster[number].append((Int32(row), store))
      store += 1
    }
    progress = Array(repeating: [], count: count)
    for row in register.progress {
      if let number = numbers[row.contract] { progress[number].append(row) }
    }
    rulings = Array(repeating: [], count: count)
    for row in register.rulings {
      if let number = numbers[row.contract] { rulings[number].append(row) }
    }
    blocked = Array(repeating: [], count: count)
    for finding in findings where finding.rule.effect == .contractBlocked {
      if let number = finding.contract.flatMap({ numbers[$0] }) {
        blocked[number].append(finding.code)
      }
    }
    results = Array(repeating: [], count: count)
    var solutions: [SolutionID: Solution] = [:]
    for solution in register.solutions { solutions[solution.id] = solution }
    self.solutions = solutions
    self.numbers = numbers
  }

  var count: Int { roster.count }

  /// The whole review of a contract, with its stores' days and weeks; nil without an approval.
  package func review(of contract: ContractID) -> ContractReview? {
    numbers[contract].map { review(number: $0).review }
  }

  /// A contract's own figures, without its stores', from its review without stores.
  package func figures(of contract: ContractReview) -> [Figure] {
    guard let number = numbers[contract.id] else { return [] }
    let outcomes = zip(roster[number], results[number]).map { row, result in
      StoreOutcome(register.roster[Int(row.row)], result)
    }
    return FigureTable.figures(of: contract, outcomes, register.programme, register.phase)
  }

  /// A reviewed contract without its stores.
  struct Reviewed: Sendable {
    let review: ContractReview
    /// What became of its stores, which its figures need.
    let results: [StoreOutcome.Result]
    /// What only the results give to say.
    let findings: [Finding]
  }

  /// Reviews the contracts of some approvals.
  func reviewed(_ numbers: Range<Int>) -> [Reviewed] {
    numbers.map { number in
      let (review, findings) = review(number: number)
      return Reviewed(
        review: review.withoutStores, results: review.stores.map { StoreOutcome.Result($0) },
        findings: findings)
    }
  }

  /// The same with what became of all contracts' stores.
  func keeping(_ results: [[StoreOutcome.Result]]) -> ContractReviewers {
    var reviewers = self
    reviewers.results = results
    return reviewers
  }

  /// The review of the contract of an approval, and what only the results give to say.
  func review(number: Int) -> (review: ContractReview, findings: [Finding]) {
    reviews(number: number).review()
  }

  /// What reviews the contract of an approval.
  func reviews(number: Int) -> ContractReviews {
    ContractReviews(
      register: register,
      roster: roster[number].map { row, store in
        (
          register.roster[Int(row)], usage.days.days(ofStore: Int(store)),
          usage.isNamed[Int(store)]
        )
      },
      approval: register.approvals[number], progress: progress[number], rulings: rulings[number],
      solutions: solutions, blockedBy: blocked[number])
  }

  /// The number of a contract's approval.
  func number(of contract: ContractID) -> Int? { numbers[contract] }
}
