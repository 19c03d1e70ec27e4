import PacketStore
import ReviewModel

/// What `bag-info.txt` says of a packet's archive.
enum ArchiveInfo {
  static let supersedes = "Supersedes"
  static let redactedFrom = "Redacted-From"

  /// The fields: the standard's own where they fit, then those of the packet.
  ///
  /// - Parameters:
  ///   - packet: The packet that the bag holds.
  ///   - name: The bag's name.
  ///   - digests: Of `packet.xml`, and of its canonical form.
  ///   - supersedes: The digest of the bag that this one replaces.
  ///   - closed: For a public copy, the digest of the closed bag.
  /// - Returns: The fields in their order.
  static func fields(
    _ packet: Packet, name: String, digests: (packet: String, canonical: String),
    supersedes: String?, closed: String?
  ) -> [BagInfo.Field] {
    let (provenance, approval) = (packet.provenance, packet.review.approval)
    let phase = provenance.phase == .final ? "期末" : "期中"
    var fields = [
      BagInfo.Field("Source-Organization", approval.vendorName),
      BagInfo.Field(
        "External-Description",
        "\(provenance.programme.year)年度 \(provenance.programme.title) \(phase)審查資料："
          + "\(approval.districtName)／\(approval.vendorName)"
          + (closed == nil ? "" : "（公開版，聯絡人與電話已遮蔽）")),
      BagInfo.Field("External-Identifier", name),
      BagInfo.Field("Internal-Sender-Identifier", packet.review.id.text),
      BagInfo.Field("Phase", provenance.phase.rawValue),
      BagInfo.Field("As-Of", provenance.asOf.isoText),
      BagInfo.Field("Verdict", packet.review.verdict.rawValue),
      BagInfo.Field("Rule-Set", provenance.ruleSet),
      BagInfo.Field("Program-Version", provenance.program),
      BagInfo.Field("Packet-Digest", digests.packet),
      BagInfo.Field("Canonical-Digest", digests.canonical),
    ]
    if let supersedes { fields.append(BagInfo.Field(Self.supersedes, supersedes)) }
    if let closed { fields.append(BagInfo.Field(redactedFrom, closed)) }
    return fields
  }
}
