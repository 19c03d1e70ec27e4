import Foundation
import PacketDocuments
import ReviewModel

/// Reads a folder of templates; a file that it lacks is taken from the built-in ones.
enum TemplateFolder {
  /// A template is a page's worth of text.
  ///
  /// Unit: bytes.
  private static let longest = 4 << 20

  /// The built-in templates, or those of a folder completed by them.
  static func set(_ folder: String?) throws -> TemplateSet {
    guard let folder else { return .builtIn }
    let (set, unused) = try read(folder)
    guard unused.isEmpty else {
      throw RunFailure(
        unused.map { name in
          Bilingual(
            zh: "\(folder)/\(name)：沒有文件使用此檔；請改為內建範本的檔名，或刪除此檔",
            en: "\(folder)/\(name): no document uses this file; give it a built-in template's "
              + "name, or remove it")
        })
    }
    return set
  }

  /// Refuses templates by which a document of the sample can't be made, with their places in the folder.
  ///
  /// Else the mistake would show when packets are made: in a document that then is not there.
  static func check(_ set: TemplateSet, of folder: String) throws {
    let faults = TemplateLint.faults(in: set)
    guard faults.isEmpty else {
      throw RunFailure(
        faults.map { fault in
          Bilingual(
            zh: folder + "/" + fault.text(in: .zhHant), en: folder + "/" + fault.text(in: .en))
        })
    }
  }

  /// The templates of a folder completed by the built-in ones, and its files that no document uses.
  static func read(_ folder: String) throws -> (set: TemplateSet, unused: [String]) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder),
      isFolder.boolValue
    else {
      throw RunFailure([
        Bilingual(
          zh: "\(folder)：找不到此範本資料夾", en: "\(folder): there is no such folder of templates")
      ])
    }
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
    let known = Set(TemplateSet.builtIn.files.map(\.name))
    let endings = [".mustache", ".css", ".xsd"]
    var files: [(name: String, bytes: [UInt8])] = []
    for name in names where known.contains(name) || endings.contains(where: name.hasSuffix) {
      let path = folder + "/" + name
      guard let contents = FileManager.default.contents(atPath: path),
        contents.count <= longest
      else {
        throw RunFailure([
          Bilingual(
            zh: "\(path)：無法讀取，或大於 4 MiB", en: "\(path): it can't be read, or is over 4 MiB")
        ])
      }
      files.append((name, Array(contents)))
    }
    let set = TemplateSet(files: files).completed(by: .builtIn)
    let taken = Set(files.map(\.name))
    let misnamed = names.filter { name in
      !taken.contains(name) && isLikeTemplate(name) && !isDirectory(folder + "/" + name)
    }
    guard !taken.isEmpty || !misnamed.isEmpty else { throw noTemplate(folder) }
    let unused = taken.filter { !known.contains($0) && !isUsed($0, in: set) }
    return (set, (unused + misnamed).sorted())
  }

  private static func noTemplate(_ folder: String) -> RunFailure {
    RunFailure([
      Bilingual(
        zh: "\(folder)：此資料夾沒有任何範本；請指定 templates export 產出的資料夾",
        en: "\(folder): there is no template in this folder; give one that templates export made")
    ])
  }

  /// Whether a file was meant for a template by its name, such as `cover.html` or
  /// `cover.html.mustache.txt`.
  private static func isLikeTemplate(_ name: String) -> Bool {
    let name = name.lowercased()
    return [".mustache", ".css", ".xsd"].contains(where: name.contains)
      || [".html", ".htm", ".xml"].contains(where: name.hasSuffix)
  }

  private static func isDirectory(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// Whether a template names a file that the built-in ones do not have, such as a partial.
  private static func isUsed(_ name: String, in set: TemplateSet) -> Bool {
    guard let ending = [".html.mustache", ".xml.mustache"].first(where: name.hasSuffix) else {
      return false
    }
    let stem = name.dropLast(ending.count)
    return set.files.contains { file in
      file.name != name && String(decoding: file.bytes, as: UTF8.self).contains(stem)
    }
  }
}
