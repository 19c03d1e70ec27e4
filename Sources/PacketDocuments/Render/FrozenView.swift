extension TemplateValue {
  /// The same value with every text worked out, so that writing it is the template's work alone.
  var frozen: TemplateValue {
    switch self {
    case .absent, .text, .flag: return self
    case .record(let record): return .record(FrozenRecord(values: record.values.map(\.frozen)))
    case .list(let count, let element):
      let elements = (0..<count).map { element($0).frozen }
      return .list(count: count) { elements[$0] }
    }
  }
}

/// A record whose values are known already.
private struct FrozenRecord: TemplateRecord {
  let values: [TemplateValue]

  func value(at slot: Int) -> TemplateValue { values[slot] }
}
