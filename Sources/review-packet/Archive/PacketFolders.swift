import PacketDocuments
import ReviewModel

private import Foundation

/// The packets that a user names: a packet's folder, or a whole output folder for all of its packets.
enum PacketFolders {
  /// The folders, each once, in the order of the names and of the folders inside them.
  static func all(_ names: [String]) throws(RunFailure) -> [String] {
    var found: [String] = []
    var problems: [Bilingual] = []
    for name in names {
      let name = Console.withoutFinalSlash(name)
      let folders = isPacket(name) ? [name] : inside(name)
      if folders.isEmpty { problems.append(noPacket(name)) }
      found += folders.filter { !found.contains($0) }
    }
    guard problems.isEmpty else { throw RunFailure(problems) }
    return found
  }

  private static func isPacket(_ folder: String) -> Bool {
    FileManager.default.fileExists(atPath: folder + "/" + PacketArchive.fileName)
  }

  private static func inside(_ folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted(by: bytesPrecede).map { folder + "/" + $0 }
      .filter(isPacket)
  }

  private static func noPacket(_ name: String) -> Bilingual {
    Bilingual(
      zh: "\(name)：找不到審查資料；請指定審查資料資料夾（如 out/D001-12345675），或 build 的輸出資料夾",
      en: "\(name): there is no packet; give a packet's folder such as out/D001-12345675, or the "
        + "folder that build wrote")
  }
}
