import ReviewModel

extension PacketBuilder {
  /// What a build tells when it is done.
  func built(
    _ out: String, _ kept: (unchanged: Int, others: Set<ContractID>),
    _ figures: any Sequence<Figure>, leftBehind: String?, _ language: Language
  ) -> Built {
    var lines = chosen.map { line($0, out, language) }
    let dropped = isPartial ? review.contracts.count - chosen.count - kept.others.count : 0
    if let shard {
      lines.append(
        language == .en
          ? "shard \(shard.number) of \(shard.count): \(chosen.count) of \(review.contracts.count) packets; put all together with: review-packet merge"
          : "分片 \(shard.number)／\(shard.count)：\(chosen.count)／\(review.contracts.count) 份；各片完成後以 review-packet merge 合併"
      )
    }
    if kept.unchanged > 0 {
      lines.append(
        language == .en
          ? "unchanged, and not made again: \(kept.unchanged) of \(chosen.count) (--force makes all)"
          : "內容未變而沿用：\(kept.unchanged)／\(chosen.count) 份（加 --force 全部重新產出）")
    }
    if !kept.others.isEmpty {
      lines.append(
        language == .en
          ? "kept as \(kept.others.count == 1 ? "it was: 1 packet" : "they were: \(kept.others.count) packets") made from the same input"
          : "沿用 \(kept.others.count) 份由相同資料產出的審查資料")
    }
    if dropped > 0 {
      lines.append(
        language == .en
          ? "not in this folder: the packets of \(dropped) more \(dropped == 1 ? "contract" : "contracts"); build without --contract for all"
          : "此資料夾不含其餘 \(dropped) 件契約的審查資料；不加 --contract 即可全部產出")
    }
    if let leftBehind { lines.append(Self.leftBehindLine(leftBehind, language)) }
    return Built(
      folder: out, report: out + "/index.html", lines: lines.map(Console.safe),
      figures: figures)
  }

  static func leftBehindLine(_ path: String, _ language: Language) -> String {
    language == .en
      ? "an earlier output could not be removed: \(path)" : "先前的輸出無法刪除，可自行刪除：\(path)"
  }

  /// A contract in one line: who, stores, verdict, money, and where its packet is.
  private func line(_ contract: ContractReview, _ out: String, _ language: Language) -> String {
    let approval = contract.approval
    let stores = "\(contract.counts.completed)/\(contract.counts.approved)"
    let money = contract.settlement
    let page = "\(out)/\(contract.id.folderName)/index.html"
    let isFinal = review.phase == .final
    let amount = isFinal ? money.payableTotal : money.recognisedTotal
    switch language {
    case .zhHant:
      let verdict = contract.verdict == .pass ? "通過" : "不通過"
      let word = isFinal ? "應付" : "試算認列"
      return "\(contract.id.text) \(approval.districtName)／\(approval.vendorName)："
        + "\(verdict)，完成 \(stores) 家，\(word) \(amount.displayText) → \(page)"
    case .en:
      let word = isFinal ? "payable" : "recognised on trial"
      return "\(contract.id.text) \(approval.districtName) / \(approval.vendorName): "
        + "\(contract.verdict.rawValue), \(stores) stores completed, \(word) "
        + "\(amount.displayText) → \(page)"
    }
  }
}
