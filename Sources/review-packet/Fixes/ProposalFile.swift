import Foundation
import PacketDocuments
import ReviewModel
import SeasonReading

/// `fixes.csv` as `fix --propose` writes it.
struct ProposalFile {
  let path: String
  let fixes: [CellFix]
  /// Tables in another encoding than UTF-8.
  let otherEncodings: [(file: String, encoding: TextEncoding)]
  let unreadable: [String]

  /// Looks through a season and writes the proposals.
  ///
  /// - Parameters:
  ///   - season: The season folder; it is only read.
  ///   - path: The file to write; nil for `fixes.csv` in the working folder, unless that is the
  ///     season's.
  /// - Returns: What was written, and where.
  /// - Throws: `FatalSeason` where the season can't be read; `RunFailure` where something else stands
  ///   at the place, or a list in which a person has decided something.
  static func write(_ season: String, to path: String?) throws -> ProposalFile {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: season, isDirectory: &isFolder), isFolder.boolValue
    else {
      throw RunFailure([
        Bilingual(zh: "\(season)：找不到此資料夾", en: "\(season): there is no such folder")
      ])
    }
    let place = path ?? FixFile.name
    if path == nil, Folders.isInside(FileManager.default.currentDirectoryPath, season) {
      throw RunFailure([
        Bilingual(
          zh: "目前的工作資料夾在年度資料夾之內；請以 --out 指定要寫入的檔案",
          en: "the working folder is inside the season folder; say with --out where to write")
      ])
    }
    try OutputPlace.check(noInput: place)
    let earlier = try earlierProposals(place)
    if let findings = Pipeline.fatalFindings(of: season) { throw FatalSeason(findings: findings) }
    let proposals = FixProposals(season: season)
    try Task.checkCancellation()
    let bytes = FixTable.bytes(of: proposals.fixes)
    try refuseDecided(earlier, proposals, place)
    do {
      // Beside the place and then renamed: whole, or not at all.
      try Data(bytes).write(to: URL(fileURLWithPath: place), options: .atomic)
    } catch {
      throw RunFailure([
        Bilingual(
          zh: "\(place)：無法寫入（\(error.localizedDescription)）",
          en: "\(place): it can't be written (\(error.localizedDescription))")
      ])
    }
    return ProposalFile(
      path: place, fixes: proposals.fixes, otherEncodings: proposals.otherEncodings,
      unreadable: proposals.unreadable)
  }

  /// Only an earlier list of fixes may be overwritten, and none that says what was done.
  private static func earlierProposals(_ path: String) throws -> [CellFix] {
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    if let fixes = try? FixFile.read(path: path), fixes.allSatisfy({ $0.decision != .done }) {
      return fixes
    }
    throw RunFailure([
      Bilingual(
        zh: "\(path)：已存在，且不是修正建議的清單，不予覆寫；請以 --out 指定其他檔案",
        en: "\(path): it exists and is no list of proposals, so it is not overwritten; "
          + "give another --out")
    ])
  }

  /// Refuses to lose what a person decided in the earlier list.
  private static func refuseDecided(
    _ earlier: [CellFix], _ proposals: FixProposals, _ path: String
  ) throws {
    let decided = earlier.filter { !proposals.isOwn($0) }
    guard let first = decided.first else { return }
    let (place, count) = ("\(first.file) \(first.cell)", decided.count)
    throw RunFailure([
      Bilingual(
        zh: "\(path)：有 \(count) 列的 after 或 apply 不是程式的建議（首列為 \(place)），應是人工決定，"
          + "不予覆寫；請以 --out 指定其他檔案，不再需要時請先刪除此檔",
        en: "\(path): in \(count) \(count == 1 ? "row" : "rows") after or apply is not what is "
          + "proposed (the first: \(place)); a person seems to have decided it, so the list is not "
          + "overwritten; give another --out, or delete the list if it is no longer needed")
    ])
  }
}

/// A season that can't be read, so that there is nothing to propose.
struct FatalSeason: Error {
  /// All that `check` says of its files.
  let findings: [Finding]
}

/// Where folders lie, links followed.
enum Folders {
  /// Whether a path is a folder or below it.
  static func isInside(_ path: String, _ folder: String) -> Bool {
    let (inner, outer) = (resolved(path), resolved(folder))
    return inner.utf8.elementsEqual(outer.utf8) || inner.utf8.starts(with: (outer + "/").utf8)
  }

  /// The path without links, as far as it exists.
  private static func resolved(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }
}
