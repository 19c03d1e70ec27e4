import ReviewModel

private import Glibc

/// Where an output may stand: not among the files that the next run would read as input.
enum OutputPlace {
  /// Throws where the output would lie in the season's rosters or usage.
  static func check(_ out: String, season: String) throws(RunFailure) {
    guard let place = resolved(out) else { return }
    for name in ["rosters", "usage"] {
      guard let input = realPath(season + "/" + name) else { continue }
      if (place + "/").utf8.starts(with: (input + "/").utf8) {
        throw RunFailure([
          Bilingual(
            zh: "--out \(out)：位於年度資料夾的 \(name)/ 之內，下次會被當成輸入讀取；請改用其他資料夾",
            en: "--out \(out): this is inside the season's \(name)/, where the next run would read "
              + "it as input; choose another folder")
        ])
      }
    }
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
