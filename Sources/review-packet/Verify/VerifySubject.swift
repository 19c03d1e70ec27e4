import Foundation
import PacketDocuments
import PacketStore
import ReviewModel

/// What `verify` looks at: a packet's folder, by itself or in a sealed archive.
struct VerifySubject {
  /// As it was typed, or found below what was typed.
  let path: String
  let isArchive: Bool

  /// The folder that holds `packet.xml`.
  var packet: String { isArchive ? path + "/data/packet" : path }
  /// The templates that the packet was made with, in an archive.
  var templates: String { path + "/data/templates" }

  fileprivate static func one(at path: String) -> VerifySubject? {
    let manager = FileManager.default
    if manager.fileExists(atPath: path + "/bagit.txt") {
      return VerifySubject(path: path, isArchive: true)
    }
    return manager.fileExists(atPath: path + "/" + PacketArchive.fileName)
      ? VerifySubject(path: path, isArchive: false) : nil
  }
}

/// What a path names: a packet, an archive, or a folder of either.
struct VerifyPlace {
  /// The folder that the subjects stand in; nil where the path names one of them, or no folder.
  let folder: String?
  let subjects: [VerifySubject]

  init(_ typed: String) {
    var path = Console.withoutFinalSlash(typed)
    if path == PacketArchive.fileName { path = "." }
    if path.hasSuffix("/" + PacketArchive.fileName) {
      path.removeLast(PacketArchive.fileName.utf8.count + 1)
    }
    if let subject = VerifySubject.one(at: path) {
      (folder, subjects) = (nil, [subject])
      return
    }
    let names = try? FileManager.default.contentsOfDirectory(atPath: path)
    folder = names.map { _ in path }
    subjects = (names ?? []).sorted(by: bytesPrecede).compactMap {
      VerifySubject.one(at: path + "/" + $0)
    }
  }
}

/// A sealed archive as it was found.
struct VerifiedBag {
  let path: String
  /// Nil where anything in it is wrong.
  let bag: Bag?
  let differences: [VerifyDifference]

  init(_ path: String) {
    self.path = path
    do throws(BagProblems) {
      bag = try Bag.validated(at: path)
      differences = []
    } catch {
      bag = nil
      differences = error.texts.map {
        VerifyDifference(.files, path, zh: $0.chinese, en: $0.english)
      }
    }
  }

  var isPublic: Bool { bag?.info[ArchiveInfo.redactedFrom] != nil }

  /// L0: what no digest of the bag vouches for.
  ///
  /// The standard allows it, and `archive` leaves none.
  var unvouched: [VerifyDifference] {
    guard let bag else { return [] }
    guard bag.digest != nil else {
      return [
        VerifyDifference(
          .files, path + "/tagmanifest-sha256.txt",
          zh: "缺少此清單；bag-info.txt 等檔案的內容無從證明",
          en:
            "the manifest is missing; nothing vouches for bag-info.txt and the other files beside data/"
        )
      ]
    }
    return bag.unvouched.map { name in
      VerifyDifference(
        .files, path + "/" + name, zh: "tagmanifest-sha256.txt 未列此檔，無從證明其內容",
        en: "tagmanifest-sha256.txt does not list it; nothing vouches for it")
    }
  }

  /// L2: what `bag-info.txt` says of the packet is what the packet says.
  func claimDifferences(_ packet: Packet) -> [VerifyDifference] {
    guard let bag else { return [] }
    let told = [
      "Internal-Sender-Identifier", "Phase", "As-Of", "Verdict", "Rule-Set", "Program-Version",
    ]
    let fields = ArchiveInfo.fields(
      packet, name: "", digests: ("", ""), supersedes: nil, closed: nil)
    return fields.filter { told.contains($0.label) }.compactMap { field in
      let found = bag.info[field.label] ?? "—"
      guard !found.utf8.elementsEqual(field.value.utf8) else { return nil }
      return VerifyDifference(
        .files, path + "/bag-info.txt", zh: "\(field.label) 為 \(found)，packet.xml 為 \(field.value)",
        en: "\(field.label) is \(found), packet.xml has \(field.value)")
    }
  }

  /// L2: the digests in `bag-info.txt` are those of the packet.
  func digestDifferences(_ bytes: [UInt8], _ canonical: [UInt8]) -> [VerifyDifference] {
    guard let bag else { return [] }
    let expected = [
      ("Packet-Digest", Digest.sha256Hex(bytes)),
      ("Canonical-Digest", Digest.sha256Hex(canonical)),
    ]
    return expected.compactMap { label, digest in
      let found = bag.info[label] ?? "—"
      guard found != digest else { return nil }
      return VerifyDifference(
        .canonical, path + "/bag-info.txt", zh: "\(label) 為 \(found)，packet.xml 為 \(digest)",
        en: "\(label) is \(found), packet.xml has \(digest)")
    }
  }
}
