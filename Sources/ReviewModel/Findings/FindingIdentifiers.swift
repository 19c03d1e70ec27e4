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
    to findings: consuming [Finding], sha256Hex: ([UInt8]) -> String
  ) -> [Finding] {
    var counts: [[UInt8]: Int] = [:]
    counts.reserveCapacity(findings.count)
    for index in findings.indices {
      var bytes = bytes(of: findings[index])
      let number = counts[bytes, default: 0] + 1
      counts[bytes] = number
      if number > 1 { bytes += "\u{1F}\(number)".utf8 }
      findings[index].id = String(sha256Hex(bytes).prefix(length))
    }
    return findings
  }

  private static func bytes(of finding: Finding) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(96)
    bytes += finding.code.rawValue.utf8
    for part in [finding.contract?.text, finding.store?.text, finding.field?.key, finding.value] {
      bytes.append(0x1F)
      if let part { bytes += part.utf8 }
    }
    return bytes
  }
}

extension FindingIdentifiers {
  /// No season has more findings that say exactly the same.
  private static let mostEqual = 10_000

  /// Whether a finding's id follows from what it says, whatever its number among equals.
  ///
  /// A text that an archive could not keep as it was says nothing of the id.
  package static func isPossible(_ finding: Finding, sha256Hex: ([UInt8]) -> String) -> Bool {
    let bytes = bytes(of: finding)
    if bytes.firstPlace(of: Array("\u{FFFD}".utf8)) != nil { return true }
    if sha256Hex(bytes).hasPrefix(finding.id) { return finding.id.utf8.count == length }
    // A first one fits nearly always: the others are looked for only then.
    return (2...mostEqual).contains { number in
      sha256Hex(bytes + Array("\u{1F}\(number)".utf8)).prefix(length) == finding.id
    }
  }
}
