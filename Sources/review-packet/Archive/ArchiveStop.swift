import ReviewModel

/// The end of an `archive` run of which some packets are sealed, and stay so.
struct ArchiveStop {
  /// The most bags that are named one by one.
  private static let most = 5

  let cause: any Error
  /// The folders of the packets that are not sealed, in the order in which they would have been.
  let left: [String]
  /// Whether of the first of them the public copy alone is missing.
  var lacksCopyAlone = false

  var isInterruption: Bool { cause is CancellationError }

  /// What stands, and what to do.
  func text(_ sealed: [Archiver.Sealed]) -> Bilingual {
    let names = sealed.prefix(Self.most).map(\.path)
    let more = sealed.count - names.count
    let first = left.first ?? ""
    return Bilingual(
      zh: "已封存 \(sealed.count) 份，均完整保留：\(names.joined(separator: "、"))"
        + (more > 0 ? "，另有 \(more) 份" : "")
        + "；自 \(first) 起 \(left.count) 份審查資料尚未封存"
        + (lacksCopyAlone ? "（第一份只缺公開版）" : "") + "，請只指定這些再執行"
        + "（已封存者再次封存將成為 -s02）",
      en: "sealed, whole, and kept: \(sealed.count) \(sealed.count == 1 ? "archive" : "archives") "
        + "(\(names.joined(separator: ", "))\(more > 0 ? ", and \(more) more" : "")); not sealed: "
        + "\(left.count) \(left.count == 1 ? "packet" : "packets") from \(first) on"
        + (lacksCopyAlone ? " (of the first one the public copy alone)" : "") + "; run again with "
        + "these alone, since one that is sealed already would be sealed once more, as -s02")
  }
}
