import PacketDocuments
import PacketStore
import ReviewModel
import ReviewRules

/// The packets of an earlier output that this run would make again, byte for byte.
///
/// They are told by digests, never by times: that of the whole input where it is the same, else that of
/// each packet's own `packet.xml`, from which alone all of its files follow. Each file that is kept is
/// held against the manifest. One packet is always made anew, so that another build of the program,
/// which no version tells, keeps nothing.
struct EarlierOutput: Sendable {
  private let manifest: Manifest
  /// The SHA-256 of the input files that it was made from.
  private let inputs: Set<String>
  /// Whether season, rules, templates, program and options are those of this run.
  let isOfSameSeason: Bool

  /// - Parameters:
  ///   - out: The output folder.
  ///   - manifest: Its manifest, or nil where nothing is there.
  ///   - assembly: This run's packets.
  ///   - renderer: This run's documents.
  /// - Throws: `DocumentProblems` where this run's provenance can't be made.
  init?(
    at out: String, _ manifest: Manifest?, _ assembly: PacketAssembly, _ renderer: DocumentRenderer
  ) throws {
    guard let manifest, let path = SafePath("season.xml"),
      let digest = manifest.digest(of: path),
      let old = try? StoredFile.head(
        of: out + "/season.xml", through: Array("</provenance>".utf8), atMost: 1 << 30),
      old.sha256 == digest
    else { return nil }
    let fresh = try renderer.archivedXML(of: assembly.emptyOverview)
    guard let was = Self.element("provenance", of: old.bytes),
      let now = Self.element("provenance", of: fresh),
      // Program, rules, templates, options, days and settings stand in every packet.
      Self.element("provenance", of: old.bytes, through: "programme")
        == Self.element("provenance", of: fresh, through: "programme")
    else { return nil }
    self.manifest = manifest
    isOfSameSeason = was == now
    inputs = Self.inputs(in: was)
  }

  /// Why nobody can tell from what an output was made: its overview is not what the manifest says, or
  /// can't be read.
  static func overviewFault(at out: String, _ manifest: Manifest) -> OutputError? {
    guard let path = SafePath("season.xml"), let digest = manifest.digest(of: path) else {
      return nil
    }
    let place = out + "/season.xml"
    do throws(OutputError) {
      return try StoredFile.sha256(of: place) == digest
        ? nil : OutputError(place, .changedSinceWritten)
    } catch {
      guard case .system(_, let number) = error.reason else { return error }
      return OutputError(place, .lostSinceWritten(number))
    }
  }

  /// Whether there is a packet in the folder.
  func hasPacket(in folder: SafePath) -> Bool {
    manifest.hasFiles(below: folder)
  }

  /// Whether the folder's packet is what this run would make.
  func holds(
    _ packet: Packet, in folder: SafePath, _ renderer: DocumentRenderer
  ) throws -> Bool {
    guard let path = SafePath(PacketArchive.fileName)?.inside(folder),
      let digest = manifest.digest(of: path)
    else { return false }
    if isOfSameSeason { return true }
    // A packet names its files: where one is new, there is no need to make anything.
    guard packet.provenance.files.allSatisfy({ inputs.contains($0.sha256) }) else { return false }
    return Digest.sha256Hex(try renderer.archivedXML(of: packet)) == digest
  }

  /// Whether all files of a packet are what this run makes, which is tried with one of them.
  func isMadeAlike(
    _ packet: Packet, in folder: SafePath, _ renderer: DocumentRenderer
  ) throws -> Bool {
    try renderer.files(of: packet).allSatisfy { file in
      SafePath(file.path).map {
        manifest.digest(of: $0.inside(folder)) == Digest.sha256Hex(file.bytes)
      } ?? false
    }
  }

  /// The bytes of a document's first element of a name, or up to the end of another one.
  private static func element(
    _ name: String, of document: [UInt8], through last: String? = nil
  ) -> ArraySlice<UInt8>? {
    guard let start = document.firstPlace(of: Array("<\(name) ".utf8)),
      let end = document[start.upperBound...].firstPlace(of: Array("</\(last ?? name)>".utf8))
    else { return nil }
    return document[start.lowerBound..<end.upperBound]
  }

  /// The values of the attributes `sha256`.
  private static func inputs(in provenance: ArraySlice<UInt8>) -> Set<String> {
    let mark = Array(" sha256=\"".utf8)
    var found: Set<String> = []
    var rest = provenance
    while let next = rest.firstPlace(of: mark) {
      found.insert(String(decoding: rest[next.upperBound...].prefix(64), as: UTF8.self))
      rest = rest[next.upperBound...]
    }
    return found
  }
}
