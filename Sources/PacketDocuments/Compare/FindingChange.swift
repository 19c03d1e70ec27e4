package import ReviewModel

/// A finding of one packet or both, and what became of it.
///
/// Findings are the same where their ids are: the id stays when a file is sorted or exported
/// again, and changes with the value.
package struct FindingChange: Sendable, Equatable {
  package enum State: String, Sendable, CaseIterable {
    /// Only the earlier packet has it.
    case fixed
    /// Only the later packet has it, and none before.
    case new
    /// Only the later packet of the two has it, but one before both had it too.
    case cameBack = "came-back"
    /// Both have it.
    case open
  }

  package let state: State
  package let finding: Finding
  /// The finding of the other packet that says the same of the same cell or store with another
  /// value: what was mended wrongly, or only in part.
  package let counterpart: Finding?

  /// - Parameters:
  ///   - old: The earlier packet's findings.
  ///   - new: The later packet's.
  ///   - earlier: Those of packets before both.
  /// - Returns: All findings: the gravest first, then by the order of states, then in their order.
  static func changes(
    _ old: [Finding], _ new: [Finding], earlier: [[Finding]]
  ) -> [FindingChange] {
    let (oldIDs, newIDs) = (Set(old.map(\.id)), Set(new.map(\.id)))
    let gone = old.filter { !newIDs.contains($0.id) }
    let come = new.filter { !oldIDs.contains($0.id) }
    let pairs = pairs(gone, come)
    let known = Set(earlier.joined().map(\.id))
    let changes =
      gone.enumerated().map { index, finding in
        FindingChange(
          state: .fixed, finding: finding, counterpart: pairs.ofGone[index].map { come[$0] })
      }
      + come.enumerated().map { index, finding in
        FindingChange(
          state: known.contains(finding.id) ? .cameBack : .new, finding: finding,
          counterpart: pairs.ofCome[index].map { gone[$0] })
      }
      + new.filter { oldIDs.contains($0.id) }.map { finding in
        FindingChange(state: .open, finding: finding, counterpart: nil)
      }
    return Severity.allCases.flatMap { severity in
      State.allCases.flatMap { state in
        changes.filter { $0.finding.severity == severity && $0.state == state }
      }
    }
  }

  /// What a finding is about, without its value.
  private struct Matter: Hashable {
    let code: FindingCode
    let contract: ContractID?
    let store: StoreID?
    let field: String?

    init(_ finding: Finding) {
      (code, contract, store) = (finding.code, finding.contract, finding.store)
      field = finding.field?.key
    }
  }

  /// Findings about the same matter, one to one: where there are more of one side, the first.
  private static func pairs(
    _ gone: [Finding], _ come: [Finding]
  ) -> (ofGone: [Int?], ofCome: [Int?]) {
    var waiting: [Matter: [Int]] = [:]
    for (index, finding) in gone.enumerated() {
      waiting[Matter(finding), default: []].append(index)
    }
    for matter in waiting.keys { waiting[matter]?.reverse() }
    var ofGone = [Int?](repeating: nil, count: gone.count)
    var ofCome = [Int?](repeating: nil, count: come.count)
    for (index, finding) in come.enumerated() {
      // Where nothing but the code and the contract is named, two findings may be about two things.
      guard finding.store != nil || finding.field != nil,
        let partner = waiting[Matter(finding)]?.popLast()
      else { continue }
      ofCome[index] = partner
      ofGone[partner] = index
    }
    return (ofGone, ofCome)
  }
}
