@testable import ReviewModel
@testable import SeasonReading

/// A text file as the season reader would make it of the bytes; nil where no encoding fits.
func probed(_ input: [UInt8], _ path: String, _ kind: InputFile.Kind) -> Probing? {
  guard let probe = try? EncodingProbe(MemorySource(input)) else { return nil }
  require(probe.encoding != nil || probe.fault != nil, "no encoding, and no reason")
  let file = InputFile(
    path: path, kind: kind, sha256: probe.sha256, byteCount: input.count, encoding: probe.encoding)
  guard let encoding = probe.encoding, probe.fault == nil else { return nil }
  return Probing(file: file, text: TextFile(path: path, bytes: input, encoding: encoding))
}

struct Probing {
  let file: InputFile
  let text: TextFile
}

/// What every reader promises of its findings: a file, no line before the first, and messages
/// without a place left open.
func requireSense(_ findings: [Finding], file: String) {
  for finding in findings {
    require(finding.place?.file == file, "\(finding.code) without its file")
    require((finding.place?.line ?? 1) > 0, "\(finding.code) before the first line")
    require((finding.place?.column ?? 1) > 0, "\(finding.code) before the first column")
    _ = finding.message(in: .en)
    _ = finding.message(in: .zhHant)
  }
}

/// What every ledger promises, held against the findings that skip rows.
func requireSense(_ ledger: RowLedger, _ findings: [Finding]) {
  require(ledger.addsUp, "a ledger that does not add up: \(ledger)")
  let skipping = findings.filter { $0.rule.effect == .rowSkipped }
  require(skipping.count >= ledger.skipped, "\(skipping.count) named of \(ledger.skipped) skipped")
}

/// What every way of reading usage promises: the outcome of any other.
func requireSame(_ one: UsageReader, _ other: UsageReader, _ way: String) {
  let (usage, otherUsage) = (one.usage, other.usage)
  require(usage.files == otherUsage.files, "\(usage.files), \(way) \(otherUsage.files)")
  require(usage.tallies == otherUsage.tallies, "other tallies \(way)")
  require(usage.isNamed == otherUsage.isNamed, "other stores named \(way)")
  require(usage.lastDay == otherUsage.lastDay, "another last day \(way)")
  require(
    usage.rowsOfSkippedStores == otherUsage.rowsOfSkippedStores, "other skipped stores \(way)")
  for store in usage.isNamed.indices {
    require(
      usage.days.days(ofStore: store) == otherUsage.days.days(ofStore: store), "other days \(way)")
  }
  require(
    one.findings.sorted(by: findingPrecedes) == other.findings.sorted(by: findingPrecedes),
    "other findings \(way)")
}
