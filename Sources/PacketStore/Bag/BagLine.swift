/// A line of a tag file.
struct BagLine: Equatable {
  /// 1-based.
  let number: Int
  let text: String

  /// The lines of a tag file, which end with LF, CR or both.
  ///
  /// - Throws: The reason why the file is none: too many lines, too long a line, not UTF-8.
  static func lines(
    of bytes: [UInt8], _ limits: BagLimits
  ) throws(BagProblem.Reason) -> [BagLine] {
    var lines: [BagLine] = []
    var number = 0
    var position = 0
    while position < bytes.count {
      let rest = bytes[position...]
      let end = rest.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      number += 1
      guard number <= limits.entries else { throw .tooManyLines(limits.entries) }
      guard end - position <= limits.lineBytes else {
        throw .longLine(number, limits.lineBytes)
      }
      guard let text = String(validating: bytes[position..<end], as: UTF8.self) else {
        throw .notUTF8(number)
      }
      lines.append(BagLine(number: number, text: text))
      position = end + 1
      if end < bytes.count, bytes[end] == 0x0D, position < bytes.count, bytes[position] == 0x0A {
        position += 1
      }
    }
    return lines
  }
}
