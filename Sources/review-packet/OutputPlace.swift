import PacketDocuments
import PacketStore
import ReviewModel

private import Foundation

/// Where an output may stand: not among the files that the next run would read as input.
enum OutputPlace {
  /// The folders of a season of which every file is read.
  private static let inputFolders = ["rosters", "usage"]

  /// Throws where the output would lie in the season's rosters or usage.
  static func check(_ out: String, season: String) throws(RunFailure) {
    guard let place = resolved(out) else { return }
    for name in inputFolders {
      guard let input = realPath(season + "/" + name) else { continue }
      if (place + "/").utf8.starts(with: (input + "/").utf8) { throw inside(name, out) }
    }
  }

  /// Throws where an output would lie in the rosters or usage of any season.
  static func check(noInput out: String) throws(RunFailure) {
    guard let place = resolved(out) else { return }
    let parts = place.split(separator: "/").map(String.init)
    for (index, name) in parts.enumerated() where inputFolders.contains(name) {
      let season = "/" + parts[..<index].joined(separator: "/")
      if FileManager.default.fileExists(atPath: season + "/approvals.csv") {
        throw inside(name, out)
      }
    }
  }

  private static func inside(_ name: String, _ out: String) -> RunFailure {
    RunFailure([
      Bilingual(
        zh: "\(out)：位於年度資料夾的 \(name)/ 之內，下次會被當成輸入讀取；請改用其他資料夾",
        en: "\(out): this is inside the season's \(name)/, where the next run would read it as "
          + "input; choose another folder")
    ])
  }

  /// Throws where archives would lie in the season, in what `build` wrote or in an archive.
  ///
  /// None of them is whole with other files in it.
  static func check(archives out: String, season: String) throws(RunFailure) {
    guard let place = resolved(out) else { return }
    if let input = realPath(season), (place + "/").utf8.starts(with: (input + "/").utf8) {
      throw RunFailure([
        Bilingual(
          zh: "--out \(out)：在年度資料夾之內；請指定其他資料夾",
          en: "--out \(out): it is inside the season folder; give another folder")
      ])
    }
    try check(noInput: out)
    try check(unsealed: out)
  }

  /// Throws where an output would lie in what `build` wrote or in an archive.
  static func check(unsealed out: String) throws(RunFailure) {
    guard var folder = resolved(out) else { return }
    while !folder.isEmpty {
      if isSealed(folder) {
        throw RunFailure([
          Bilingual(
            zh: "--out \(out)：在審查資料、build 的輸出資料夾或封存 \(folder) 之內，多出檔案就無法再查驗；"
              + "請指定其他資料夾",
            en: "--out \(out): it is inside \(folder), a packet, a folder that build wrote or an "
              + "archive, which can't be verified with other files in it; give another folder")
        ])
      }
      guard let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) else { return }
      folder = String(folder[..<slash])
    }
  }

  /// Whether a folder has a manifest of all that may lie in it: a packet, packets, or an archive.
  private static func isSealed(_ folder: String) -> Bool {
    guard let data = FileManager.default.contents(atPath: folder + "/" + Manifest.fileName) else {
      return false
    }
    if FileManager.default.fileExists(atPath: folder + "/bagit.txt") { return true }
    return Manifest(bytes: Array(data))?.entries.contains {
      $0.path.components.count <= 2 && $0.path.components.last == PacketArchive.fileName
    } ?? false
  }

  /// A path without links, of which the last parts need not exist yet.
  private static func resolved(_ path: String) -> String? {
    var existing = path
    var missing = ""
    while true {
      if let real = realPath(existing.isEmpty ? "." : existing) { return real + missing }
      guard !existing.isEmpty, existing != "/" else { return nil }
      while existing.hasSuffix("/") { existing.removeLast() }
      let name = existing.split(separator: "/").last.map { String($0) } ?? existing
      existing.removeLast(name.count)
      missing = "/" + name + missing
    }
  }

  private static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
