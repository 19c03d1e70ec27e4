import PacketDocuments
import PacketStore
import ReviewModel

private import Glibc

/// Puts the folders of all shards together: the same bytes as of a build that was not divided.
struct ShardMerge {
  struct Merged {
    let packets: Int
    /// The season's findings, which the overview has of all contracts.
    let counts: SeverityCounts
    let leftBehind: String?
  }

  /// The files of the overview, which every shard has alike.
  private static let overviewFiles = ["index.html", "season.xml", "figures.csv", "findings.csv"]

  /// - Parameters:
  ///   - shards: The shards' folders, in any order.
  ///   - out: The folder to write; it appears whole or not at all.
  /// - Returns: What was put together.
  /// - Throws: `RunFailure` that names each shard that is changed, foreign or missing; `OutputError`;
  ///   `CancellationError`.
  static func merge(_ shards: [String], into out: String) async throws -> Merged {
    let manifests = try shards.map { try manifest(of: $0) }
    let overview = overview(of: shards)
    let problems = differences(shards, manifests) + missing(overview.packets, manifests)
    guard problems.isEmpty else { throw RunFailure(problems) }
    let staging = try Staging.begin(at: out)
    do {
      var packets = 0
      var folder: SafePath?
      for file in MergedEntries(manifests) {
        try Task.checkCancellation()
        let path = file.entry.path
        // The files of a packet follow each other; when the next one comes, it is whole.
        if let folder, path.relative(to: folder) == nil { await staging.close(folder) }
        folder = path.folders.first
        packets += path.components.last == PacketArchive.fileName ? 1 : 0
        try await staging.write(
          path, copyOf: "\(shards[file.owners[0]])/\(path)", sha256: file.entry.digest)
      }
      try Task.checkCancellation()
      let committed = try await staging.commit()
      return Merged(
        packets: packets, counts: overview.counts, leftBehind: committed.leftBehind)
    } catch {
      await staging.abort()
      // Nobody writes into a finished shard: it was changed before.
      if let error = error as? OutputError, error.reason == .changedWhileRead {
        throw RunFailure([changed(error.path)])
      }
      throw error
    }
  }

  /// The files that shards have differently, by shard and path.
  private static func differences(_ shards: [String], _ manifests: [Manifest]) -> [Bilingual] {
    var problems: [(shard: Int, text: Bilingual)] = []
    for file in MergedEntries(manifests) {
      let path = file.entry.path
      for owner in file.owners.dropFirst()
      where manifests[owner].digest(of: path) != file.entry.digest {
        problems.append((owner, differing(path, shards[file.owners[0]], shards[owner])))
      }
    }
    return shards.indices.flatMap { shard in
      problems.filter { $0.shard == shard }.map(\.text)
    }
  }

  /// A shard's manifest, whose files are read again when they are copied.
  private static func manifest(of shard: String) throws -> Manifest {
    let path = shard + "/" + Manifest.fileName
    let bytes: [UInt8]
    do throws(OutputError) {
      bytes = try StoredFile.bytes(of: path, atMost: 1 << 30)
    } catch {
      guard case .system(_, let number) = error.reason, [ENOENT, ENOTDIR].contains(number) else {
        throw error
      }
      throw RunFailure([
        Bilingual(
          zh: "\(shard)：不是 build --shard 產出的資料夾（沒有 \(Manifest.fileName)）",
          en: "\(shard): no folder that build --shard wrote (there is no \(Manifest.fileName))")
      ])
    }
    guard let manifest = Manifest(bytes: bytes),
      overviewFiles.allSatisfy({ name in
        SafePath(name).map { manifest.digest(of: $0) != nil } ?? false
      })
    else {
      throw RunFailure([
        Bilingual(
          zh: "\(path)：不是 build --shard 產出的清單",
          en: "\(path): this is no manifest of a build --shard")
      ])
    }
    return manifest
  }

  private static func changed(_ path: String) -> Bilingual {
    Bilingual(
      zh: "\(path)：與其分片的清單不符，產出後已被更動；請重新產出該分片",
      en: "\(path): it is not what its shard's manifest says and was changed since; build the "
        + "shard again")
  }

  private static func differing(_ path: SafePath, _ one: String, _ two: String) -> Bilingual {
    Bilingual(
      zh: "\(path)：\(one) 與 \(two) 內容不同；各分片須以相同的資料、程式與選項產出",
      en: "\(path): \(one) and \(two) have different ones; all shards are made from the same data, "
        + "by the same program and with the same options")
  }

  /// What the overview of all shards says: its packets' folders, and its findings.
  ///
  /// One that can't be read says nothing, and is told of when it is copied.
  private static func overview(
    of shards: [String]
  ) -> (packets: [String], counts: SeverityCounts) {
    var links = AttributeValues(of: "packet", in: "contract")
    var severities = SeverityTally()
    var packets: [String] = []
    guard let shard = shards.first else { return (packets, severities.counts) }
    try? StoredFile.read(shard + "/season.xml", atMost: 1 << 30) { packets += links.values(in: $0) }
    try? StoredFile.read(shard + "/findings.csv", atMost: 1 << 40) { severities.take($0) }
    return (packets, severities.counts)
  }

  /// The packets that the overview links to and no shard has.
  private static func missing(_ packets: [String], _ manifests: [Manifest]) -> [Bilingual] {
    packets.compactMap { folder in
      guard let packet = SafePath(folder + "/" + PacketArchive.fileName),
        !manifests.contains(where: { $0.digest(of: packet) != nil })
      else { return nil }
      return Bilingual(
        zh: "\(folder)：沒有任何分片包含此審查資料；請補上缺少的分片",
        en: "\(folder): no shard has this packet; give the shard that is missing")
    }
  }
}
