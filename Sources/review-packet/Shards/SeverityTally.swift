import ReviewModel

/// Counts the rows of a `findings.csv` that comes in pieces, by the severity in their first cell.
///
/// No template has a part in that file, so it has all findings, each once.
struct SeverityTally {
  /// Longer cells are no severity.
  private static let longest = 16

  private(set) var counts = SeverityCounts([])
  private var cell: [UInt8] = []
  private var isFirstCell = true
  /// A quote inside a quoted cell is two of them, which leave this as it was.
  private var isQuoted = false

  mutating func take(_ piece: ArraySlice<UInt8>) {
    for byte in piece {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "\n") where !isQuoted:
        cell.removeAll(keepingCapacity: true)
        isFirstCell = true
      case UInt8(ascii: ",") where !isQuoted && isFirstCell:
        isFirstCell = false
        if let severity = Severity(rawValue: String(decoding: cell, as: UTF8.self)) {
          counts.add(severity)
        }
      default:
        if isFirstCell, cell.count < Self.longest { cell.append(byte) }
      }
    }
  }
}
