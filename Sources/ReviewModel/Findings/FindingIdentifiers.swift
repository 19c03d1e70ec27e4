/// Gives each finding an id that stays the same when a file is sorted or exported again.
package enum FindingIdentifiers {
  private static let length = 12

  /// The ids: the first 12 hex digits of the SHA-256 of code, contract, store, field and value,
  /// separated by U+001F, and of a number among equals, from the second on.
  ///
  /// - Parameters:
  ///   - findings: In their order.
  ///   - sha256Hex: The digest of bytes, as hex digits.
  /// - Returns: The same findings with their ids.
  package static func assigned(
    to findings: [Finding], sha256Hex: ([UInt8]) -> String
  ) -> [Finding] {
    var counts: [[String]: Int] = [:]
    return findings.map { finding in
      let parts = [
        finding.code.rawValue, finding.contract?.text ?? "", finding.store?.text ?? "",
        finding.field?.key ?? "", finding.value ?? "",
      ]
      let number = counts[parts, default: 0] + 1
      counts[parts] = number
      var bytes = Array(parts.joined(separator: "\u{1F}").utf8)
      if number > 1 { bytes += Array("\u{1F}\(number)".utf8) }
      var named = finding
      named.id = String(sha256Hex(bytes).prefix(length))
      return named
    }
  }
}
