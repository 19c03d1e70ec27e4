import Foundation
import PacketDocuments
import PacketStore
import ReviewModel

/// L3: the packet's files made again from its `packet.xml`, and what differs from those in its folder.
struct DocumentCheckup {
  let files: PacketFiles
  let source: PacketSource
  /// The templates that the packet's own digest names, or others where they are not at hand.
  let templates: TemplateSet

  func result() throws -> LevelResult {
    let digest = Digest.sha256Hex(templates.canonicalBytes)
    let packet = source.archived.packet
    let old = packet.provenance
    let isSame = old.templates == digest
    let renderer = try DocumentRenderer(templates: templates, options: source.archived.options)
    var differences: [VerifyDifference] = []
    if !isSame {
      let (was, now) = (String(old.templates.prefix(12)), String(digest.prefix(12)))
      differences.append(
        VerifyDifference(
          .templates, source.path,
          zh: "審查資料以範本 \(was)… 產出，現有者為 \(now)…；以 --templates 指定原範本可逐位元組比對，此處只比對頁面所示數據",
          en: "the packet was made with the templates \(was)…, those at hand are \(now)…; with "
            + "--templates and its own its pages can be compared byte for byte, here only the figures "
            + "that they show are"))
    }
    let made: [DocumentFile]
    do throws(DocumentProblems) {
      made = try renderer.files(of: packet)
    } catch {
      return LevelResult(
        .documents,
        differences
          + error.problems.map {
            VerifyDifference(
              .editedArchive, source.path, zh: "由其內容無法產出文件：\($0.text.zh)",
              en: "its content gives no documents: \($0.text.en)")
          }, detail: Bilingual(zh: "", en: ""))
    }
    for file in made {
      guard let found = try? files.bytes(file.path) else {
        differences.append(
          VerifyDifference(.files, files.path(file.path), zh: "缺少此檔", en: "the file is missing"))
        continue
      }
      guard found != file.bytes else { continue }
      differences += difference(of: file, found, isSame: isSame, packet)
    }
    differences += strayFiles(made)
    return LevelResult(
      .documents, differences,
      detail: Bilingual(
        zh: "各頁面與表格皆可由 packet.xml 逐位元組重建",
        en: "every page and table can be made again from packet.xml, byte for byte"))
  }

  /// Files that a manifest may list, and that no packet.xml gives.
  private func strayFiles(_ made: [DocumentFile]) -> [VerifyDifference] {
    let known = Set(made.map { Array($0.path.utf8) } + [Array(Manifest.fileName.utf8)])
    let names = (try? FileManager.default.contentsOfDirectory(atPath: files.folder)) ?? []
    return names.sorted(by: bytesPrecede).filter { !known.contains(Array($0.utf8)) }.map { name in
      VerifyDifference(
        .files, files.path(name), zh: "packet.xml 不產出此檔；請移除或查明其來源",
        en: "packet.xml gives no such file; take it away, or find out where it comes from")
    }
  }

  private func difference(
    of file: DocumentFile, _ found: [UInt8], isSame: Bool, _ packet: Packet
  ) -> [VerifyDifference] {
    let place = files.path(file.path)
    if file.path.hasSuffix(".html") {
      let marks = PageEdits.differences(found, file.bytes, packet.figures, place)
      if !marks.isEmpty || !isSame { return marks }
    }
    guard isSame || file.path.hasSuffix(".csv") else { return [] }
    let (line, one, two) = PageEdits.firstDifference(found, file.bytes)
    let isArchive = file.path == PacketArchive.fileName
    return [
      VerifyDifference(
        isArchive ? .editedArchive : .editedPage, "\(place):\(line)",
        zh: "此行為「\(one)」，由 packet.xml \(isArchive ? "的內容" : "")應得「\(two)」"
          + (isArchive && packet.provenance.program != Release.program
            ? "（或因由 \(packet.provenance.program) 產出，本程式為 \(Release.program)）" : ""),
        en:
          "the line is “\(one)”; from \(isArchive ? "the content of " : "")packet.xml it is “\(two)”"
          + (isArchive && packet.provenance.program != Release.program
            ? " (or because \(packet.provenance.program) made it and this is \(Release.program))"
            : ""))
    ]
  }
}

