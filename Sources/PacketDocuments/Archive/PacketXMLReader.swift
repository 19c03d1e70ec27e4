internal import ReviewModel
internal import XMLTools

/// Reads `packet.xml` back: the same packet that it was written from.
///
/// What the schema rejects, another version of the format, or a value that no packet can have is an
/// error with its line. Hostile texts are refused by libxml2's limits and those of `PacketArchive`:
/// no document type, no entities, bounded size, depth and number of elements.
package struct PacketXMLReader: Sendable {
  private let schema: XMLSchema
  /// The program that reads, to tell a packet of a later one.
  private let program: String

  /// - Parameter program: The version of the program that reads.
  /// - Throws: `DocumentProblems` where the built-in schema can't be used.
  package init(program: String) throws(DocumentProblems) {
    self.program = program
    guard let source = TemplateSet.builtIn["review-packet.xsd"] else {
      throw DocumentProblems(problems: [.missingFile(name: "review-packet.xsd")])
    }
    do {
      schema = try XMLSchema(source: source)
    } catch {
      throw DocumentProblems(
        problems: error.complaints.map {
          .badSchema(name: "review-packet.xsd", line: $0.line, message: $0.message)
        })
    }
  }

  /// A text that was parsed, with what it says of itself, before the schema is asked.
  package struct Parsed {
    fileprivate let root: XMLElement
    /// The Canonical XML 1.1 form.
    package let canonical: [UInt8]
    /// What is against the schema; empty where nothing is.
    package let complaints: [PacketArchiveError.Fault]
  }

  /// The packet of a text.
  package func read(_ bytes: [UInt8]) throws(PacketArchiveError) -> ArchivedPacket {
    let parsed = try parse(bytes)
    guard parsed.complaints.isEmpty else { throw PacketArchiveError(parsed.complaints) }
    return try packet(of: parsed)
  }

  /// Parses a text and holds it against the schema.
  package func parse(_ bytes: [UInt8]) throws(PacketArchiveError) -> Parsed {
    let examined: (root: XMLElement?, canonical: [UInt8], complaints: [XMLComplaint])
    do {
      examined = try examine(bytes)
    } catch {
      throw PacketArchiveError(error.complaints.map { .init(malformed: $0) })
    }
    guard let root = examined.root else {
      throw PacketArchiveError(line: 0, zh: "沒有根元素", en: "it has no root element")
    }
    try checkVersion(of: root)
    return Parsed(
      root: root, canonical: examined.canonical,
      complaints: examined.complaints.map { complaint in
        .init(
          line: complaint.line,
          Bilingual(
            zh: "不符合 review-packet.xsd：\(complaint.message)",
            en: "against review-packet.xsd: \(complaint.message)"))
      })
  }

  private func examine(
    _ bytes: [UInt8]
  ) throws(XMLRejection) -> (XMLElement?, [UInt8], [XMLComplaint]) {
    let document = try XMLDocument(
      parsing: bytes, maximumBytes: PacketArchive.maximumBytes,
      maximumMarkup: PacketArchive.maximumMarkup)
    let complaints = schema.complaints(about: document)
    let canonical = try document.canonical()
    return (XMLElement(rootOf: document), canonical, complaints)
  }

  /// The packet of a text that the schema has accepted.
  package func packet(of parsed: Parsed) throws(PacketArchiveError) -> ArchivedPacket {
    try Self.packet(of: parsed.root)
  }

  /// The packet of an archive that the program has just written.
  static func packet(in archive: [UInt8]) throws -> Packet? {
    let document = try XMLDocument(parsing: archive, maximumBytes: archive.count)
    return try XMLElement(rootOf: document).map { try packet(of: $0).packet }
  }

  private static func packet(of root: XMLElement) throws(PacketArchiveError) -> ArchivedPacket {
    let provenance = try root.child("provenance")
    let contract = try root.parsed("contract", .number) { ContractID(text: $0) }
    let options = DocumentOptions(
      language: try provenance.code("language"), contacts: try provenance.code("contacts"))
    return ArchivedPacket(
      packet: Packet(
        provenance: try provenance.provenance(), review: try root.review(of: contract),
        district: try root.child("district").district(),
        solutions: try root.child("solutions").children.map {
          element throws(PacketArchiveError) in try element.solution()
        },
        figures: try root.child("figures").children.map {
          element throws(PacketArchiveError) in try element.figure()
        },
        findings: try root.child("findings").children.map {
          element throws(PacketArchiveError) in try element.finding()
        }),
      options: options)
  }

  /// Says clearly where a text is of another kind, or of a later version.
  private func checkVersion(of root: XMLElement) throws(PacketArchiveError) {
    let namespace = root.namespace ?? ""
    let isOurs = namespace.hasPrefix(PacketArchive.namespaceStem)
    let version = root.attribute("version") ?? ""
    let madeBy = root.children.first { $0.name == "provenance" }?.attribute("program") ?? "?"
    if isOurs, namespace != PacketArchive.namespace || Self.isLater(version, PacketArchive.version)
    {
      throw PacketArchiveError(
        line: root.line, isOfLaterVersion: true,
        zh: "格式版本 \(namespace) \(version)，由 review-packet \(madeBy) 產出；本程式 \(program) 只讀 "
          + "\(PacketArchive.namespace) \(PacketArchive.version)，請改用較新版本的 review-packet",
        en:
          "format \(namespace) \(version), made by review-packet \(madeBy); this is \(program), which "
          + "reads \(PacketArchive.namespace) \(PacketArchive.version): use a later review-packet")
    }
    guard isOurs, root.name == "packet" else {
      throw PacketArchiveError(
        line: root.line, zh: "根元素為 <\(root.name)>（命名空間「\(namespace)」）；應為 packet.xml 的 <packet>",
        en:
          "the root is <\(root.name)> in the namespace “\(namespace)”; expected the <packet> of a packet.xml"
      )
    }
  }

  /// Whether a version such as `1.10` comes after another.
  package static func isLater(_ version: String, _ other: String) -> Bool {
    func numbers(_ text: String) -> [Int] {
      text.split(separator: ".").prefix(4).map { Int($0) ?? 0 }
    }
    let (one, two) = (numbers(version), numbers(other))
    for index in 0..<max(one.count, two.count) {
      let left = index < one.count ? one[index] : 0
      let right = index < two.count ? two[index] : 0
      if left != right { return left > right }
    }
    return false
  }
}

extension PacketArchiveError.Fault {
  fileprivate init(malformed complaint: XMLComplaint) {
    let column = complaint.column > 0 ? ":\(complaint.column)" : ""
    self.init(
      line: complaint.line,
      Bilingual(
        zh: "不是可讀的 XML\(column.isEmpty ? "" : "（欄 \(complaint.column)）")：\(complaint.message)",
        en: "not XML that can be read\(column.isEmpty ? "" : " (column \(complaint.column))"): "
          + complaint.message))
  }
}

extension ContractID {
  /// `D001/12345675`; what stands before the last `/` is the district, as a row names it.
  init?(text: String) {
    guard let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")), slash != text.startIndex,
      let vendor = TaxID(digits: String(text[text.index(after: slash)...]))
    else { return nil }
    self.init(district: DistrictID(String(text[..<slash])), vendor: vendor)
  }
}
