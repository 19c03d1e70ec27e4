/// A BagIt 1.0 bag in the making: it appears at its place as a whole, or not at all, and never in
/// the place of another.
///
/// Names are ASCII without `%`, so that every validator reads them alike. Nothing in the bag tells
/// when or where it was made: the same files and fields give the same bytes.
package actor BagWriter {
  private let staging: Staging
  private var payload: [Manifest.Entry] = []
  private var tags: [Manifest.Entry] = []
  private var claims = NameClaims()
  /// Unit: bytes.
  private var payloadBytes = 0

  /// Begins a bag beside its place, where nothing may stand.
  package static func begin(at path: String) throws(OutputError) -> BagWriter {
    BagWriter(try Staging.begin(at: path, replacing: .nothing))
  }

  private init(_ staging: Staging) { self.staging = staging }

  /// Writes a file of the payload; the path is the one inside `data/`.
  package func addPayload(_ path: SafePath, _ bytes: [UInt8]) async throws(OutputError) {
    let path = try claimed(path.inside(BagLayout.payload))
    let digest = try await staging.write(path, bytes)
    payload.append(Manifest.Entry(path: path, digest: digest))
    payloadBytes += bytes.count
  }

  /// Copies a file from the disk into the payload; it must have the digest that is expected.
  package func addPayload(
    _ path: SafePath, copyOf file: String, sha256: String
  ) async throws(OutputError) {
    let path = try claimed(path.inside(BagLayout.payload))
    let count = try await staging.write(path, copyOf: file, sha256: sha256)
    payload.append(Manifest.Entry(path: path, digest: sha256))
    payloadBytes += count
  }

  /// Writes a file beside `data/`.
  package func addTag(_ path: SafePath, _ bytes: [UInt8]) async throws(OutputError) {
    let path = try claimed(path)
    tags.append(Manifest.Entry(path: path, digest: try await staging.write(path, bytes)))
  }

  /// Writes declaration, fields and manifests; gives the digest by which others name the bag.
  ///
  /// `Payload-Oxum` is added to the fields.
  package func seal(_ fields: [BagInfo.Field]) async throws(OutputError) -> String {
    let oxum = BagInfo.Field(BagLayout.oxum, "\(payloadBytes).\(payload.count)")
    try await addTag(name(BagLayout.declaration), Array(BagLayout.declarationText.utf8))
    try await addTag(name(BagLayout.info), BagInfo(fields + [oxum]).bytes)
    try await addTag(name(BagLayout.manifest(.sha256)), Manifest(payload).bytes)
    let manifest = Manifest(tags).bytes
    return try await staging.write(name(BagLayout.tagManifest(.sha256)), manifest)
  }

  /// Puts the sealed bag in place.
  package func commit() async throws(OutputError) {
    try await staging.commit(withManifest: false)
  }

  /// Gives the bag up; nothing of it is left.
  package func abort() async {
    await staging.abort()
  }

  private func name(_ text: String) -> SafePath { SafePath(components: [text]) }

  /// A path that no other of the bag is, whatever the case of its letters.
  private func claimed(_ path: SafePath) throws(OutputError) -> SafePath {
    guard claims.claim(path) else {
      throw OutputError(path.description, .writtenTwice)
    }
    return path
  }
}
