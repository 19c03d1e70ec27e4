import PacketDocuments
import PacketStore
import ReviewModel

/// Writes one packet's archive and, where it is wanted, the public copy beside it.
struct ArchiveWriter {
  let sealable: SealablePacket
  /// The packet as the raw data gives it, which is what the folder holds.
  let packet: Packet
  let out: String
  let templates: TemplateSet
  let programme: Programme
  let inputs: SeasonInputs

  /// Seals the closed archive and, where it is wanted, the public copy.
  ///
  /// Both are whole before either is put in place; the result gets each one when it stands.
  func write(_ redacted: RedactedSeason?, _ result: inout Archiver.Result) async throws {
    let name = ArchiveName(
      sealable.contract, sealable.provenance.phase, year: programme.year, in: out)
    let closed = try BagWriter.begin(at: out + "/" + name.text)
    do {
      let one = try await fillClosed(closed, name)
      guard let redacted else {
        try await closed.commit()
        result.sealed.append(one)
        return
      }
      let copy = try BagWriter.begin(at: out + "/" + name.publicText)
      do {
        var leftOver: [PersonalTexts.Places] = []
        let two = try await fillPublic(copy, name, of: one.digest, redacted, &leftOver)
        try await closed.commit()
        result.sealed.append(one)
        try await copy.commit()
        result.sealed.append(two)
        result.leftOver += leftOver
      } catch {
        await copy.abort()
        throw error
      }
    } catch {
      await closed.abort()
      throw error
    }
  }

  private func fillClosed(_ bag: BagWriter, _ name: ArchiveName) async throws -> Archiver.Sealed {
    for file in sealable.files {
      try Task.checkCancellation()
      try await bag.addPayload(
        try ArchiveContents.path("packet/" + file.name.description),
        copyOf: sealable.folder + "/" + file.name.description, sha256: file.sha256)
    }
    var nothing: [PersonalTexts.Places] = []
    return try await finish(
      bag, packet, name.text, previous: name.previous,
      digests: (sealable.digest, sealable.canonicalDigest), redacted: nil, closed: nil, &nothing)
  }

  private func fillPublic(
    _ bag: BagWriter, _ name: ArchiveName, of closed: String, _ redacted: RedactedSeason,
    _ leftOver: inout [PersonalTexts.Places]
  ) async throws -> Archiver.Sealed {
    let packet = packet.redacted(isPersonal: { redacted.personal.isIn($0) }) {
      Digest.sha256Hex($0)
    }
    // Whatever the closed packet's pages show, those of the copy are masked.
    let options = DocumentOptions(language: sealable.options.language, contacts: .masked)
    let files = try DocumentRenderer(templates: templates, options: options).files(of: packet)
    let folder = try ArchiveContents.path("packet")
    var entries: [Manifest.Entry] = []
    for file in files {
      try Task.checkCancellation()
      let path = try ArchiveContents.path(file.path)
      try await bag.addPayload(path.inside(folder), file.bytes)
      entries.append(Manifest.Entry(path: path, digest: Digest.sha256Hex(file.bytes)))
      leftOver.append(
        redacted.personal.places(
          in: file.bytes, out + "/" + name.publicText + "/data/packet/" + file.path))
    }
    try await bag.addPayload(
      try ArchiveContents.path("packet/" + Manifest.fileName), Manifest(entries).bytes)
    let archive = files.first { $0.path == PacketArchive.fileName }?.bytes ?? []
    let parsed = try PacketXMLReader(program: Release.program).parse(archive)
    return try await finish(
      bag, packet, name.publicText, previous: name.previousPublic,
      digests: (Digest.sha256Hex(archive), Digest.sha256Hex(parsed.canonical)),
      redacted: redacted, closed: closed, &leftOver)
  }

  /// Adds what stands beside the packet, and seals.
  ///
  /// The last parameter gets where a public copy's files have a contact or a phone. Input files are looked
  /// through once for all packets; the registry has words of this program alone.
  private func finish(
    _ bag: BagWriter, _ packet: Packet, _ name: String, previous: String?,
    digests: (packet: String, canonical: String), redacted: RedactedSeason?, closed: String?,
    _ leftOver: inout [PersonalTexts.Places]
  ) async throws -> Archiver.Sealed {
    func look(through bytes: [UInt8], _ file: String) {
      guard let personal = redacted?.personal else { return }
      leftOver.append(personal.places(in: bytes, "\(out)/\(name)/\(file)"))
    }
    let contents = try ArchiveContents(
      inputs, redacted: redacted, programme: programme, templates: templates)
    for item in contents.items {
      try Task.checkCancellation()
      switch item {
      case .bytes(let path, let bytes):
        try await bag.addPayload(path, bytes)
        if path.components[0] != InputIndex.folder, path.components[0] != "registry" {
          look(through: bytes, "data/\(path)")
        }
      case .copy(let path, let file, let sha256):
        try await bag.addPayload(path, copyOf: file, sha256: sha256)
      }
    }
    let recompute = ArchiveContents.recompute(packet)
    for file in recompute {
      try await bag.addPayload(try ArchiveContents.path(file.path), file.bytes)
      look(through: file.bytes, "data/\(file.path)")
    }
    let readme = ArchiveReadme(
      packet: packet, isPublic: closed != nil, hasRecompute: !recompute.isEmpty)
    try await bag.addTag(try ArchiveContents.path("README.txt"), readme.bytes)
    look(through: readme.bytes, "README.txt")
    try Task.checkCancellation()
    let supersedes = try previous.map { try earlierDigest($0) }
    let fields = ArchiveInfo.fields(
      packet, name: name, digests: digests, supersedes: supersedes, closed: closed)
    look(through: BagInfo(fields).bytes, "bag-info.txt")
    let digest = try await bag.seal(fields)
    return Archiver.Sealed(
      contract: packet.review.id, path: out + "/" + name, digest: digest, supersedes: supersedes,
      verdict: packet.review.verdict, isPublic: closed != nil)
  }

  /// The digest of the archive that is replaced in its meaning.
  private func earlierDigest(_ name: String) throws -> String {
    if let digest = try Bag.digest(of: out + "/" + name) { return digest }
    throw RunFailure([
      Bilingual(
        zh: "\(out)/\(name)：名稱是先前的封存，卻沒有 tagmanifest-sha256.txt；請移出後再執行",
        en: "\(out)/\(name): it has the name of an earlier archive, but no tagmanifest-sha256.txt; "
          + "move it away and run again")
    ])
  }
}
