import SeasonReading

private import Foundation

/// The contacts and phones of a season, to be looked for in what is to be published.
struct PersonalTexts {
  /// A place where one stands.
  struct Place {
    let file: String
    /// 1-based, by line feeds.
    let line: Int
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
    firstPlace(in: Array(text.utf8)) != nil
  }

  /// Where one stands first in a file's bytes.
  func place(in bytes: [UInt8], _ file: String) -> Place? {
    firstPlace(in: bytes).map { index in
      Place(file: file, line: 1 + bytes[..<index].count { $0 == 0x0A })
    }
  }

  /// Where one stands first in a file on the disk, which is read a piece at a time.
  func place(inFile path: String, _ file: String) throws -> Place? {
    guard !patterns.isEmpty else { return nil }
    let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    defer { try? handle.close() }
    var kept: [UInt8] = []
    var lines = 0
    while let piece = try handle.read(upToCount: Self.pieceLength), !piece.isEmpty {
      kept += piece
      if let place = place(in: kept, file) { return Place(file: file, line: lines + place.line) }
      let done = max(0, kept.count - longest)
      lines += kept[..<done].count { $0 == 0x0A }
      kept.removeFirst(done)
    }
    return nil
  }

  private func firstPlace(in bytes: [UInt8]) -> Int? {
    guard bytes.count >= 4, !patterns.isEmpty else { return nil }
    var key = Self.key(bytes, 0)
    var index = 0
    while true {
      if mayBegin[Self.hash(key)], let found = patterns[key],
        found.contains(where: { bytes[index...].starts(with: $0) })
      {
        return index
      }
      guard index + 4 < bytes.count else { return nil }
      key = key << 8 | UInt32(bytes[index + 4])
      index += 1
    }
  }

  private static func hash(_ key: UInt32) -> Int { Int((key &* 0x9E37_79B1) >> 16) }

  private static func key(_ bytes: [UInt8], _ index: Int) -> UInt32 {
    bytes[index..<(index + 4)].reduce(0) { $0 << 8 | UInt32($1) }
  }
}
