import ReviewModel

/// Finds the store that a page path names, by a solution's `ga_store_pattern`.
///
/// The whole path must match: the id in any case, the rest exactly. Scheme, host, query, fragment
/// and a final slash are taken off both.
struct StorePath {
  private static let placeholder = "{store_id}"

  private let before: String
  private let after: String

  /// Nil where the pattern has no `{store_id}` in its path.
  init?(pattern: String) {
    let path = Self.bare(pattern)
    guard let range = path.firstRange(of: Self.placeholder) else { return nil }
    before = String(path[..<range.lowerBound])
    after = String(path[range.upperBound...])
  }

  /// The id in upper case, where the path fits.
  func store(in text: String) -> String? {
    let path = Self.bare(text)
    guard path.utf8.starts(with: before.utf8),
      path.utf8.count > before.utf8.count + after.utf8.count,
      path.utf8.reversed().starts(with: after.utf8.reversed())
    else { return nil }
    let id = path.utf8.dropFirst(before.utf8.count).dropLast(after.utf8.count)
    guard case .value(let store) = CellParser.id(String(Substring(id))) else { return nil }
    return store
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
