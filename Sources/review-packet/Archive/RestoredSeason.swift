import PacketDocuments
import PacketStore
import ReviewModel

private import Foundation

/// A season folder given back from an archive.
struct RestoredSeason {
  let fileCount: Int
  let info: BagInfo
  /// What a person should know of it.
  let notes: [Bilingual]

  var isPublic: Bool { info[ArchiveInfo.redactedFrom] != nil }

  /// Validates an archive and writes the season's files under their own names: whole, or not at all.
  ///
  /// Nothing is written outside the folder, whatever the archive says.
  static func restore(_ archive: String, to out: String) async throws -> RestoredSeason {
    let bag = try validated(archive)
    let files = try files(of: bag)
    let staging = try Staging.begin(at: out, replacing: .nothing)
    do {
      for file in files {
        try Task.checkCancellation()
        try await staging.write(file.path, copyOf: file.location, sha256: file.sha256)
      }
      // A season has these folders, be they empty.
      for name in ["rosters", "usage"] {
        if let folder = SafePath(name) { try await staging.makeFolder(folder) }
      }
      try Task.checkCancellation()
      try await staging.commit(withManifest: false)
    } catch {
      await staging.abort()
      throw error
    }
    return RestoredSeason(fileCount: files.count, info: bag.info, notes: notes(bag))
  }

  private struct File {
    /// The place inside the season folder.
    let path: SafePath
    /// The file in the bag.
    let location: String
    let sha256: String
  }

  private static func validated(_ archive: String) throws -> Bag {
    do throws(BagProblems) {
      return try Bag.validated(at: archive)
    } catch {
      try Task.checkCancellation()
      throw RunFailure(
        error.texts.map { Bilingual(zh: $0.chinese, en: $0.english) } + [
          Bilingual(
            zh: "\(archive)：未寫出任何檔案", en: "\(archive): nothing was written")
        ])
    }
  }

  /// The season's files by the bag's own table, every line of which must be true of the bag.
  private static func files(of bag: Bag) throws(RunFailure) -> [File] {
    let table = "data/" + InputIndex.path
    let place = bag.folder + "/" + table
    let payload = Dictionary(
      bag.payload.map { ($0.path.description, $0.digest) }, uniquingKeysWith: { one, _ in one })
    guard payload[table] != nil, let data = FileManager.default.contents(atPath: place),
      payload[table] == Digest.sha256Hex(Array(data))
    else {
      throw RunFailure([
        Bilingual(
          zh: "\(place)：缺少此檔，不是 archive 產生的封存",
          en: "\(place): the file is missing, so this is no archive that archive made")
      ])
    }
    let entries = try InputIndex.read(Array(data), file: place)
    var claims = Set<SafePath>()
    var files: [File] = []
    var problems: [Bilingual] = []
    for (index, entry) in entries.enumerated() {
      let line = "\(place):\(index + 2)"
      guard let path = SafePath(keeping: entry.path), path.components.count <= 64,
        !path.components.contains(where: { $0.hasPrefix(".") }), claims.insert(path).inserted
      else {
        problems.append(badPath(line, entry.path))
        continue
      }
      let name = "data/\(InputIndex.folder)/\(entry.name)"
      guard payload[name] == entry.sha256 else {
        problems.append(otherFile(line, name))
        continue
      }
      files.append(
        File(path: path, location: bag.folder + "/" + name, sha256: entry.sha256))
    }
    guard problems.isEmpty else { throw RunFailure(Array(problems.prefix(100))) }
    return files
  }

  private static func notes(_ bag: Bag) -> [Bilingual] {
    var notes: [Bilingual] = []
    if let closed = bag.info[ArchiveInfo.redactedFrom] {
      notes.append(
        Bilingual(
          zh: "這是公開版：聯絡人與電話已遮蔽，由它產出的審查資料在這些欄位與檔案雜湊值上與完整版不同"
            + "（完整版 \(closed.prefix(16))…）",
          en:
            "this is a public copy: contacts and phones are replaced, so packets built from it differ "
            + "from the closed archive's (\(closed.prefix(16))…) in them and in the files' digests")
      )
    }
    if !bag.unvouched.isEmpty {
      let names = bag.unvouched.prefix(5).joined(separator: ", ")
      notes.append(
        Bilingual(
          zh: "封存內有清單未列的檔案，未予採用：\(names)",
          en: "the archive has files that no manifest lists, and they were not used: \(names)"))
    }
    return notes
  }

  private static func badPath(_ line: String, _ path: String) -> Bilingual {
    Bilingual(
      zh: "\(line)：「\(path)」不能作為年度資料夾內的路徑，或重複出現",
      en: "\(line): “\(path)” can't be a path inside a season folder, or stands there twice")
  }

  private static func otherFile(_ line: String, _ name: String) -> Bilingual {
    Bilingual(
      zh: "\(line)：封存內沒有此檔，或雜湊值與清單不符：\(name)",
      en: "\(line): the archive has no such file, or its digest is not the manifest's: \(name)")
  }
}
