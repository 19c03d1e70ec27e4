/// A BagIt bag whose every file was found to be what its manifests say.
package struct Bag: Sendable {
  /// As it was given.
  package let folder: String
  /// `1.0` or `0.97`.
  package let version: String
  package let info: BagInfo
  /// The payload's files, by their paths inside the bag (`data/…`), with their SHA-256.
  package let payload: [Manifest.Entry]
  /// The SHA-256 of `tagmanifest-sha256.txt`, and so of everything that it vouches for; nil where
  /// the bag has none.
  package let digest: String?
  /// Tag files that no tag manifest lists, which the standard allows.
  package let unvouched: [String]

  /// Looks at the whole of a bag, which anybody may have made.
  ///
  /// Nothing outside the folder is looked at, and no link followed; memory and the number of files
  /// are bounded.
  ///
  /// - Throws: All problems together, as many as are told.
  package static func validated(
    at folder: String, limits: BagLimits = BagLimits()
  ) throws(BagProblems) -> Bag {
    var validation = BagValidation(folder, limits)
    return try validation.run()
  }

  /// The SHA-256 by which another bag names this one: that of its `tagmanifest-sha256.txt`.
  ///
  /// Gives nil where the folder is no bag of ours: it has no such file.
  package static func digest(of folder: String) throws(OutputError) -> String? {
    let path = folder + "/" + BagLayout.tagManifest(.sha256)
    guard try FileCalls.kind(of: path, followingLinks: false) == .file else { return nil }
    return try FileCalls.digest(of: path)
  }
}
