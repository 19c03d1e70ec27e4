/// The rows of an input file, each accounted for: read = counted + skipped + not counted.
package struct RowLedger: Sendable, Equatable {
  /// Rows under the header that are not empty.
  package var read = 0
  /// Rows whose content stands in the figures, or could.
  package var counted = 0
  /// Rows that a finding with the effect `row-skipped` names.
  package var skipped = 0
  /// Usage rows that are well-formed but do not count, each named by a finding.
  package var notCounted = 0

  package init() {}

  package var addsUp: Bool { read == counted + skipped + notCounted }

  package mutating func add(_ other: RowLedger) {
    read += other.read
    counted += other.counted
    skipped += other.skipped
    notCounted += other.notCounted
  }

  /// Moves rows that were read well, but that a rule skips.
  package mutating func turnSkipped(_ rows: Int) {
    counted -= rows
    skipped += rows
  }
}

/// The text encoding that a file was read in.
package enum TextEncoding: String, Sendable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case cp950 = "CP950"
}

/// An input file as it was read.
package struct InputFile: Sendable, Equatable {
  /// What a file is in the season folder.
  package enum Kind: String, Sendable, CaseIterable {
    case programme
    case approvals
    case solutions
    case progress
    case rulings
    case roster
    case usage
    /// Cells that were mended before the folder was handed in.
    case fixes
    case other
  }

  /// The path inside the season folder, with `/`.
  package let path: String
  package let kind: Kind
  /// 64 hex digits, of the file's bytes.
  package let sha256: String
  package let byteCount: Int
  package var encoding: TextEncoding?
  package var rows: RowLedger

  package init(
    path: String, kind: Kind, sha256: String, byteCount: Int, encoding: TextEncoding? = nil,
    rows: RowLedger = RowLedger()
  ) {
    self.path = path
    self.kind = kind
    self.sha256 = sha256
    self.byteCount = byteCount
    self.encoding = encoding
    self.rows = rows
  }
}

/// A roster row that counts nowhere, though its store can be named.
package struct SkippedRosterRow: Sendable, Equatable {
  package let store: StoreID
  package let contract: ContractID?
  package let gaView: String
  package let place: Place

  package init(store: StoreID, contract: ContractID?, gaView: String, place: Place) {
    self.store = store
    self.contract = contract
    self.gaView = gaView
    self.place = place
  }
}

/// All tables of a season but the usage, as read: rows that could be read as values.
package struct SeasonTables: Sendable {
  package var programme = Programme()
  package var approvals: [Approval] = []
  package var solutions: [Solution] = []
  package var roster: [RosterEntry] = []
  package var progress: [ProgressRow] = []
  package var rulings: [Ruling] = []
  package var skippedRosterRows: [SkippedRosterRow] = []
  package var files: [InputFile] = []
  /// The cells that `fixes.csv` says were mended, without personal data.
  package var mended: [CellFix] = []

  package init() {}

  /// Adds what another file of the season gave.
  package mutating func append(_ other: consuming SeasonTables) {
    // A season has one file of each of these.
    if other.files.contains(where: { $0.kind == .programme }) { programme = other.programme }
    if other.files.contains(where: { $0.kind == .fixes }) { mended = other.mended }
    func join<Row>(_ rows: inout [Row], _ more: [Row]) {
      if rows.isEmpty { rows = more } else { rows += more }
    }
    join(&approvals, other.approvals)
    join(&solutions, other.solutions)
    if roster.isEmpty {
      roster = other.roster
    } else {
      // Each one's count is in its own memory.
      other.roster.forEachAskedAhead(bytes: 16) { roster.append($1) }
    }
    join(&progress, other.progress)
    join(&rulings, other.rulings)
    join(&skippedRosterRows, other.skippedRosterRows)
    join(&files, other.files)
  }
}
