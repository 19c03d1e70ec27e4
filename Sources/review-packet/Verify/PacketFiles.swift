import PacketDocuments
import PacketStore
import ReviewModel

/// A packet's folder on disk, with what was read from it so far.
struct PacketFiles {
  /// As it was typed, without a final slash.
  let folder: String

  func path(_ name: String) -> String { folder + "/" + name }

  func bytes(_ name: String) throws(RunFailure) -> [UInt8] {
    try PacketSource.bytes(of: path(name))
  }

  /// L0: the folder held against its manifest; nil where there is none that can be read.
  func manifestCheck() throws(OutputError) -> FolderCheck? {
    do throws(OutputError) {
      return try FolderCheck(folder)
    } catch {
      guard case .notOurs = error.reason else { throw error }
      return nil
    }
  }

  /// L0: each file is what the manifest says, and none is beside it.
  func manifestDifferences(_ check: FolderCheck?) -> [VerifyDifference] {
    guard let check else { return [.noManifest(in: folder)] }
    return check.changed.map { .changed($0, in: folder) }
      + check.missing.map { .missing($0, in: folder) }
      + check.unlisted.map { .unlisted($0, in: folder) }
  }
}

// What a folder and its manifest may disagree about.
extension VerifyDifference {
  static func noManifest(in folder: String) -> Self {
    VerifyDifference(
      .files, folder + "/" + Manifest.fileName, zh: "缺少清單，或清單無法讀取；應為 sha256sum 格式",
      en: "the manifest is missing or can't be read; expected the lines of sha256sum")
  }

  static func changed(_ file: FolderCheck.Changed, in folder: String) -> Self {
    let (found, expected) = (file.found.prefix(12), file.expected.prefix(12))
    return VerifyDifference(
      .files, folder + "/" + file.path, zh: "SHA-256 為 \(found)…，清單為 \(expected)…：檔案於產出後經修改",
      en: "SHA-256 \(found)…, the manifest has \(expected)…: the file was changed after it was made"
    )
  }

  static func missing(_ path: String, in folder: String) -> Self {
    VerifyDifference(
      .files, folder + "/" + path, zh: "清單所列檔案不存在", en: "listed in the manifest, and missing")
  }

  static func missing(_ missing: OutputCheck.MissingFolder, in folder: String) -> Self {
    let count = missing.fileCount
    return VerifyDifference(
      .files, folder + "/" + missing.path, zh: "資料夾不存在，清單列有其中 \(count) 個檔案",
      en: "the folder is missing; the manifest lists \(count) "
        + "\(count == 1 ? "file" : "files") in it")
  }

  static func unlisted(_ path: String, in folder: String) -> Self {
    VerifyDifference(
      .files, folder + "/" + path, zh: "清單未列此檔", en: "not listed in the manifest")
  }
}
