import PacketDocuments
import PacketStore
import ReviewModel

/// `build --from`: a packet's files again, from its `packet.xml` alone.
struct RebuiltPacket {
  let packet: Packet
  let files: [DocumentFile]
  /// What a person should know: other templates, an archive that was changed since its manifest was
  /// written, or one that this program would write otherwise.
  let notes: [Bilingual]

  /// - Parameters:
  ///   - source: The packet with the bytes that it was read from.
  ///   - templates: Those to use; nil for the built-in ones.
  ///   - language: Nil: as the packet's pages were.
  ///   - contacts: Nil: as the packet's pages were.
  /// - Throws: `TemplateProblems` and `DocumentProblems` for templates that can't be used.
  init(
    _ source: PacketSource, templates: TemplateSet?, language: Language? = nil,
    contacts: ContactDisplay? = nil
  ) throws {
    let set = templates ?? .builtIn
    let digest = Digest.sha256Hex(set.canonicalBytes)
    var options = source.archived.options
    options.language = language ?? options.language
    options.contacts = contacts ?? options.contacts
    let old = source.archived.packet
    packet = old.with(templates: digest)
    let renderer = try DocumentRenderer(templates: set, options: options)
    var files = try renderer.files(of: packet)
    var notes = source.isOtherThanListed ? [Self.otherThanListed(source)] : []
    let isAsItWas = old.provenance.templates == digest && options == source.archived.options
    if old.provenance.templates != digest {
      notes.append(Self.otherTemplates(old.provenance, digest, isChosen: templates != nil))
    }
    if isAsItWas, let index = files.firstIndex(where: { $0.path == PacketArchive.fileName }),
      files[index].bytes != source.bytes
    {
      notes.append(Self.otherBytes(source, files[index].bytes, old.provenance))
      files[index] = DocumentFile(path: PacketArchive.fileName, bytes: source.bytes)
    }
    self.files = files
    self.notes = notes
  }

  /// Writes the packet's folder, whole or not at all.
  func write(to out: String, _ language: Language) async throws -> PacketBuilder.Built {
    let staging = try Staging.begin(at: out)
    do throws(OutputError) {
      for file in files {
        guard let path = SafePath(file.path) else { continue }
        try await staging.write(path, file.bytes)
      }
      let committed = try await staging.commit()
      return PacketBuilder.Built(
        folder: out, report: out + "/index.html",
        lines: committed.leftBehind.map { [PacketBuilder.leftBehindLine($0, language)] } ?? [],
        figures: packet.figures)
    } catch {
      await staging.abort()
      throw error
    }
  }

  private static func otherTemplates(
    _ old: Provenance, _ digest: String, isChosen: Bool
  ) -> Bilingual {
    let (was, now) = (String(old.templates.prefix(12)), String(digest.prefix(12)))
    return isChosen
      ? Bilingual(
        zh: "範本與原審查資料不同（原 \(was)…，今 \(now)…）：頁面與 packet.xml 的範本摘要依今用範本",
        en:
          "other templates than the packet's (\(was)…, now \(now)…): the pages, and the digest of "
          + "the templates in packet.xml, follow those given")
      : Bilingual(
        zh: "原審查資料由 review-packet \(old.program) 以範本 \(was)… 產出，本程式內建範本為 \(now)…："
          + "頁面可能不同；以 --templates 指定原範本（封存內 data/templates）即可產出相同頁面",
        en: "the packet was made by review-packet \(old.program) with the templates \(was)…, those "
          + "of this program are \(now)…: pages may differ; --templates with the packet's own "
          + "(data/templates in an archive) gives the same")
  }

  private static func otherThanListed(_ source: PacketSource) -> Bilingual {
    Bilingual(
      zh: "\(source.path)：與旁邊的 \(Manifest.fileName) 所列不符，產出後已被更動；重新產出的文件依更動後的內容，可用 verify 查明",
      en: "\(source.path): it is not what the \(Manifest.fileName) beside it says and was changed "
        + "since; the documents follow what it says now, and verify tells more")
  }

  private static func otherBytes(
    _ source: PacketSource, _ rendered: [UInt8], _ old: Provenance
  ) -> Bilingual {
    let line = zip(source.bytes, rendered).prefix { $0 == $1 }.count { $0.0 == 0x0A } + 1
    return Bilingual(
      zh: "\(source.path):\(line)：與 review-packet \(Release.program) 由相同內容寫出的不同"
        + "（此檔由 \(old.program) 產出，或經改寫）；packet.xml 原樣保留，可用 verify 查明",
      en: "\(source.path):\(line): review-packet \(Release.program) would write the same content "
        + "otherwise (the file was made by \(old.program), or written anew by hand); it is kept as "
        + "it is, and verify tells more")
  }
}

extension Packet {
  /// The packet as it is when its documents are made with other templates.
  func with(templates digest: String) -> Packet {
    let old = provenance
    return Packet(
      provenance: Provenance(
        program: old.program, ruleSet: old.ruleSet, templates: digest, phase: old.phase,
        asOf: old.asOf, lastDay: old.lastDay, programme: old.programme, files: old.files,
        mended: old.mended),
      review: review, district: district, solutions: solutions, figures: figures,
      findings: findings)
  }
}
