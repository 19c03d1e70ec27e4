import Foundation
import PacketStore
import ReviewModel

/// A season's whole output on disk: its packets, its overview and the manifest of all.
struct SeasonFiles {
  /// The one of its files that no other output has.
  private static let overview = "season.xml"

  /// As it was typed, without a final slash.
  let folder: String
  /// Nil where there is no manifest that can be read.
  private var check: OutputCheck?

  /// Reads the manifest; nil where the folder is not the output of a season.
  init?(_ folder: String) throws(OutputError) {
    self.folder = folder
    do throws(OutputError) {
      check = try OutputCheck(folder)
    } catch {
      guard case .notOurs = error.reason else { throw error }
      check = nil
    }
    // One of the two may be what is missing.
    let isListed = SafePath(Self.overview).map { check?.lists($0) == true } ?? false
    guard isListed || Self.isOverview(in: folder) else { return nil }
  }

  /// Whether a folder has a season's overview.
  static func isOverview(in folder: String) -> Bool {
    FileManager.default.fileExists(atPath: folder + "/" + overview)
  }

  /// Takes over what was found in a packet's folder, which then is not read again.
  mutating func take(_ found: FolderCheck, of packet: PacketFiles) throws(OutputError) {
    guard let name = SafePath(keeping: String(packet.folder.dropFirst(folder.count + 1))) else {
      return
    }
    try check?.take(found, of: name)
  }

  /// L0 of the season: each file is what the manifest says, and none is beside it.
  mutating func result() throws(OutputError) -> LevelResult {
    try check?.finish()
    let folder = folder
    let differences =
      check.map { check in
        check.missingFolders.map { .missing($0, in: folder) }
          + check.changed.map { .changed($0, in: folder) }
          + check.missing.map { .missing($0, in: folder) }
          + check.unlisted.map { .unlisted($0, in: folder) }
      } ?? [VerifyDifference.noManifest(in: folder)]
    return LevelResult(.manifests, differences, detail: Self.whole)
  }

  private static let whole = Bilingual(
    zh: "每個檔案皆與 \(Manifest.fileName) 相符", en: "every file is what \(Manifest.fileName) says")
}
