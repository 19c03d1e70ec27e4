package import ReviewModel

/// All files of a season folder, to be copied: those that the program reads and those that lie
/// beside them.
package struct SeasonCopy {
  package struct File {
    /// The path inside the season folder, with `/`.
    package let path: String
    package let location: String
    package let kind: InputFile.Kind
  }

  package let files: [File]
  /// The paths of all folders, empty ones too, which a season may not lack.
  package let folders: [String]
  /// What can't be copied: links that lead outside, unreadable folders.
  package let problems: [Finding]

  package init(season: String) {
    let listing = SeasonFolder(season)
    // By bytes: names that differ in composed and decomposed letters are two files.
    let kinds = Dictionary(
      listing.entries.map { (Array($0.path.utf8), $0.kind) },
      uniquingKeysWith: { first, _ in first })
    let all = SeasonFolder(everythingBelow: season)
    files = all.entries.map {
      File(path: $0.path, location: $0.location, kind: kinds[Array($0.path.utf8)] ?? .other)
    }
    folders = all.folders
    // A required table that is missing does not keep the others from being copied.
    problems = all.findings
  }
}
