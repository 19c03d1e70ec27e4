import ReviewModel
import Yams

/// Reads `programme.yaml`: a missing key takes the default; anything else that is wrong is IN010.
enum ProgrammeFile {
  static let name = "programme.yaml"

  /// No settings are longer.
  ///
  /// Unit: bytes.
  static let longest = 1 << 20

  /// Reads the file's text, or says that it was too long to be taken.
  static func read(_ text: String?) -> (programme: Programme, findings: [Finding]) {
    guard let text else {
      return (
        Programme(),
        [
          Finding(
            .IN010, at: Place(file: name), field: Field(title: name),
            value: "> \(longest >> 20) MiB",
            expected: Bilingual(zh: "1 MiB 以內的設定檔", en: "settings of at most 1 MiB"))
        ]
      )
    }
    return read(text)
  }

  static func read(_ text: String) -> (programme: Programme, findings: [Finding]) {
    var reader = ProgrammeReader()
    if let line = AliasCount.line(ofExcessIn: text) {
      reader.complain(
        key: name, value: "*", line: line,
        Bilingual(
          zh: "至多 \(AliasCount.limit) 個 YAML 別名", en: "at most \(AliasCount.limit) YAML aliases"))
      return (reader.programme, reader.findings)
    }
    do {
      guard let root = try RepeatedKeys.compose(text) else { return (reader.programme, []) }
      reader.read(root)
    } catch let error as YamlError {
      reader.complain(
        key: name, value: "", line: line(of: error, in: text),
        Bilingual(
          zh: "格式正確的 YAML（\(reason(of: error))）", en: "well-formed YAML (\(reason(of: error)))"))
    } catch {
      reader.complain(
        key: name, value: "", line: nil,
        Bilingual(zh: "格式正確的 YAML", en: "well-formed YAML"))
    }
    return (reader.programme, reader.findings)
  }

  private static func line(of error: YamlError, in text: String) -> Int? {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      // The end of a file without a line end counts as one line more.
      min(mark.line, text.split(omittingEmptySubsequences: false, whereSeparator: isLineEnd).count)
    case .duplicatedKeysInMapping(_, let context): context.mark.line
    case .reader(_, let offset?, _, let yaml):
      // The offset counts the characters, of which CR and LF together are one.
      1 + yaml.prefix(offset).count(where: isLineEnd)
    default: nil
    }
  }

  private static func isLineEnd(_ character: Character) -> Bool {
    ["\n", "\r\n", "\r"].contains(character)
  }

  /// The parser's words alone: its description quotes the file over several lines.
  private static func reason(of error: YamlError) -> String {
    switch error {
    case .reader(let problem, _, _, _): problem
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _),
      .composer(_, let problem, _, _):
      problem
    case .duplicatedKeysInMapping(let keys, _):
      "keys that stand twice: " + RowKind.shortened(keys.joined(separator: ", "))
    default: String(describing: error)
    }
  }
}

/// Counts what looks like aliases.
///
/// Each level of them may multiply a document, and a composed one is gone through as a whole;
/// settings need none.
private enum AliasCount {
  static let limit = 8

  /// The line of the first alias beyond the limit.
  static func line(ofExcessIn text: String) -> Int? {
    var line = 1
    var count = 0
    // An alias stands behind a blank or a mark of YAML's, and has a name.
    let marks = Array(" \n\r\t[,{:?-".utf8)
    var last = (UInt8(ascii: "\n"), UInt8(ascii: "\n"))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\n") { line += 1 }
      if last.1 == UInt8(ascii: "*"), marks.contains(last.0), !marks.contains(byte) {
        count += 1
        if count > limit { return line }
      }
      last = (last.1, byte)
    }
    return nil
  }
}

/// Composes a document in which a key may stand twice, so that one run can name every fault.
///
/// Yams refuses such a document as a whole and names the key's first place; there the key gets a
/// mark that no setting's name has, until the document can be composed.
enum RepeatedKeys {
  private static let mark: Character = "\u{F8FF}"
  /// Each repeated key costs one more reading of the file.
  private static let limit = 50

  static func compose(_ text: String) throws -> Node? {
    var text = text
    var count = 0
    while true {
      do {
        return try Yams.compose(yaml: text)
      } catch YamlError.duplicatedKeysInMapping(let duplicates, let context) {
        count += 1
        guard count <= limit, let key = duplicates.first,
          let marked = marking(key, at: context.mark, in: text)
        else { throw YamlError.duplicatedKeysInMapping(duplicates: duplicates, context: context) }
        text = marked
      }
    }
  }

  /// A key's name without marks.
  static func name(_ key: String) -> String { key.filter { $0 != mark } }

  private static func marking(_ key: String, at place: Mark, in text: String) -> String? {
    var scalars = Array(text.unicodeScalars)
    var line = 1
    var index = 0
    while index < scalars.count, line < place.line {
      if scalars[index] == "\n" { line += 1 }
      index += 1
    }
    index += place.column - 1
    guard index >= 0, index < scalars.count else { return nil }
    if scalars[index] == "\"" || scalars[index] == "'" { index += 1 }
    let end = index + key.unicodeScalars.count
    guard end <= scalars.count, scalars[index..<end].elementsEqual(key.unicodeScalars) else {
      return nil
    }
    scalars.insert(contentsOf: mark.unicodeScalars, at: end)
    return String(String.UnicodeScalarView(scalars))
  }
}
