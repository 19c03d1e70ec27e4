import ReviewModel

/// Looks at the rows of an export's table as bytes: most are plain, and most cells were seen before.
struct ShortWay: Sendable {
  /// Where a cell leads.
  enum Store {
    case known(Int)
    /// To no store, as a page's path does that belongs to none.
    case nowhere
    /// Not to be told in short.
    case none
    /// It was not seen before.
    case unknown(UnsafeBufferPointer<UInt8>)
  }

  /// The cells of a plain row.
  struct Cells {
    var store: Store
    let day: Int
    /// Below `StoreDayUses.usesLimit`, written as a program writes numbers.
    let uses: Int
  }

  /// The columns of the table; nil outside of those that can be read in short.
  private struct Columns {
    /// Nil where all rows are the fixed store's.
    let store: Int?
    let fixed: Int
    let day: Int
    let uses: Int
    let width: Int
    let isPath: Bool
  }

  /// A day by its eight digits.
  private struct Day {
    /// No digits are all ones.
    var digits = UInt64.max
    var number = 0
  }

  /// Whose figures the cells' meanings are for.
  private(set) var owner: String?
  private var columns: Columns?
  /// The number of the table, of all files' tables.
  private var table = 0
  private var lastDay = Day()
  private var days = [Day](repeating: Day(), count: 256)
  /// What cells mean, by the kind of their column.
  private var paths = KnownCells()
  private var ids = KnownCells()
  /// Per store: twice the number of the table that it was looked up in, plus 1 where it counts.
  private var counted: [Int]

  /// - Parameters:
  ///   - owner: The property or view that the export names.
  ///   - storeCount: How many stores there are.
  init(owner: String?, storeCount: Int) {
    self.owner = owner
    counted = Array(repeating: -1, count: storeCount)
  }

  /// Begins a table.
  mutating func begin(_ plan: ExportPlan, _ register: UsageRegister) {
    table += 1
    columns = nil
    guard case .date(let day) = plan.day else { return }
    var fixed = -1
    if case .file(let store) = plan.route {
      guard let number = register.numbers[store] else { return }
      fixed = number
    }
    let isPath = if case .path = plan.route { true } else { false }
    columns = Columns(
      store: plan.storeColumn, fixed: fixed, day: day, uses: plan.count, width: plan.width,
      isPath: isPath)
  }

  mutating func end() { columns = nil }

  /// The cells of a plain row; nil of any other.
  ///
  /// With a day and a count in it a row is neither a total nor a note, and none of its cells is surplus.
  mutating func cells(of record: Record) -> Cells? {
    guard let columns, record.unclosedCell == nil, !record.isTruncated,
      record.count <= columns.width, columns.day < record.count, columns.uses < record.count,
      columns.uses != columns.day,
      let day = day(record.cell(columns.day)), let uses = Self.uses(record.cell(columns.uses))
    else { return nil }
    guard let column = columns.store else {
      return Cells(store: .known(columns.fixed), day: day, uses: uses)
    }
    guard column < record.count else { return nil }
    let cell = record.cell(column)
    let meaning = columns.isPath ? paths.meaning(of: cell) : ids.meaning(of: cell)
    let store: Store =
      switch meaning {
      case .none: .unknown(cell)
      case .some(-1): .none
      case .some(-2): .nowhere
      case .some(let number): .known(number)
      }
    return Cells(store: store, day: day, uses: uses)
  }

  mutating func learn(_ cell: UnsafeBufferPointer<UInt8>, _ store: Store) {
    let meaning =
      switch store {
      case .known(let number): number
      case .nowhere: -2
      case .none, .unknown: -1
      }
    if columns?.isPath == true { paths.learn(cell, meaning) } else { ids.learn(cell, meaning) }
  }

  /// Whether a store counts in the table; nil where that was not looked up.
  func isCounted(_ store: Int) -> Bool? {
    counted[store] >> 1 == table ? counted[store] & 1 == 1 : nil
  }

  mutating func learn(_ isCounted: Bool, _ store: Int) {
    counted[store] = table << 1 | (isCounted ? 1 : 0)
  }

  /// The day of eight digits.
  @inline(__always)
  private mutating func day(_ cell: UnsafeBufferPointer<UInt8>) -> Int? {
    guard cell.count == 8, let base = cell.baseAddress else { return nil }
    let digits = Bytes.word(base)
    return digits == lastDay.digits ? lastDay.number : day(cell, digits)
  }

  private mutating func day(_ cell: UnsafeBufferPointer<UInt8>, _ digits: UInt64) -> Int? {
    let place = Int(truncatingIfNeeded: (digits &* 0x9E37_79B9_7F4A_7C15) >> 56)
    if days[place].digits != digits {
      guard cell.allSatisfy(CellParser.isDigit),
        case .day(let day) = ExportDate(String(decoding: cell, as: UTF8.self))
      else { return nil }
      days[place] = Day(digits: digits, number: day.dayNumber)
    }
    lastDay = days[place]
    return lastDay.number
  }

  /// Up to four digits, none of them a needless zero.
  @inline(__always)
  private static func uses(_ cell: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = cell.baseAddress, (1...4).contains(cell.count),
      cell.count == 1 || cell[0] != 0x30
    else { return nil }
    return Bytes.number(Bytes.word(base), width: cell.count)
  }
}
