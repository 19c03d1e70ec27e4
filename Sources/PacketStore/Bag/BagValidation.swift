private import Glibc

/// One look at a bag, from its folder's names to every file's bytes.
struct BagValidation {
  private let folder: String
  private let limits: BagLimits
  private var problems: [BagProblem] = []
  private var sizes: [BagPath: Int] = [:]
  private var version = "1.0"
  private var manifests: [BagManifest] = []
  /// Unit: bytes of tag files read so far.
  private var tagBytes = 0

  init(_ folder: String, _ limits: BagLimits) {
    self.folder = folder
    self.limits = limits
  }

  mutating func run() throws(BagProblems) -> Bag {
    guard (try? FileCalls.kind(of: folder, followingLinks: true)) == .folder else {
      throw failure([BagProblem("", .notAFolder)])
    }
    let declaration = try? FileCalls.kind(
      of: folder + "/" + BagLayout.declaration, followingLinks: false)
    guard declaration != .nothing else { throw failure([BagProblem("", .notABag)]) }
    let listing = BagListing(folder, limits)
    problems = listing.problems
    guard listing.isComplete else { throw failure(problems) }
    sizes = Dictionary(
      listing.files.map { ($0.path, $0.size) }, uniquingKeysWith: { one, _ in one })
    readDeclaration()
    if sizes[BagPath(text: BagLayout.fetch)] != nil { add(BagLayout.fetch, .fetch) }
    readManifests()
    let info = readInfo()
    compareLists()
    checkSize(info)
    let sums = checkSums(of: listing.files)
    guard problems.isEmpty else { throw failure(problems) }
    let tagManifests = manifests.filter(\.listsTags)
    return Bag(
      folder: folder, version: version, info: info,
      payload: listing.files.filter(\.path.isPayload).compactMap { file in
        guard let path = SafePath(keeping: file.path.text), let digest = sums[file.path] else {
          return nil
        }
        return Manifest.Entry(path: path, digest: digest)
      },
      digest: sums[BagPath(text: BagLayout.tagManifest(.sha256))],
      unvouched: tagManifests.isEmpty
        ? []
        : listing.files.map(\.path).filter { path in
          !path.isPayload && BagManifest(named: path.text)?.listsTags != true
            && !tagManifests.contains { $0.entries[path] != nil }
        }.map(\.text))
  }

  private func failure(_ problems: [BagProblem]) -> BagProblems {
    var told = Array(problems.prefix(limits.problems))
    if told.count < problems.count { told.append(BagProblem("", .more(limits.problems))) }
    return BagProblems(folder: folder, problems: told)
  }

  /// Keeps a problem; beyond what is told, only that there are more.
  private mutating func add(_ path: String, _ reason: BagProblem.Reason) {
    guard problems.count <= limits.problems else { return }
    problems.append(BagProblem(path, reason))
  }

  /// The lines of a tag file; nil where it can't be taken, which is then a problem.
  private mutating func lines(of name: String) -> [BagLine]? {
    guard let size = sizes[BagPath(text: name)] else { return nil }
    let rest = limits.tagFileBytes - tagBytes
    guard size <= rest else {
      add(name, .longFile(size, rest))
      return nil
    }
    tagBytes += size
    do throws(OutputError) {
      let bytes = try FileCalls.bytes(of: folder + "/" + name, atMost: size)
      return lines(of: bytes, name)
    } catch {
      add(name, error.bagReason)
      return nil
    }
  }

  private mutating func lines(of bytes: [UInt8], _ name: String) -> [BagLine]? {
    do throws(BagProblem.Reason) {
      return try BagLine.lines(of: bytes, limits)
    } catch {
      add(name, error)
      return nil
    }
  }

  private mutating func readDeclaration() {
    let name = BagLayout.declaration
    guard let lines = lines(of: name) else { return }
    let fields = BagInfo.read(Array(lines.prefix(3))).info.fields
    guard lines.count == 2, fields.map(\.label) == ["BagIt-Version", "Tag-File-Character-Encoding"]
    else {
      add(
        name, .declaration(BagManifest.shown(lines.prefix(3).map(\.text).joined(separator: " / "))))
      return
    }
    version = fields[0].value
    if !BagLayout.versions.contains(version) { add(name, .version(BagManifest.shown(version))) }
    if fields[1].value.uppercased() != "UTF-8" {
      add(name, .encoding(BagManifest.shown(fields[1].value)))
    }
  }

