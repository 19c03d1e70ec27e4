import ReviewModel

/// The findings that keep rows of rosters and usage from counting, by contract.
///
/// A forecast says of a store what its uses are worth; a row that does not count looks like a use, or a
/// store, that is not there.
struct UncountedRows {
  private var byContract: [ContractID: [FindingCode: Int]] = [:]
  /// Those of rows whose contract is not known.
  private(set) var ofNobody: [FindingCode: Int] = [:]

  /// What a row says that stands elsewhere already, and counts there.
  private static let counted: Set<FindingCode> = [.RO001, .US005]

  init(_ findings: [Finding], rosters: Set<String>, usage: Set<String>) {
    // An information (a total row, a day after as-of) is nothing to mend.
    for finding in findings
    where finding.severity != .info && !Self.counted.contains(finding.code) {
      switch finding.rule.effect {
      case .rowSkipped:
        guard let file = finding.place?.file, rosters.contains(file) || usage.contains(file) else {
          continue
        }
      case .rowsNotCounted: break
      case .none, .storeIneligible, .contractBlocked, .amountCapped: continue
      }
      if let contract = finding.contract {
        byContract[contract, default: [:]][finding.code, default: 0] += 1
      } else {
        ofNobody[finding.code, default: 0] += 1
      }
    }
  }

  func of(_ contract: ContractID) -> [FindingCode: Int] { byContract[contract, default: [:]] }

  static func named(_ codes: [FindingCode: Int]) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: codes.map { ($0.key.rawValue, $0.value) })
  }
}
