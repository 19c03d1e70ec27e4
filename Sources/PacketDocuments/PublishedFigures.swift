internal import ReviewModel

/// The rows of `figures.csv`, to hold the marks of pages against.
///
/// All is compared as bytes, so that nothing has to be made of a mark that is right. What does not
/// agree here may do so all the same, written in another way: then the figures themselves decide.
struct PublishedFigures: Sendable {
  /// The attributes of a mark, and first that by which it is known.
  static let attributes: [StaticString] = [
    "data-figure", "data-scope", "data-subject", "data-period", "data-value",
  ]

  let table: FigureTable
  /// The numbers of rows by the hashes of their keys; -1 where there is none.
  private let slots: [Int32]

  init(_ figures: [Figure]) {
    let table = FigureTable(figures)
    var size = 16
    while size < table.rows.count * 2 { size *= 2 }
    var slots = Array(repeating: Int32(-1), count: size)
    table.bytes.withUnsafeBufferPointer { bytes in
      // Of rows with the same key, which the XSD refuses, the first one counts.
      for (number, row) in table.rows.enumerated() where row.isPlain {
        var slot = Key(row, bytes).hash & (size - 1)
        while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
        slots[slot] = Int32(number)
      }
    }
    self.table = table
    self.slots = slots
  }

  /// Whether a page's marks all have their rows, with their values, and each owed figure its mark.
  ///
  /// - Parameters:
  ///   - page: A page that is well-formed.
  ///   - marks: Where the values of `attributes` stand, in their order, for one mark after another.
  ///   - owed: Whether the page owes a figure, by the raw value of the figure's code.
  /// - Returns: `false` also where that is not certain.
  func agree(with page: [UInt8], _ marks: [Range<Int>], owed: [Bool]) -> Bool {
    var isShown = Array(repeating: false, count: table.rows.count)
    let areRight = page.withUnsafeBufferPointer { page in
      table.bytes.withUnsafeBufferPointer { bytes in
        for first in stride(from: 0, to: marks.count, by: Self.attributes.count) {
          let key = Key(
            text: page, scope: marks[first + 1], subject: marks[first + 2], name: marks[first],
            period: marks[first + 3])
          guard let number = number(of: key, bytes),
            isSame(page, marks[first + 4], bytes, table.rows[number].value)
          else { return false }
          isShown[number] = true
        }
        return true
      }
    }
    return areRight
      && table.rows.indices.allSatisfy { isShown[$0] || !owed[table.rows[$0].code.rawValue] }
  }

  private func number(of key: Key, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var slot = key.hash & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if key.isSame(as: Key(table.rows[number], bytes)) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }
}

/// What a mark or a row is about, by its places in a text.
private struct Key {
  let text: UnsafeBufferPointer<UInt8>
  let scope: Range<Int>
  let subject: Range<Int>
  let name: Range<Int>
  let period: Range<Int>

  /// Scopes are told apart by their subjects and names.
  var hash: Int {
    let hash = mixed(mixed(mixed(0, subject), name), period)
    return Int(truncatingIfNeeded: hash & 0xFFFF_FFFF)
  }

  private func mixed(_ hash: UInt64, _ range: Range<Int>) -> UInt64 {
    let bytes = UnsafeRawBufferPointer(text)
    var (hash, place) = (hash, range.lowerBound)
    while place + 8 <= range.upperBound {
      hash ^= bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      hash = hash &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
      place += 8
    }
    while place < range.upperBound {
      hash = (hash ^ UInt64(bytes[place])) &* 0x9E37_79B9_7F4A_7C15
      place += 1
    }
    return hash ^ hash >> 32
  }

  func isSame(as other: Key) -> Bool {
    PacketDocuments.isSame(text, subject, other.text, other.subject)
      && PacketDocuments.isSame(text, name, other.text, other.name)
      && PacketDocuments.isSame(text, period, other.text, other.period)
      && PacketDocuments.isSame(text, scope, other.text, other.scope)
  }
}

extension Key {
  init(_ row: FigureTable.Row, _ bytes: UnsafeBufferPointer<UInt8>) {
    self.init(
      text: bytes, scope: row.scope, subject: row.subject, name: row.name, period: row.period)
  }
}

private func isSame(
  _ one: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ other: UnsafeBufferPointer<UInt8>,
  _ otherRange: Range<Int>
) -> Bool {
  guard range.count == otherRange.count else { return false }
  for (place, otherPlace) in zip(range, otherRange) where one[place] != other[otherPlace] {
    return false
  }
  return true
}
