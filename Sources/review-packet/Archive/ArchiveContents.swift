import PacketDocuments
import PacketStore
import ReviewModel

/// What every archive of a season has beside the packet: input, settings, registries, templates, schema.
struct ArchiveContents {
  /// A file below `data/`.
  enum Item {
    case bytes(SafePath, [UInt8])
    case copy(SafePath, of: String, sha256: String)
  }

  let items: [Item]

  /// - Parameters:
  ///   - inputs: The season's raw files.
  ///   - redacted: For public copies, the files that are rewritten.
  ///   - programme: The settings that applied.
  ///   - templates: Those that the packet was made with.
  /// - Throws: Where a template's name can't stand in an archive.
  init(
    _ inputs: SeasonInputs, redacted: RedactedSeason?, programme: Programme,
    templates: TemplateSet
  ) throws {
    var items: [Item] = []
    var index: [InputIndex.Entry] = []
    for file in inputs.files {
      let place = try Self.path(InputIndex.folder + "/" + file.name.description)
      var entry = InputIndex.Entry(
        path: file.path, sha256: file.sha256, byteCount: file.byteCount,
        name: file.name.description)
      if let bytes = redacted?.bytes(of: file.path) {
        items.append(.bytes(place, bytes))
        entry = InputIndex.Entry(
          path: file.path, sha256: Digest.sha256Hex(bytes), byteCount: bytes.count,
          name: entry.name)
      } else {
        items.append(.copy(place, of: file.location, sha256: file.sha256))
      }
      index.append(entry)
    }
    items.append(.bytes(try Self.path(InputIndex.path), InputIndex.bytes(of: index)))
    items.append(
      .bytes(
        try Self.path("programme.yaml"), Array(SeasonTemplate.programme(programme).utf8)))
    for page in ReferencePages.archived {
      items.append(.bytes(try Self.path("registry/" + page.name), Array(page.text.utf8)))
    }
    for file in templates.files {
      items.append(.bytes(try Self.path("templates/" + file.name), file.bytes))
    }
    if let schema = templates["review-packet.xsd"] {
      items.append(.bytes(try Self.path("schema/review-packet.xsd"), schema))
    }
    self.items = items
  }

  /// The second opinion on the packet's money, as files below `data/`.
  static func recompute(_ packet: Packet) -> [DocumentFile] { RecomputeFiles.files(of: packet) }

  static func path(_ text: String) throws(RunFailure) -> SafePath {
    guard let path = SafePath(text) else {
      throw RunFailure([
        Bilingual(
          zh: "\(text)：封存內的檔名只用 ASCII 字母、數字、「.」「_」「-」；請更名",
          en: "\(text): names in an archive are ASCII letters, digits, “.”, “_” and “-”; rename it")
      ])
    }
    return path
  }
}