  private mutating func readManifests() {
    let top = sizes.keys.filter { !$0.text.utf8.contains(UInt8(ascii: "/")) }.sorted()
    let found = top.compactMap { BagManifest(named: $0.text) }
    guard found.count <= limits.manifests else {
      return add("", .tooManyManifests(limits.manifests))
    }
    for manifest in found {
      var manifest = manifest
      // Of one that can't be read there is no more to be said.
      guard let lines = lines(of: manifest.name) else { continue }
      for line in lines {
        do throws(BagProblem.Reason) {
          try manifest.read(line, version: version)
        } catch {
          add(manifest.name, error)
        }
      }
      manifests.append(manifest)
    }
    if !found.contains(where: { !$0.listsTags && $0.algorithm.isTrusted }) {
      add("", .noTrustedManifest)
    }
  }

  private mutating func readInfo() -> BagInfo {
    guard let lines = lines(of: BagLayout.info) else { return BagInfo([]) }
    let (info, fault) = BagInfo.read(lines)
    if let fault { add(BagLayout.info, .infoLine(fault.number, BagManifest.shown(fault.text))) }
    return info
  }

  /// Each manifest lists what is there: a payload manifest all of the payload, a tag manifest at
  /// least the payload manifests.
  private mutating func compareLists() {
    for manifest in manifests {
      for path in manifest.entries.keys.sorted() where sizes[path] == nil {
        add(path.text, .missing(manifest: manifest.name))
      }
      let owed =
        manifest.listsTags
        ? manifests.filter { !$0.listsTags }.map { BagPath(text: $0.name) }
        : sizes.keys.filter(\.isPayload)
      for path in owed.sorted() where manifest.entries[path] == nil {
        add(path.text, .unlisted(manifest: manifest.name))
      }
    }
  }

  private mutating func checkSize(_ info: BagInfo) {
    let payload = sizes.filter(\.key.isPayload).values
    let bytes = payload.reduce(0) { sum, size in
      let (total, isOver) = sum.addingReportingOverflow(size)
      return isOver ? .max : total
    }
    if bytes > limits.payloadBytes { add("", .tooLarge(bytes, limits.payloadBytes)) }
    let claims = info.values(of: BagLayout.oxum)
    if claims.count > 1 { add(BagLayout.info, .oxumTwice) }
    if let claim = claims.first, claim != "\(bytes).\(payload.count)" {
      add(
        BagLayout.info,
        .oxum(BagManifest.shown(claim), bytes: bytes, files: payload.count))
    }
  }

  /// Reads every file once, and gives its SHA-256.
  private mutating func checkSums(of files: [BagListing.File]) -> [BagPath: String] {
    // Hours of reading would only tell more of a bag that is refused anyway.
    guard
      !problems.contains(where: { if case .tooLarge = $0.reason { true } else { false } })
    else { return [:] }
    var sums: [BagPath: String] = [:]
    for file in files {
      // A bag may be large: what was asked for is not wanted any more.
      if Task.isCancelled {
        add(file.path.text, .system(.read, ECANCELED))
        break
      }
      let listing = manifests.filter { $0.entries[file.path] != nil }
      guard !listing.isEmpty || file.path.text == BagLayout.tagManifest(.sha256) else { continue }
      var digests = BagDigests(Set(listing.map(\.algorithm)))
      var count = 0
      do throws(OutputError) {
        try FileCalls.readFile(folder + "/" + file.path.text, atMost: file.size) { piece in
          count += piece.count
          digests.update(piece)
        }
      } catch {
        add(file.path.text, error.bagReason)
        continue
      }
      guard count == file.size else {
        add(file.path.text, .changed)
        continue
      }
      let found = digests.finished()
      for manifest in listing {
        guard let expected = manifest.entries[file.path]?.digest,
          let digest = found[manifest.algorithm], digest != expected
        else { continue }
        add(
          file.path.text, .digest(manifest: manifest.name, expected: expected, found: digest))
      }
      sums[file.path] = found[.sha256]
    }
    return sums
  }
}
