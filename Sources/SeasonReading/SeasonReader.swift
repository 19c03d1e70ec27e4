package import ReviewModel

/// Reads a season folder: every table into rows, every usage file into counts.
///
/// The tables come first, because what a usage row is worth depends on the rosters.
package struct SeasonReader {
  /// A file that its probe has read once.
  struct Probed {
    let entry: SeasonFolder.Entry
    let file: InputFile
    /// Nil where no encoding explains the file.
    let text: TextFile?
    let fault: EncodingProbe.Fault?
  }

  private let usageFiles: [Probed]
  package let tables: SeasonTables
  package let findings: [Finding]

  /// Lists the folder, probes every file and reads all tables but the usage.
  ///
  /// - Parameter folder: The season folder's path, absolute or relative to the working folder.
  package init(folder: String) {
    let listing = SeasonFolder(folder)
    var findings = listing.findings
    var tables = SeasonTables()
    var usage: [Probed] = []
    for entry in listing.entries {
      do throws(ReadProblem) {
        let probed = try Self.probe(entry, &findings)
        if entry.kind == .usage {
          usage.append(probed)
        } else if let text = probed.text {
          try Self.read(text, probed.file, into: &tables, &findings)
        }
      } catch {
        findings.append(
          Finding(
            .IN001, at: Place(file: entry.path),
            detail: Bilingual(
              zh: "無法讀取（\(error.reason)）", en: "it can't be read (\(error.reason))")))
      }
    }
    usageFiles = usage
    self.tables = tables
    self.findings = findings
  }

  /// Whether a finding so far keeps anything from being built.
  package var isFatal: Bool { findings.contains { $0.severity == .fatal } }

  /// Reads all usage files, in the order of their paths.
  ///
  /// - Parameters:
  ///   - register: Whom the rows may be about.
  ///   - isSurveying: Whether to collect what the files say of themselves, which costs time.
  /// - Returns: The counted usage, and what was found.
  package func usage(
    of register: UsageRegister, isSurveying: Bool = false
  ) -> (usage: SeasonUsage, findings: [Finding]) {
    var reader = UsageReader(register, isSurveying: isSurveying)
    for probed in usageFiles {
      reader.read(probed)
    }
    return (reader.usage, reader.findings)
  }

  private static func probe(
    _ entry: SeasonFolder.Entry, _ findings: inout [Finding]
  ) throws(ReadProblem) -> Probed {
    let probe = try EncodingProbe(try FileSource(path: entry.location))
    let file = InputFile(
      path: entry.path, kind: entry.kind, sha256: probe.sha256, byteCount: probe.byteCount,
      encoding: probe.encoding)
    guard let encoding = probe.encoding, probe.fault == nil else {
      if entry.kind != .usage, let fault = probe.fault {
        findings.append(
          Finding(
            .IN002, at: Place(file: entry.path, line: fault.line), detail: fault.detail))
      }
      return Probed(entry: entry, file: file, text: nil, fault: probe.fault)
    }
    if encoding != .utf8 {
      findings.append(
        Finding(
          .IN007, at: Place(file: entry.path), value: encoding.rawValue,
          detail: Bilingual(
            zh: "檔案以 \(encoding.rawValue) 編碼讀取", en: "the file was read as \(encoding.rawValue)")))
    }
    let text = TextFile(path: entry.path, location: entry.location, encoding: encoding)
    return Probed(entry: entry, file: file, text: text, fault: nil)
  }

  private static func read(
    _ text: TextFile, _ file: InputFile, into tables: inout SeasonTables,
    _ findings: inout [Finding]
  ) throws(ReadProblem) {
    var file = file
    let outcome: TableReader.Outcome
    switch file.kind {
    case .programme:
      let read = ProgrammeFile.read(try text.contents(upTo: ProgrammeFile.longest))
      tables.programme = read.programme
      outcome = TableReader.Outcome(findings: read.findings)
    case .approvals: outcome = try ApprovalsTable.read(text, into: &tables.approvals)
    case .solutions: outcome = try SolutionsTable.read(text, into: &tables.solutions)
    case .roster:
      outcome = try RosterTable.read(
        text, into: &tables.roster, skipped: &tables.skippedRosterRows)
    case .progress: outcome = try ProgressTable.read(text, into: &tables.progress)
    case .rulings: outcome = try RulingsTable.read(text, into: &tables.rulings)
    case .fixes: (tables.mended, outcome) = FixFile.done(in: text)
    case .usage, .other: return
    }
    file.rows = outcome.ledger
    findings += outcome.findings
    tables.files.append(file)
  }
}

extension EncodingProbe.Fault {
  /// The byte and its place, in words.
  var detail: Bilingual {
    let hex = String(byte, radix: 16, uppercase: true)
    let code = "0x" + (hex.utf8.count == 1 ? "0" : "") + hex
    return Bilingual(
      zh: "位元組偏移 \(offset) 為 \(code)", en: "the byte at offset \(offset) is \(code)")
  }
}

extension TextFile {
  /// The text as a whole, or nil where it is longer than so many bytes.
  func contents(upTo longest: Int) throws(ReadProblem) -> String? {
    var source = try source()
    var bytes: [UInt8] = []
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 64 << 10)
    defer { buffer.deallocate() }
    while bytes.count <= longest {
      let count = try source.read(into: buffer)
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes.append(contentsOf: buffer[..<count])
    }
    return nil
  }
}
