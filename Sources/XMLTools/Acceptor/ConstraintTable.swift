/// The values that keys, references and unique values of one document are made of.
struct ConstraintTable {
  private struct Entry {
    let constraint: Int
    let start: Int
    let count: Int
    let hash: Int
  }

  /// What spans are places of.
  var bytes: UnsafePointer<UInt8>
  private let constraints: UnsafePointer<ConstraintPlan>
  private let fields: UnsafePointer<Int>
  private var entries: [Entry] = []
  /// Of values that are not looked up: two with one hash are left to libxml2.
  private var hashes = HashSet()
  private var isDoubtful = false
  /// The values of all entries, with references resolved; 0 ends a field.
  private var texts: [UInt8] = []

  init(_ plan: SchemaPlan, _ bytes: UnsafePointer<UInt8>) {
    self.bytes = bytes
    constraints = plan.constraints.pointer
    fields = plan.fields.pointer
    entries.reserveCapacity(4_096)
    texts.reserveCapacity(1 << 17)
  }

  /// Where the next entry's value begins.
  var end: Int { texts.count }

  /// The numbers of the attributes that make up an entry, or `ownText`.
  func fields(of constraint: Int) -> UnsafeBufferPointer<Int> {
    let range = constraints[constraint].fields
    return UnsafeBufferPointer(start: fields + range.start, count: range.count)
  }

  /// Gives up an entry of which a field is missing; false where a key may not miss it.
  mutating func drop(_ constraint: Int, from start: Int) -> Bool {
    texts.removeSubrange(start...)
    return constraints[constraint].kind != .key
  }

  /// Takes the text of an element that a constraint may have put off.
  mutating func complete(_ constraint: Int, _ text: MarkupSpan, isText: Bool) -> Bool {
    let range = constraints[constraint].fields
    guard fields[range.start] == ConstraintPlan.ownText else { return true }
    guard isText else { return false }
    let start = texts.count
    append(text)
    finish(constraint, from: start)
    return true
  }

  @inline(__always)
  mutating func append(_ span: MarkupSpan) {
    if span.traits.contains(.reference) {
      var place = span.start
      while place < span.end {
        if let found = MarkupScanner.reference(bytes + place, span.end - place) {
          MarkupScanner.encode(found.scalar) { texts.append($0) }
          place += found.length
        } else {
          texts.append(bytes[place])
          place += 1
        }
      }
    } else {
      texts.append(
        contentsOf: UnsafeBufferPointer(start: bytes + span.start, count: span.count))
    }
    texts.append(0)
  }

  mutating func finish(_ constraint: Int, from start: Int) {
    let count = texts.count - start
    let table = UInt64(truncatingIfNeeded: constraints[constraint].table)
    let hash = texts.withUnsafeBufferPointer { texts in
      texts.baseAddress.map { Self.hash($0 + start, count, table) } ?? table
    }
    guard constraints[constraint].isLookedUp else {
      if !hashes.insert(hash) { isDoubtful = true }
      return texts.removeSubrange(start...)
    }
    entries.append(
      Entry(
        constraint: constraint, start: start, count: count,
        hash: Int(truncatingIfNeeded: hash & 0xFFFF_FFFF)))
  }

  private static func hash(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, _ first: UInt64
  ) -> UInt64 {
    var hash = first
    var place = 0
    while place + 8 <= count {
      hash = (hash ^ ByteWord(bytes + place).bits) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
      place += 8
    }
    while place < count {
      hash = (hash ^ UInt64(bytes[place])) &* 0x9E37_79B9_7F4A_7C15
      place += 1
    }
    return hash ^ hash >> 32
  }

  /// Whether no key stands twice and every reference has its key.
  func isSatisfied() -> Bool {
    guard !isDoubtful else { return false }
    var size = 16
    while size < entries.count * 2 { size *= 2 }
    var slots = Array(repeating: Int32(-1), count: size)
    for (number, entry) in entries.enumerated()
    where constraints[entry.constraint].kind != .reference {
      let slot = slot(of: entry, slots)
      guard slots[slot] < 0 else { return false }
      slots[slot] = Int32(number)
    }
    for entry in entries where constraints[entry.constraint].kind == .reference {
      guard slots[slot(of: entry, slots)] >= 0 else { return false }
    }
    return true
  }

  /// The slot where an equal key is, or else the free one where it would be.
  @inline(__always)
  private func slot(of entry: Entry, _ slots: [Int32]) -> Int {
    let table = constraints[entry.constraint].table
    var slot = entry.hash & (slots.count - 1)
    while slots[slot] >= 0 {
      let other = entries[Int(slots[slot])]
      if other.hash == entry.hash, other.count == entry.count, other.constraint == table,
        isSame(entry, other)
      {
        return slot
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private func isSame(_ one: Entry, _ other: Entry) -> Bool {
    texts.withUnsafeBufferPointer { texts in
      guard let texts = texts.baseAddress else { return true }
      return XMLTools.isSame(texts + one.start, texts + other.start, one.count)
    }
  }
}
