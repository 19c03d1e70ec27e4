import ReviewModel

/// Finds the store that a page path names, by a solution's `ga_store_pattern`.
///
/// The whole path must match: the id in any case, the rest exactly. Scheme, host, query, fragment
/// and a final slash are taken off both.
struct StorePath {
  private static let placeholder = "{store_id}"

  private let before: [UInt8]
  private let after: [UInt8]

  /// Nil where the pattern has no `{store_id}` in its path.
  init?(pattern: String) {
    let path = Self.bare(pattern)
    guard let range = path.firstRange(of: Self.placeholder) else { return nil }
    before = Array(path[..<range.lowerBound].utf8)
    after = Array(path[range.upperBound...].utf8)
  }

  /// The id in upper case, where the path fits.
  func store(in text: String) -> String? {
    text.withBytes { bytes in
      if Self.isBare(bytes) { return store(ofBare: bytes) }
      return Self.bare(text).withBytes { store(ofBare: $0) }
    }
  }

  private func store(ofBare path: UnsafeBufferPointer<UInt8>) -> String? {
    guard let id = part(ofBare: path),
      case .value(let store) = CellParser.id(String(decoding: id, as: UTF8.self))
    else { return nil }
    return store
  }

  /// What stands where the pattern has the id.
  ///
  /// - Parameter path: A path for which `isBare` holds.
  /// - Returns: Its bytes; nil where the path does not fit.
  func part(ofBare path: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
    guard path.count > before.count + after.count, path.starts(with: before),
      path[(path.count - after.count)...].elementsEqual(after)
    else { return nil }
    return UnsafeBufferPointer(rebasing: path[before.count..<(path.count - after.count)])
  }

  /// Whether a text is a path alone as it stands, without blanks, which nearly all are.
  static func isBare(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count > 1, text[0] == UInt8(ascii: "/"), text.last != UInt8(ascii: "/") else {
      return false
    }
    // `?`, `#`, and `:` of a scheme.
    return text.allSatisfy {
      (0x21...0x7E).contains($0) && $0 != 0x3F && $0 != 0x23 && $0 != 0x3A
    }
  }

  /// The path alone, beginning with a slash and without one at its end.
  private static func bare(_ text: String) -> String {
    var path = Substring(text)
    if let end = path.firstIndex(where: { $0 == "?" || $0 == "#" }) { path = path[..<end] }
    if let scheme = path.firstRange(of: "://") {
      path = path[scheme.upperBound...]
      path = path.firstIndex(of: "/").map { path[$0...] } ?? ""
    } else if !path.hasPrefix("/"), let slash = path.firstIndex(of: "/") {
      // Universal's reports put the host before the path, without a scheme.
      let host = path[..<slash]
      if host.contains(".") || host.contains(":") || host == "localhost" { path = path[slash...] }
    }
    if path.hasSuffix("/") { path = path.dropLast() }
    return path.hasPrefix("/") ? String(path) : "/" + path
  }
}
