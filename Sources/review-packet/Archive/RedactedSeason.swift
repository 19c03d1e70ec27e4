import PacketDocuments
import PacketStore
import ReviewModel
import SeasonReading

private import Foundation

/// A season's raw files for public copies: rosters and `fixes.csv` without personal data.
struct RedactedSeason {
  /// The files that were rewritten, by their paths' bytes; the others stay as they are.
  private let rewritten: [[UInt8]: [UInt8]]
  let personal: PersonalTexts
  /// Where a contact or a phone stands in a file that is not rewritten.
  let leftOver: [PersonalTexts.Places]

  init(_ inputs: SeasonInputs) throws {
    var rewritten: [[UInt8]: [UInt8]] = [:]
    var texts: Set<String> = []
    for file in inputs.files where file.kind == .roster {
      try Task.checkCancellation()
      guard let data = FileManager.default.contents(atPath: file.location),
        let redaction = RosterRedaction(of: Array(data), path: file.path)
      else { throw RunFailure([Self.unreadable(file.path)]) }
      rewritten[Array(file.path.utf8)] = redaction.bytes
      texts.formUnion(redaction.personal)
    }
    let personal = PersonalTexts(texts)
    for file in inputs.files where file.kind == .fixes {
      // A list that can't be read was not used; an empty one stands for it.
      let fixes = FixRedaction.fixes(in: file.location) { personal.isIn($0) } ?? []
      rewritten[Array(file.path.utf8)] = FixTable.bytes(of: fixes)
    }
    self.rewritten = rewritten
    self.personal = personal
    leftOver = try inputs.files.map { file in
      try Task.checkCancellation()
      if let bytes = rewritten[Array(file.path.utf8)] {
        return personal.places(in: bytes, file.path)
      }
      return try personal.places(inFile: file.location, file.path)
    }
  }

  /// The new bytes of a file that was rewritten.
  func bytes(of path: String) -> [UInt8]? { rewritten[Array(path.utf8)] }

  private static func unreadable(_ path: String) -> Bilingual {
    Bilingual(
      zh: "\(path)：無法逐格遮蔽聯絡人與電話，未產出公開版；請先更正此檔",
      en: "\(path): its contacts and phones can't be replaced cell by cell, so there is no public "
        + "copy; mend the file first")
  }
}
