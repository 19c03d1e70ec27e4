import PacketStore
import ReviewModel
import SeasonReading

/// The raw input files of a season, with the names that they have in an archive.
struct SeasonInputs {
  struct File {
    /// The path inside the season folder, with `/`.
    let path: String
    let location: String
    let kind: InputFile.Kind
    /// 64 hex digits, as it was when it was reviewed.
    let sha256: String
    let byteCount: Int
    /// The path below `data/input/`: ASCII, and told apart on every file system.
    let name: SafePath
  }

  /// In the order of their paths.
  let files: [File]

  /// All files that the reader took in, whichever contract they are about: rewards, doubled tax ids and
  /// known stores depend on other contracts' rows.
  ///
  /// - Parameters:
  ///   - season: The season folder.
  ///   - reviewed: Its files as they were reviewed.
  /// - Throws: The files whose names can't be kept, or that are not what was reviewed.
  init(season: String, reviewed: [InputFile]) throws(RunFailure) {
    // By bytes: names that differ only in their normal form are two files.
    let known = Dictionary(
      reviewed.map { (Array($0.path.utf8), $0) }, uniquingKeysWith: { one, _ in one })
    let listed = SeasonCopy(season: season).files.filter { $0.kind != .other }
    var claims = NameClaims()
    var files: [File] = []
    var problems: [Bilingual] = []
    for (index, file) in listed.enumerated() {
      guard SafePath(keeping: file.path) != nil else {
        problems.append(Self.unsafeName(file.path))
        continue
      }
      guard let input = known[Array(file.path.utf8)],
        let name = Self.name(of: file.path, number: index + 1, &claims)
      else {
        problems.append(Self.changed(file.path))
        continue
      }
      files.append(
        File(
          path: file.path, location: file.location, kind: file.kind, sha256: input.sha256,
          byteCount: input.byteCount, name: name))
    }
    let found = Set(listed.map { Array($0.path.utf8) })
    problems += reviewed.filter { !found.contains(Array($0.path.utf8)) }
      .map { Self.changed($0.path) }
    guard problems.isEmpty else { throw RunFailure(problems) }
    self.files = files
  }

  /// The path itself where any system can write it, else a number.
  private static func name(
    of path: String, number: Int, _ claims: inout NameClaims
  ) -> SafePath? {
    if let own = SafePath(path), own.isPortable, path.utf8.count <= 200, claims.claim(own) {
      return own
    }
    let digits = String(number)
    let ending = [".csv", ".tsv", ".txt"].first { path.lowercased().hasSuffix($0) } ?? ""
    let padded = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    // No input file of a season stands in a folder of this name.
    guard let other = SafePath("renamed/" + padded + ending), claims.claim(other) else {
      return nil
    }
    return other
  }

  private static func unsafeName(_ path: String) -> Bilingual {
    Bilingual(
      zh: "\(path)：檔名含有控制字元、反斜線或書寫方向標記，無法封存；請更名後重新產出審查資料",
      en: "\(path): the name has control characters, a backslash or marks of direction and can't "
        + "be archived; rename the file and build again")
  }

  private static func changed(_ path: String) -> Bilingual {
    Bilingual(
      zh: "\(path)：讀取時有變動；請於無人修改年度資料夾時再執行",
      en: "\(path): it changed while it was read; run again when nobody works in the season folder")
  }
}
