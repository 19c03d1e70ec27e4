import ReviewModel
import TestSupport
import Testing

/// A fault put into the good season, all that it must give, and the nearest input without it.
struct Fixture: Sendable, CustomTestStringConvertible {
  typealias Change = @Sendable (inout SeasonBuilder) -> Void

  let code: FindingCode
  let what: String
  let phase: Phase
  let failing: Change
  /// Every finding of the failing season, in its order, as `SeasonRun.lines` writes them.
  let gives: [String]
  let passing: Change

  init(
    _ code: FindingCode, _ what: String, _ phase: Phase = .final, failing: @escaping Change,
    gives: [String], passing: @escaping Change
  ) {
    self.code = code
    self.what = what
    self.phase = phase
    self.failing = failing
    self.gives = gives
    self.passing = passing
  }

  var testDescription: String { "\(code.rawValue) \(what)" }

  static let all: [Fixture] =
    inputs + fatalInputs + approvals + documents + solutions + rosters + rosterRows + usage
    + usagePerStore + progress + rulings
}

/// The good season's contract, as findings name it.
let contract = "D001/12345675"
