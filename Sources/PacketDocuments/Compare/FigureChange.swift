package import ReviewModel

/// A figure with another value.
package struct FigureChange: Sendable, Equatable {
  package let code: FigureCode
  /// A service month's number, for figures of months.
  package let month: Int?
  /// Nil where the packet lacks the figure.
  package let before: FigureValue?
  package let after: FigureValue?

  /// After − before as plain digits with their sign, such as `+10000` or `-3.20`; nil where the
  /// values are no numbers.
  package var difference: String? {
    switch (before, after) {
    case (.count(let one)?, .count(let two)?): Self.signed(two - one) { String($0) }
    case (.money(let one)?, .money(let two)?):
      Self.signed(two.dollars - one.dollars) { String($0) }
    case (.hundredths(let one)?, .hundredths(let two)?):
      Self.signed((two - one).count) { Hundredths($0).text }
    default: nil
    }
  }

  private static func signed(_ number: Int128, _ text: (Int128) -> String) -> String {
    (number > 0 ? "+" : "") + text(number)
  }
}

/// The figures of one store that differ.
package struct StoreFigureChanges: Sendable, Equatable {
  /// A figure that only one packet has, with its months where it has any.
  package struct OneSided: Sendable, Equatable {
    package let code: FigureCode
    package internal(set) var months: [Int]
  }

  package let store: String
  /// Figures that both packets have.
  package internal(set) var changes: [FigureChange] = []
  /// Later months, for instance: grouped, since they are no contradiction.
  package internal(set) var onlyBefore: [OneSided] = []
  package internal(set) var onlyAfter: [OneSided] = []

  init(store: String) { self.store = store }
}

/// Sorts the figures of two packets into what people look at apart.
struct FigureChanges {
  private(set) var money: [FigureChange] = []
  private(set) var others: [FigureChange] = []
  private(set) var ofStores: [StoreFigureChanges] = []

  private struct Key: Hashable {
    /// Empty for figures of contract and district.
    let store: String
    let code: FigureCode
    let month: Int?
  }

  init(_ old: Packet, _ new: Packet) {
    let (before, after) = (Self.figures(old), Self.figures(new))
    let statuses = Dictionary(old.review.stores.map { ($0.entry.store.text, $0.status) }) {
      first, _ in first
    }
    let newStatuses = Dictionary(new.review.stores.map { ($0.entry.store.text, $0.status) }) {
      first, _ in first
    }
    var byStore: [String: StoreFigureChanges] = [:]
    for key in Self.order(old, new) {
      let (one, two) = (before[key], after[key])
      guard one != two else { continue }
      let change = FigureChange(code: key.code, month: key.month, before: one, after: two)
      if key.store.isEmpty {
        if key.code.rule.unit == .money {
          money.append(change)
        } else if key.code != .contractVerdict
          || one != .code(old.review.verdict.rawValue)
          || two != .code(new.review.verdict.rawValue)
        {
          others.append(change)
        }
        continue
      }
      let status = (statuses[key.store], newStatuses[key.store])
      guard status.0 != nil, status.1 != nil else { continue }
      // A status that both its figure and the store itself tell is one change, not two.
      if key.code == .storeStatus, one == status.0.map({ .code($0.rawValue) }),
        two == status.1.map({ .code($0.rawValue) })
      {
        continue
      }
      byStore[key.store, default: StoreFigureChanges(store: key.store)].add(change)
    }
    ofStores = byStore.values.sorted { bytesPrecede($0.store, $1.store) }
  }

  private static func figures(_ packet: Packet) -> [Key: FigureValue] {
    var values: [Key: FigureValue] = [:]
    for figure in packet.figures { values[key(of: figure, in: packet)] = figure.value }
    let district = packet.district
    for (code, value) in [
      (FigureCode.districtContracts, FigureValue.count(Int128(district.contracts.count))),
      (.districtApprovedStores, .count(Int128(district.approved))),
      (.districtCompletedStores, .count(Int128(district.completed))),
      (.districtShortfallStores, .count(Int128(district.shortfall))),
      (.districtDistrictDeduction, .money(district.deduction)),
      (.districtDistrictReward, .money(district.reward)),
    ] {
      values[Key(store: "", code: code, month: nil)] = value
    }
    return values
  }

  /// The contract's figures in the order of publication, the district's after them, then the
  /// stores'; what only the earlier packet has after what the later has.
  private static func order(_ old: Packet, _ new: Packet) -> [Key] {
    var seen: Set<Key> = []
    let published =
      new.figures.map { key(of: $0, in: new) } + old.figures.map { key(of: $0, in: old) }
    let district = FigureCode.allCases.filter { $0.scope == .district }
      .map { Key(store: "", code: $0, month: nil) }
    return (published + district).filter { seen.insert($0).inserted }
  }

  private static func key(of figure: Figure, in packet: Packet) -> Key {
    let prefix = packet.review.id.text + "/"
    let isStore = figure.code.scope == .store
    let store =
      !isStore
      ? ""
      : figure.subject.hasPrefix(prefix)
        ? String(figure.subject.dropFirst(prefix.count)) : figure.subject
    return Key(store: store, code: figure.code, month: figure.month)
  }
}

extension StoreFigureChanges {
  fileprivate mutating func add(_ change: FigureChange) {
    switch (change.before, change.after) {
    case (nil, _): Self.add(change, to: &onlyAfter)
    case (_, nil): Self.add(change, to: &onlyBefore)
    default: changes.append(change)
    }
  }

  private static func add(_ change: FigureChange, to list: inout [OneSided]) {
    let months = change.month.map { [$0] } ?? []
    if let index = list.firstIndex(where: { $0.code == change.code }) {
      list[index].months += months
    } else {
      list.append(OneSided(code: change.code, months: months))
    }
  }
}
