/// A relative path of an output file that cannot leave its folder.
///
/// Names from input files never reach the file system unless they pass here: no empty component, no
/// `.` or `..`, no absolute path, and nothing that `sha256sum` would have to escape.
package struct SafePath: Hashable, Sendable, CustomStringConvertible {
  /// The components, at least one.
  package let components: [String]

  /// The path with `/` between its components.
  package let description: String

  /// Makes a path of ASCII letters, digits, `.`, `_` and `-`, no component beginning with `.` or `-`.
  package init?(_ text: String) {
    self.init(text) { component in
      guard let first = component.first, first != UInt8(ascii: "."), first != UInt8(ascii: "-")
      else { return false }
      return component.allSatisfy(Self.isPlain)
    }
  }

  /// Makes a path that keeps a name from the user's own folder, which may be Chinese or hold spaces.
  ///
  /// Only what could leave the folder, break a line or hide a name's direction is rejected.
  package init?(keeping text: String) {
    guard !text.unicodeScalars.contains(where: Self.isTreacherous) else { return nil }
    self.init(text) { !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) }
  }

  private init?(_ text: String, allows isAllowed: (Substring.UTF8View) -> Bool) {
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    var components: [String] = []
    for part in parts {
      let component = Substring(part)
      guard component.utf8.count <= 255, isAllowed(component.utf8) else { return nil }
      components.append(String(component))
    }
    self.init(components: components)
  }

  /// This path inside a folder.
  package func inside(_ folder: SafePath) -> SafePath {
    SafePath(components: folder.components + components)
  }

  /// The folders above the file, outermost first; empty for a file at the top.
  package var folders: [SafePath] {
    (1..<components.count).map { SafePath(components: Array(components.prefix($0))) }
  }

  /// The rest of the path below a folder, or nil where it is not inside.
  package func relative(to folder: SafePath) -> SafePath? {
    guard components.count > folder.components.count, components.starts(with: folder.components)
    else { return nil }
    return SafePath(components: Array(components.dropFirst(folder.components.count)))
  }

  /// Whether Windows could write the path too: no component is the name of a device, whatever its ending,
  /// or ends with a dot.
  package var isPortable: Bool {
    components.allSatisfy { component in
      let stem = component.utf8.prefix { $0 != UInt8(ascii: ".") }
      return component.utf8.last != UInt8(ascii: ".")
        && !Self.devices.contains(String(decoding: stem, as: UTF8.self).uppercased())
    }
  }

  private static let devices: Set<String> = Set(["CON", "PRN", "AUX", "NUL"]).union(
    (1...9).flatMap { ["COM\($0)", "LPT\($0)"] })

  /// Joins components that are known to be harmless.
  init(components: [String]) {
    self.components = components
    description = components.joined(separator: "/")
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private static func isTreacherous(_ scalar: Unicode.Scalar) -> Bool {
    // The library's table takes long, and of ASCII these are all of its controls.
    if scalar.isASCII { return scalar < " " || scalar == "\u{7F}" || scalar == "\\" }
    return switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}

extension SafePath: Comparable {
  /// The order of the paths' bytes, as `LC_ALL=C sort` has it.
  package static func < (left: SafePath, right: SafePath) -> Bool {
    left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
  }

  /// Whether the bytes agree; composed and decomposed letters are different file names.
  package static func == (left: SafePath, right: SafePath) -> Bool {
    left.description.utf8.elementsEqual(right.description.utf8)
  }

  /// Feeds the bytes, to agree with `==`.
  package func hash(into hasher: inout Hasher) {
    var text = description
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
