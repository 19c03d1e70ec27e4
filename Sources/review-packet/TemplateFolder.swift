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
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder),
      isFolder.boolValue
    else {
      throw RunFailure([
        Bilingual(
          zh: "--templates \(folder)：找不到此資料夾", en: "--templates \(folder): there is no such folder")
      ])
    }
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
    let known = Set(TemplateSet.builtIn.files.map(\.name))
    var files: [(name: String, bytes: [UInt8])] = []
    for name in names where known.contains(name) || name.hasSuffix(".mustache") {
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
    return TemplateSet(files: files).completed(by: .builtIn)
  }
}
