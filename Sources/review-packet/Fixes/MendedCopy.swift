import Foundation
import PacketDocuments
import PacketStore
import ReviewModel
import SeasonReading

/// A copy of a season folder with some cells mended.
struct MendedCopy {
  /// The fixes of the list, those carried out as `done`.
  let fixes: [CellFix]

  /// Makes the copy: whole, or not at all.
  ///
  /// - Parameters:
  ///   - season: The season folder; it is only read.
  ///   - list: The path of a `fixes.csv`, of which the rows that say `yes` are carried out.
  ///   - folder: The copy's place; nothing may stand there.
  /// - Returns: What became of the fixes.
  /// - Throws: All reasons together why nothing was written.
  static func make(
    of season: String, by list: String, at folder: String
  ) async throws -> MendedCopy {
    var fixes = try read(list).filter { $0.decision != .done }
    guard fixes.contains(where: { $0.decision == .yes }) else {
      throw RunFailure([
        Bilingual(
          zh: "\(list)：沒有任何一列的 apply 為 yes，無可套用",
          en: "\(list): no row says yes in the column apply, so there is nothing to carry out")
      ])
    }
    try OutputPlace.check(noInput: folder)
    guard !Folders.isInside(folder, season) else {
      throw RunFailure([
        Bilingual(
          zh: "--out \(folder)：在原年度資料夾之內；請指定其他資料夾",
          en: "--out \(folder): it is inside the season folder; give another folder")
      ])
    }
    let copy = SeasonCopy(season: season)
    guard copy.problems.isEmpty else {
      throw RunFailure(
        copy.problems.map { finding in
          Bilingual(zh: finding.message(in: .zhHant), en: finding.message(in: .en))
        })
    }
    let earlier = try earlierFixes(of: copy)
    let mended = try mend(fixes.filter { $0.decision == .yes }, copy)
    for index in fixes.indices where fixes[index].decision == .yes { fixes[index].decision = .done }
    let done = earlier + fixes.filter { $0.decision == .done }
    try await write(copy, mended, FixTable.bytes(of: done), to: folder)
    return MendedCopy(fixes: fixes)
  }

  private static func read(_ path: String) throws -> [CellFix] {
    do throws(FixFile.Problem) {
      return try FixFile.read(path: path)
    } catch {
      throw RunFailure([error.text(path)])
    }
  }

  /// What the season's own list says was done before.
  private static func earlierFixes(of copy: SeasonCopy) throws -> [CellFix] {
    guard let own = copy.files.first(where: { $0.kind == .fixes }) else { return [] }
    return try read(own.location).filter { $0.decision == .done }
  }

  /// The new bytes of the files that fixes are about; any refusal ends the run, all are told.
  ///
  /// Files are told apart as `SafePath` does, by their paths' bytes: a text equals its composed form.
  private static func mend(_ fixes: [CellFix], _ copy: SeasonCopy) throws -> [SafePath: [UInt8]] {
    let files = Dictionary(
      try copy.files.map { (try safe($0.path), $0) }, uniquingKeysWith: { one, _ in one })
    var mended: [SafePath: [UInt8]] = [:]
    var refusals: [Mending.Refusal] = []
    var looked: Set<[UInt8]> = []
    for first in fixes where looked.insert(Array(first.file.utf8)).inserted {
      try Task.checkCancellation()
      guard let path = SafePath(keeping: first.file), let file = files[path] else {
        refusals.append(.noTable(first))
        continue
      }
      let own = fixes.filter { $0.file.utf8.elementsEqual(first.file.utf8) }
      let outcome = Mending.mend(own, file.path, file.kind, try bytes(of: file))
      refusals += outcome.refusals
      mended[path] = outcome.bytes
    }
    guard refusals.isEmpty else { throw RunFailure(refusals.map(\.text)) }
    return mended
  }

  private static func bytes(of file: SeasonCopy.File) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: file.location) else {
      throw RunFailure([
        Bilingual(zh: "\(file.path)：無法讀取", en: "\(file.path): it can't be read")
      ])
    }
    return Array(data)
  }

  private static func write(
    _ copy: SeasonCopy, _ mended: [SafePath: [UInt8]], _ list: [UInt8], to folder: String
  ) async throws {
    do {
      let staging = try Staging.begin(at: folder, replacing: .nothing)
      do {
        for file in copy.files where file.kind != .fixes {
          try Task.checkCancellation()
          let path = try safe(file.path)
          try await staging.write(path, try mended[path] ?? bytes(of: file))
        }
        for folder in copy.folders { try await staging.makeFolder(try safe(folder)) }
        try await staging.write(try safe(FixFile.name), list)
        try Task.checkCancellation()
        try await staging.commit(withManifest: false)
      } catch {
        await staging.abort()
        throw error
      }
    } catch let error as OutputError {
      throw RunFailure(error)
    }
  }

  private static func safe(_ path: String) throws -> SafePath {
    guard let safe = SafePath(keeping: path) else {
      throw RunFailure([
        Bilingual(
          zh: "\(path)：檔名含有不能寫出的字元；請先更名",
          en: "\(path): the name holds characters that can't be written; rename it first")
      ])
    }
    return safe
  }
}
