@testable import ReviewModel
@testable import SeasonReading

/// Reads an input as a roster, as the season reader does.
package func readRoster(_ input: [UInt8]) {
  let path = "rosters/a.csv"
  guard let probing = probed(input, path, .roster) else { return }
  var rows: [RosterEntry] = []
  var skipped: [SkippedRosterRow] = []
  guard
    let outcome = try? RosterTable.read(probing.text, into: &rows, skipped: &skipped)
  else { return }
  require(rows.count == outcome.ledger.counted, "\(rows.count) rows, \(outcome.ledger)")
  require(outcome.ledger.notCounted == 0, "rows of a roster that are read but do not count")
  requireSense(outcome.ledger, outcome.findings)
  requireSense(outcome.findings, file: path)
}

/// Reads an input as the programme file.
package func readProgramme(_ input: [UInt8]) {
  guard let probing = probed(input, ProgrammeFile.name, .programme),
    let text = try? probing.text.contents(upTo: ProgrammeFile.longest)
  else { return }
  let (programme, findings) = ProgrammeFile.read(text)
  require(!programme.weeklyThresholds.isEmpty, "a programme without thresholds")
  requireSense(findings, file: ProgrammeFile.name)
}

/// Reads an input as a usage file, plain, of events or an export.
package func readUsage(_ input: [UInt8]) {
  let path = "usage/S001 (1).csv"
  let probe = try? EncodingProbe(MemorySource(input))
  guard let probe else { return }
  let entry = SeasonFolder.Entry(path: path, location: path, kind: .usage)
  let probing = probed(input, path, .usage)
  let file =
    probing?.file
    ?? InputFile(path: path, kind: .usage, sha256: probe.sha256, byteCount: input.count)
  let probed = SeasonReader.Probed(
    entry: entry, file: file, text: probing?.text, fault: probe.fault)
  var reader = UsageReader(UsageSample.register)
  reader.read(probed)
  // Record by record, and in pieces that end anywhere.
  for pieceSize in [0, 24] {
    var other = UsageReader(UsageSample.register, pieceSize: pieceSize)
    other.read(probed)
    requireSame(reader, other, "in pieces of \(pieceSize) bytes")
  }
  requireSense(reader.findings, file: path)
  guard let ledger = reader.usage.files.first?.rows else {
    return require(false, "a usage file without a ledger")
  }
  requireSense(ledger, reader.findings)
  guard let tally = reader.usage.tallies.first else {
    return require(false, "a usage file without a tally")
  }
  // Rows that do not count are named: by a finding here, or by a group that becomes one.
  let groups =
    (tally.unknownStores + tally.takenDays + tally.beforeGoLive + tally.afterEnd).map(\.group.rows)
    .reduce(0, +) + (tally.afterAsOf?.rows ?? 0)
    + reader.usage.rowsOfSkippedStores.values.reduce(0, +)
  let isNamed = reader.findings.contains {
    [.IN007, .US006, .US010, .US011, .US012, .US013].contains($0.code)
  }
  require(groups <= ledger.notCounted, "\(groups) rows in groups, \(ledger) in the ledger")
  require(isNamed || groups == ledger.notCounted, "\(groups) rows named of \(ledger.notCounted)")
}
