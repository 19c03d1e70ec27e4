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

  /// L0: each file is what the manifest says, and none is beside it.
  func manifestDifferences() throws(OutputError) -> [VerifyDifference] {
    let check: FolderCheck
    do throws(OutputError) {
      check = try FolderCheck(folder)
    } catch {
      guard case .notOurs = error.reason else { throw error }
      return [
        VerifyDifference(
          .files, path(Manifest.fileName), zh: "缺少清單，或清單無法讀取；應為 sha256sum 格式",
          en: "the manifest is missing or can't be read; expected the lines of sha256sum")
      ]
    }
    return check.changed.map {
      VerifyDifference(
        .files, path($0.path),
        zh: "SHA-256 為 \($0.found.prefix(12))…，清單為 \($0.expected.prefix(12))…：檔案於產出後經修改",
        en:
          "SHA-256 \($0.found.prefix(12))…, the manifest has \($0.expected.prefix(12))…: the file "
          + "was changed after it was made")
    }
      + check.missing.map {
        VerifyDifference(
          .files, path($0), zh: "清單所列檔案不存在", en: "listed in the manifest, and missing")
      }
      + check.unlisted.map {
        VerifyDifference(.files, path($0), zh: "清單未列此檔", en: "not listed in the manifest")
      }
  }
}
