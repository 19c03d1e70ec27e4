/// The templates of a folder with their style sheets and schema, as bytes under their names.
package struct TemplateSet: Sendable {
  package typealias File = (name: String, bytes: [UInt8])

  /// Sorted by the bytes of their names; of a name given twice the last counts.
  package let files: [File]

  /// - Parameter files: Each by its path in the folder, with `/` (`partials/files.html.mustache`).
  package init(files: [(name: String, bytes: [UInt8])]) {
    var byName: [String: [UInt8]] = [:]
    for file in files { byName[file.name] = file.bytes }
    self.files = byName.map { (name: $0.key, bytes: $0.value) }
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The templates that the program carries inside itself.
  package static let builtIn = TemplateSet(files: BuiltIns.files)

  /// This folder, with a built-in file for each name that it lacks.
  package func completed(by other: TemplateSet) -> TemplateSet {
    TemplateSet(files: other.files + files)
  }

  package subscript(name: String) -> [UInt8]? {
    files.first { $0.name == name }?.bytes
  }

  /// Names and bytes in order, each led by its length, so that no two sets give the same bytes.
  package var canonicalBytes: [UInt8] {
    files.flatMap { file in
      let head = "\(file.name.utf8.count) \(file.name)\n\(file.bytes.count)\n"
      return Array(head.utf8) + file.bytes + [lineFeed]
    }
  }

  /// The Mustache files, as the library takes them.
  var sources: [String: [UInt8]] {
    Dictionary(
      files.filter { $0.name.hasSuffix(".mustache") }.map { ($0.name, $0.bytes) },
      uniquingKeysWith: { _, last in last })
  }
}