/// What a person changed in a page.
enum PageEdits {
  /// The figures that a page marks otherwise than the archive has them, each with its line.
  ///
  /// A mark has its value twice, for machines and for people: one of them changed alone is found by
  /// the line that differs.
  static func differences(
    _ found: [UInt8], _ right: [UInt8], _ figures: [Figure], _ place: String
  ) -> [VerifyDifference] {
    let (one, two) = (FigureMark.marks(in: found), FigureMark.marks(in: right))
    guard one != two else { return [] }
    let values = Dictionary(
      figures.map { (FigureMark($0).name, $0) }, uniquingKeysWith: { first, _ in first })
    var differences: [VerifyDifference] = []
    var seen: Set<FigureMark> = []
    for mark in one where seen.insert(mark).inserted {
      let figure = values[mark.name]
      guard figure?.value.text != mark.value else { continue }
      let right = figure?.value.text ?? "—"
      let line = line(of: "data-value=\"\(mark.value)\"", mark, in: found)
      differences.append(
        VerifyDifference(
          .editedPage, "\(place):\(line)",
          zh: "\(mark.code) \(mark.subject) \(mark.period) 顯示 \(mark.value)，packet.xml 為 \(right)"
            + difference(mark, figure).zh,
          en:
            "\(mark.code) \(mark.subject) \(mark.period) is shown as \(mark.value), packet.xml has "
            + right + difference(mark, figure).en))
    }
    for mark in Set(two).subtracting(one).sorted(by: { $0.name.joined() < $1.name.joined() })
    where !one.contains(where: { $0.name == mark.name }) {
      differences.append(
        VerifyDifference(
          .editedPage, place,
          zh: "\(mark.code) \(mark.subject) \(mark.period) 未顯示（應為 \(mark.value)）",
          en: "\(mark.code) \(mark.subject) \(mark.period) is not shown (\(mark.value))"))
    }
    return differences
  }

  private static func difference(_ mark: FigureMark, _ figure: Figure?) -> Bilingual {
    guard let figure, figure.code.rule.unit == .money, let shown = Int128(mark.value),
      case .money(let right) = figure.value
    else { return Bilingual(zh: "", en: "") }
    let text = TWD(right.dollars - shown).displayText
    return Bilingual(zh: "（差 \(text)）", en: " (\(text))")
  }

  private static func line(of value: String, _ mark: FigureMark, in page: [UInt8]) -> Int {
    let lines = page.split(separator: 0x0A, omittingEmptySubsequences: false)
    let index = lines.firstIndex { line in
      let text = String(decoding: line, as: UTF8.self)
      return text.contains(value) && text.contains("data-figure=\"\(mark.code)\"")
        && text.contains("data-subject=\"\(mark.subject)\"")
    }
    return (index ?? 0) + 1
  }

  /// The first line in which two texts differ, with what stands there in both, shortened around the
  /// difference.
  static func firstDifference(
    _ found: [UInt8], _ right: [UInt8]
  ) -> (line: Int, found: String, right: String) {
    let common = zip(found, right).prefix { $0 == $1 }.count
    let line = found.prefix(common).count { $0 == 0x0A } + 1
    return (line, excerpt(found, around: common), excerpt(right, around: common))
  }

  private static func excerpt(_ bytes: [UInt8], around offset: Int) -> String {
    let start = bytes[..<min(offset, bytes.count)].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let end = bytes[min(offset, bytes.count)...].firstIndex(of: 0x0A) ?? bytes.count
    let first = max(start, offset - 40)
    let last = min(end, offset + 60)
    guard first < last else { return "" }
    let text = String(decoding: bytes[first..<last], as: UTF8.self)
    return (first > start ? "…" : "") + text + (last < end ? "…" : "")
  }
}

extension FigureMark {
  /// What the mark is of, without its value.
  var name: [String] { [scope, subject, code, period] }
}
