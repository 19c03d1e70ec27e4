import PacketStore
import ReviewModel

/// Puts the folders of all shards together: the same bytes as of a build that was not divided.
struct ShardMerge {
  struct Merged {
    let packets: Int
    let leftBehind: String?
  }

  /// The files of the overview, which every shard has alike.
  private static let overview = ["index.html", "season.xml", "figures.csv", "findings.csv"]

  /// - Parameters:
  ///   - shards: The shards' folders, in any order.
  ///   - out: The folder to write; it appears whole or not at all.
  /// - Returns: What was put together.
  /// - Throws: `RunFailure` that names each shard that is changed, foreign or missing; `OutputError`.
  static func merge(_ shards: [String], into out: String) async throws -> Merged {
    let manifests = try shards.map { try manifest(of: $0) }
    var problems: [Bilingual] = []
    var owners: [SafePath: (shard: String, digest: String)] = [:]
    for (shard, manifest) in zip(shards, manifests) {
      for entry in manifest.entries {
        guard let other = owners[entry.path] else {
          owners[entry.path] = (shard, entry.digest)
          continue
        }
        if other.digest != entry.digest {
          problems.append(differing(entry.path, other.shard, shard))
        }
      }
    }
    problems += missing(owners)
    guard problems.isEmpty else { throw RunFailure(problems) }
    let staging = try Staging.begin(at: out)
    do throws(OutputError) {
      for (path, owner) in owners.sorted(by: { $0.key < $1.key }) {
        try await staging.write(path, copyOf: "\(owner.shard)/\(path)", sha256: owner.digest)
      }
      let committed = try await staging.commit()
      let packets = owners.keys.count { $0.components.last == "packet.xml" }
      return Merged(packets: packets, leftBehind: committed.leftBehind)
    } catch {
      await staging.abort()
      throw error
    }
  }

  /// A shard's manifest, whose files are read again when they are copied.
  private static func manifest(of shard: String) throws -> Manifest {
    let path = shard + "/" + Manifest.fileName
    guard let manifest = Manifest(bytes: try StoredFile.bytes(of: path, atMost: 1 << 30)),
      overview.allSatisfy({ name in manifest.entries.contains { $0.path.description == name } })
    else {
      throw RunFailure([
        Bilingual(
          zh: "\(path)：不是 build --shard 產出的清單",
          en: "\(path): this is no manifest of a build --shard")
      ])
    }
    return manifest
  }

  private static func differing(_ path: SafePath, _ one: String, _ two: String) -> Bilingual {
    Bilingual(
      zh: "\(path)：\(one) 與 \(two) 內容不同；各分片須以相同的資料、程式與選項產出",
      en: "\(path): \(one) and \(two) have different ones; all shards are made from the same data, "
        + "by the same program and with the same options")
  }

  /// The packets that the overview links to and no shard has.
  private static func missing(
    _ owners: [SafePath: (shard: String, digest: String)]
  ) -> [Bilingual] {
    guard let path = SafePath("season.xml"), let owner = owners[path],
      let bytes = try? StoredFile.bytes(of: "\(owner.shard)/\(path)", atMost: 1 << 30)
    else { return [] }
    var problems: [Bilingual] = []
    var rest = bytes[...]
    let mark = Array(" packet=\"".utf8)
    while let next = rest.firstPlace(of: mark) {
      let value = rest[next.upperBound...].prefix { $0 != UInt8(ascii: "\"") }
      rest = rest[value.endIndex...]
      let folder = String(decoding: value, as: UTF8.self)
      guard let packet = SafePath(folder + "/packet.xml"), owners[packet] == nil else { continue }
      problems.append(
        Bilingual(
          zh: "\(folder)：沒有任何分片包含此審查資料；請補上缺少的分片",
          en: "\(folder): no shard has this packet; give the shard that is missing"))
    }
    return problems
  }
}
