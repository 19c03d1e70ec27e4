/// How grave a finding is; the gravest comes first when sorted.
package enum Severity: String, Sendable, CaseIterable, Comparable {
  /// Nothing can be built.
  case fatal
  /// Must be mended before handing in.
  case error
  /// A person should look.
  case warning
  case info

  private var rank: Int {
    switch self {
    case .fatal: 0
    case .error: 1
    case .warning: 2
    case .info: 3
    }
  }

  package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
}
