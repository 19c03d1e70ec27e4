import Foundation
import PacketDocuments
import PacketStore
import ReviewModel

/// A packet as commands take it: a packet's folder, its `packet.xml`, or a sealed bag.
struct PacketSource {
  /// As it was typed.
  let path: String
  let bytes: [UInt8]
  let archived: ArchivedPacket

  /// More than any packet has; the reader has a bound of its own.
  ///
  /// Unit: bytes.
  private static let longest = 512 << 20

  /// Reads a packet, or throws a `RunFailure` that names each fault by file and line.
  static func read(_ path: String) throws -> PacketSource {
    let file = try file(of: path)
    let bytes = try bytes(of: file)
    do {
      let archived = try PacketXMLReader(program: Release.program).read(bytes)
      return PacketSource(path: file, bytes: bytes, archived: archived)
    } catch let error as PacketArchiveError {
      throw RunFailure(error, file)
    }
  }

  /// The `packet.xml` that a path names or holds.
  static func file(of path: String) throws(RunFailure) -> String {
    let path = Console.withoutFinalSlash(path)
    let places = ["", "/" + PacketArchive.fileName, "/data/packet/" + PacketArchive.fileName]
    for place in places {
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: path + place, isDirectory: &isFolder),
        !isFolder.boolValue
      {
        return path + place
      }
    }
    throw noPacket(path)
  }

  /// Says what was expected of a path without a packet.
  static func noPacket(_ path: String) -> RunFailure {
    RunFailure([
      Bilingual(
        zh: "\(path)：找不到 packet.xml；請指定審查資料資料夾（如 out/D001-12345675）、packet.xml 或封存資料夾",
        en: "\(path): there is no packet.xml; give a packet's folder such as out/D001-12345675, a "
          + "packet.xml or an archive")
    ])
  }

  /// Whether a manifest beside it lists other bytes.
  var isOtherThanListed: Bool {
    guard path.hasSuffix(PacketArchive.fileName), let name = SafePath(PacketArchive.fileName),
      let listing = try? StoredFile.bytes(
        of: path.dropLast(PacketArchive.fileName.count) + Manifest.fileName, atMost: 1 << 20),
      let listed = Manifest(bytes: listing)?.digest(of: name)
    else { return false }
    return listed != Digest.sha256Hex(bytes)
  }

  /// The whole of a file; pipes and devices are refused, and so is what is far too long.
  static func bytes(of file: String) throws(RunFailure) -> [UInt8] {
    do {
      return try StoredFile.bytes(of: file, atMost: longest)
    } catch {
      throw RunFailure(error)
    }
  }
}

extension RunFailure {
  /// The faults of a `packet.xml`, each with its place.
  init(_ error: PacketArchiveError, _ file: String) {
    lines = error.faults.map { fault in
      let place = fault.line > 0 ? "\(file):\(fault.line)" : file
      return Bilingual(zh: place + "：" + fault.text.zh, en: place + ": " + fault.text.en)
    }
  }
}
