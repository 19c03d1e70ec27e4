import SeasonReading

private import Foundation

/// The contacts and phones of a season, to be looked for in what is to be published.
struct PersonalTexts {
  /// The places in a file where one stands.
  struct Places {
    /// The most lines of one file that are named.
    static let most = 100

    let file: String
    /// 1-based, by line feeds, in their order: the first ones.
    fileprivate(set) var lines: [Int] = []
    /// How many lines there are in all.
    fileprivate(set) var count = 0
    fileprivate var last = 0

    fileprivate init(in file: String) { self.file = file }

    fileprivate mutating func add(_ line: Int) {
      guard line != last else { return }
      last = line
      count += 1
      if lines.count < Self.most { lines.append(line) }
    }
  }

  /// Shorter texts stand in other words by chance.
  ///
  /// Unit: bytes of UTF-8: two Chinese characters have six.
  private static let shortest = 4
  private static let pieceLength = 1 << 20

  private let texts: [String]
  /// The byte forms of the texts, by their first four bytes.
  private let patterns: [UInt32: [[UInt8]]]
  private let longest: Int
  /// Whether four bytes may begin a text, by a hash of theirs: most need no second look.
  private let mayBegin: [Bool]

  init(_ texts: Set<String>) {
    var wanted: Set<String> = []
    for text in texts {
      wanted.insert(text)
      // 0912-345-678 may stand elsewhere without its signs.
      let digits = String(text.unicodeScalars.filter { ("0"..."9").contains($0) })
      if digits.utf8.count >= 8 { wanted.insert(digits) }
    }
    self.texts = wanted.filter { $0.utf8.count >= Self.shortest }.sorted()
    var patterns: [UInt32: [[UInt8]]] = [:]
    var longest = 0
    for text in self.texts {
      for form in EncodedText.forms(of: text) where form.count >= 4 {
        patterns[Self.key(form, 0), default: []].append(form)
        longest = max(longest, form.count)
      }
    }
    self.patterns = patterns
    self.longest = longest
    var mayBegin = [Bool](repeating: false, count: 1 << 16)
    for key in patterns.keys { mayBegin[Self.hash(key)] = true }
    self.mayBegin = mayBegin
  }

  /// Whether a text holds a contact or a phone.
  func isIn(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return firstPlace(in: bytes, from: 0, before: bytes.count) != nil
  }

  /// Where they stand in a file's bytes.
  func places(in bytes: [UInt8], _ file: String) -> Places {
    var places = Places(in: file)
    var line = 1
    look(through: bytes, before: bytes.count, &line, &places)
    return places
  }

  /// Where they stand in a file on the disk, which is read a piece at a time.
  func places(inFile path: String, _ file: String) throws -> Places {
    var places = Places(in: file)
    guard !patterns.isEmpty else { return places }
    let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    defer { try? handle.close() }
    var kept: [UInt8] = []
    var line = 1
    while let piece = try handle.read(upToCount: Self.pieceLength), !piece.isEmpty {
      kept += piece
      // What begins behind here may go on in the next piece.
      let done = max(0, kept.count - longest)
      look(through: kept, before: done, &line, &places)
      kept.removeFirst(done)
    }
    look(through: kept, before: kept.count, &line, &places)
    return places
  }

  /// Adds the lines of all texts that begin before an index, and counts the line up to there.
  private func look(
    through bytes: [UInt8], before end: Int, _ line: inout Int, _ places: inout Places
  ) {
    var position = 0
    while let index = firstPlace(in: bytes, from: position, before: end) {
      line += bytes[position..<index].count { $0 == 0x0A }
      places.add(line)
      // No second look at the line.
      position = bytes[index..<end].firstIndex(of: 0x0A) ?? end
    }
    line += bytes[position..<end].count { $0 == 0x0A }
  }

  /// Where a text begins first, from an index on and before another.
  private func firstPlace(in bytes: [UInt8], from start: Int, before end: Int) -> Int? {
    guard start < end, start + 4 <= bytes.count, !patterns.isEmpty else { return nil }
    var key = Self.key(bytes, start)
    var index = start
    while true {
      if mayBegin[Self.hash(key)], let found = patterns[key],
        found.contains(where: { bytes[index...].starts(with: $0) })
      {
        return index
      }
      guard index + 4 < bytes.count, index + 1 < end else { return nil }
      key = key << 8 | UInt32(bytes[index + 4])
      index += 1
    }
  }

  private static func hash(_ key: UInt32) -> Int { Int((key &* 0x9E37_79B1) >> 16) }

  private static func key(_ bytes: [UInt8], _ index: Int) -> UInt32 {
    bytes[index..<(index + 4)].reduce(0) { $0 << 8 | UInt32($1) }
  }
}
