import PacketDocuments
import PacketStore
import ReviewModel

private import Foundation

/// The packets that a user names: a packet's folder, or a whole output folder for all of its packets.
enum PacketFolders {
  /// The folders that were named, and what a person should know of them.
  struct Found {
    /// Each once, in the order of the names and of the folders inside them.
    var folders: [String] = []
    var notes: [Bilingual] = []
  }

  /// - Throws: `RunFailure` for names without a packet, and for output folders of which packets were
  ///   taken away since they were built: an archive of the others would look whole.
  static func all(_ names: [String]) throws(RunFailure) -> Found {
    var found = Found()
    var outputs: [String] = []
    var problems: [Bilingual] = []
    for name in names {
      let name = Console.withoutFinalSlash(name)
      let isPacket = isPacket(name)
      let folders = isPacket ? [name] : inside(name)
      if folders.isEmpty { problems.append(noPacket(name)) }
      if !isPacket, !folders.isEmpty {
        problems += lost(from: name).map { lostPacket($0, name) }
        outputs.append(name)
      }
      found.folders += folders.filter { !found.folders.contains($0) }
    }
    guard problems.isEmpty else { throw RunFailure(problems) }
    found.notes = outputs.compactMap { part(of: $0, found.folders.count) }
    return found
  }

  /// The packets that an output's manifest lists and that are not there.
  private static func lost(from output: String) -> [String] {
    let listing = output + "/" + Manifest.fileName
    guard let listing = try? StoredFile.bytes(of: listing, atMost: 1 << 30),
      let manifest = Manifest(bytes: listing)
    else { return [] }
    return manifest.entries.map(\.path).filter {
      $0.components.count == 2 && $0.components[1] == PacketArchive.fileName
    }.map { $0.components[0] }.filter { !Self.isPacket(output + "/" + $0) }
  }

  /// Says so where the overview links to more packets than were named, as that of a shard does.
  private static func part(of output: String, _ count: Int) -> Bilingual? {
    var links = AttributeValues(of: "packet", in: "contract")
    var all = 0
    try? StoredFile.read(output + "/season.xml", atMost: 1 << 30) { piece in
      all += links.values(in: piece).count
    }
    guard all > count else { return nil }
    return Bilingual(
      zh: "\(output)：為分片，年度共 \(all) 份審查資料，此次封存 \(count) 份；其餘請自其他分片封存",
      en: "\(output): a shard: the season has \(all) packets, of which \(count) "
        + (count == 1 ? "is" : "are") + " archived now; the others are in other shards")
  }

  private static func isPacket(_ folder: String) -> Bool {
    FileManager.default.fileExists(atPath: folder + "/" + PacketArchive.fileName)
  }

  private static func inside(_ folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted(by: bytesPrecede).map { folder + "/" + $0 }
      .filter(isPacket)
  }

  private static func lostPacket(_ name: String, _ output: String) -> Bilingual {
    Bilingual(
      zh: "\(output)/\(name)：清單列有此審查資料，但資料夾中沒有；請重新 build，或逐一指定要封存的審查資料",
      en: "\(output)/\(name): the manifest lists this packet, and it is not there; build again, or "
        + "name the packets one by one")
  }

  private static func noPacket(_ name: String) -> Bilingual {
    Bilingual(
      zh: "\(name)：找不到審查資料；請指定審查資料資料夾（如 out/D001-12345675），或 build 的輸出資料夾",
      en: "\(name): there is no packet; give a packet's folder such as out/D001-12345675, or the "
        + "folder that build wrote")
  }
}
