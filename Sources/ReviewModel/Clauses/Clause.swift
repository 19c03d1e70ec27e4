/// Where a clause comes from.
package enum ClauseOrigin: String, Sendable, CaseIterable {
  /// The programme's own briefing.
  case source
  /// The briefing, with a gap in it filled by a decision.
  case sourceAndDecision = "source-and-decision"
}

/// A rule of the programme, under the number by which findings, figures and documents cite it.
package enum Clause: String, Sendable, CaseIterable, Comparable {
  case C1, C2, C3, C4, C5, C6, C7, C8, C9, C10, C11, C12, C13, C14, C15, C16, C17, C18

  package var origin: ClauseOrigin {
    switch self {
    case .C5: .sourceAndDecision
    case .C1, .C2, .C3, .C4, .C6, .C7, .C8, .C9, .C10, .C11, .C12, .C13, .C14, .C15, .C16, .C17,
      .C18:
      .source
    }
  }

  /// The decisions that fill a gap of this clause.
  package var decisions: [ProgrammeDecision] {
    Self.allDecisions[self] ?? []
  }

  private static let allDecisions = Dictionary(grouping: ProgrammeDecision.all, by: \.clause)

  /// The clause's number, by which clauses are sorted: C9 stands before C10.
  package var number: Int {
    switch self {
    case .C1: 1
    case .C2: 2
    case .C3: 3
    case .C4: 4
    case .C5: 5
    case .C6: 6
    case .C7: 7
    case .C8: 8
    case .C9: 9
    case .C10: 10
    case .C11: 11
    case .C12: 12
    case .C13: 13
    case .C14: 14
    case .C15: 15
    case .C16: 16
    case .C17: 17
    case .C18: 18
    }
  }

  package static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}
