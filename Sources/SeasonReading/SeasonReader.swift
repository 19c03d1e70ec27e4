package import ReviewModel

/// Reads a season folder: every table into rows, every usage file into counts.
///
/// The tables come first, because what a usage row is worth depends on the rosters.
package struct SeasonReader {
  /// A file that its probe has read once.
  struct Probed: Sendable {
    let entry: SeasonFolder.Entry
    let file: InputFile
    /// Nil where no encoding explains the file.
    let text: TextFile?
    let fault: EncodingProbe.Fault?
  }

  let usageEntries: [SeasonFolder.Entry]
  let hasDigests: Bool
  package let tables: SeasonTables
  /// What the listing and the tables gave.
  package let findings: [Finding]

  /// The bytes of a part of a large table.
  package static let partSize = 256 << 10

  /// Lists the folder, probes every file but the usage and reads all its tables.
  ///
  /// - Parameters:
  ///   - folder: The season folder's path, absolute or relative to the working folder.
  ///   - hasDigests: Whether to compute the files' SHA-256, which what is built names.
  package init(folder: String, hasDigests: Bool = true) {
    let listing = SeasonFolder(folder)
    let parts = listing.tableEntries.map { FileRows($0, hasDigests: hasDigests) }
    self.init(listing, parts, hasDigests: hasDigests)
  }

  /// The same, several files at a time; the outcome is the same.
  ///
  /// - Parameters:
  ///   - folder: The season folder's path, absolute or relative to the working folder.
  ///   - hasDigests: Whether to compute the files' SHA-256, which what is built names.
  ///   - jobs: How many files or parts of large ones are read at a time.
  ///   - partSize: The bytes of a part.
  package init(
    folder: String, hasDigests: Bool = true, jobs: Int, partSize: Int = SeasonReader.partSize
  ) async {
    let listing = SeasonFolder(folder)
    let parts = await TableWork.read(
      listing.tableEntries, hasDigests: hasDigests, jobs: jobs, partSize: partSize)
    self.init(listing, parts, hasDigests: hasDigests)
  }

  /// Joins what the files gave, in their order.
  private init(_ listing: SeasonFolder, _ parts: consuming [FileRows], hasDigests: Bool) {
    var findings = listing.findings
    var tables = SeasonTables()
    for part in parts {
      tables.append(part.tables)
      findings += part.findings
    }
    self.hasDigests = hasDigests
    usageEntries = listing.entries.filter { $0.kind == .usage }
    self.tables = tables
    self.findings = findings
  }

  /// What one file that is no usage gave, or a part of it.
  struct FileRows: Sendable {
    var tables = SeasonTables()
    var findings: [Finding] = []

    /// Reads a file.
    init(_ entry: SeasonFolder.Entry, hasDigests: Bool) {
      do throws(ReadProblem) {
        self.init(try Probed(entry, hasDigest: hasDigests))
      } catch {
        self.init(error, entry)
      }
    }

    /// Reads a file that was probed.
    init(_ probed: Probed) {
      do throws(ReadProblem) {
        var tables = SeasonTables()
        var outcome: TableReader.Outcome?
        if let text = probed.text {
          outcome = try SeasonReader.read(text, probed.file.kind, into: &tables)
        }
        self.init(probed, tables, outcome)
      } catch {
        self.init(error, probed.entry)
        findings = probed.findings + findings
      }
    }

    /// The rows of a file's part.
    init(_ tables: SeasonTables) {
      self.tables = tables
    }

    /// - Parameters:
    ///   - probed: The file.
    ///   - tables: Its rows, or the last of them.
    ///   - outcome: What it gave besides them; nil where it is no table.
    init(_ probed: Probed, _ tables: SeasonTables, _ outcome: TableReader.Outcome?) {
      self.tables = tables
      findings = probed.findings
      guard let outcome else { return }
      var file = probed.file
      file.rows = outcome.ledger
      findings += outcome.findings
      self.tables.files.append(file)
    }

    /// A file that can't be read.
    init(_ problem: ReadProblem, _ entry: SeasonFolder.Entry) {
      findings = [problem.finding(of: entry)]
    }
  }

  /// Whether a finding so far keeps anything from being built.
  package var isFatal: Bool { findings.contains { $0.severity == .fatal } }

  /// Reads a table's rows.
  ///
  /// - Parameters:
  ///   - text: The file.
  ///   - kind: What it is.
  ///   - part: What of it is read; nil for all of it.
  ///   - tables: Get the rows.
  /// - Returns: The rows accounted for, and what was found; nil of a file that is no table.
  /// - Throws: Where the file can't be read.
  static func read(
    _ text: TextFile, _ kind: InputFile.Kind, _ part: TablePart? = nil,
    into tables: inout SeasonTables
  ) throws(ReadProblem) -> TableReader.Outcome? {
    switch kind {
    case .programme:
      let read = ProgrammeFile.read(try text.contents(upTo: ProgrammeFile.longest))
      tables.programme = read.programme
      return TableReader.Outcome(findings: read.findings)
    case .approvals: return try ApprovalsTable.read(text, into: &tables.approvals)
    case .solutions: return try SolutionsTable.read(text, into: &tables.solutions)
    case .roster:
      return try RosterTable.read(
        text, part, into: &tables.roster, skipped: &tables.skippedRosterRows)
    case .progress: return try ProgressTable.read(text, part, into: &tables.progress)
    case .rulings: return try RulingsTable.read(text, into: &tables.rulings)
    case .fixes:
      let (mended, outcome) = FixFile.done(in: text)
      tables.mended = mended
      return outcome
    case .usage, .other: return nil
    }
  }
}

extension SeasonReader.Probed {
  /// Probes a file.
  ///
  /// - Parameters:
  ///   - entry: The file, as the listing has it.
  ///   - inMemory: Whether to hold its bytes.
  ///   - hasDigest: Whether to compute its SHA-256.
  /// - Throws: Where the file can't be read.
  init(
    _ entry: SeasonFolder.Entry, inMemory: Bool = false, hasDigest: Bool = true
  ) throws(ReadProblem) {
    let source = try FileSource(path: entry.location)
    var bytes: [UInt8]?
    let probe: EncodingProbe
    if inMemory {
      let all = try source.all()
      bytes = all
      probe = try EncodingProbe(MemorySource(all), hasDigest: hasDigest)
    } else {
      probe = try EncodingProbe(source, hasDigest: hasDigest)
    }
    self.entry = entry
    file = InputFile(
      path: entry.path, kind: entry.kind, sha256: probe.sha256, byteCount: probe.byteCount,
      encoding: probe.encoding)
    fault = probe.fault
    guard let encoding = probe.encoding, probe.fault == nil else {
      text = nil
      return
    }
    text =
      if let bytes {
        TextFile(path: entry.path, bytes: bytes, encoding: encoding)
      } else {
        TextFile(path: entry.path, location: entry.location, encoding: encoding)
      }
  }

  /// What its encoding gives to say; of a usage file that none explains, its reader says it.
  var findings: [Finding] {
    if text == nil {
      guard entry.kind != .usage, let fault else { return [] }
      return [
        Finding(.IN002, at: Place(file: entry.path, line: fault.line), detail: fault.detail)
      ]
    }
    guard let encoding = file.encoding, encoding != .utf8 else { return [] }
    return [
      Finding(
        .IN007, at: Place(file: entry.path), value: encoding.rawValue,
        detail: Bilingual(
          zh: "檔案以 \(encoding.rawValue) 編碼讀取", en: "the file was read as \(encoding.rawValue)"))
    ]
  }
}

extension ReadProblem {
  /// IN001: a file that can't be read.
  func finding(of entry: SeasonFolder.Entry) -> Finding {
    Finding(
      .IN001, at: Place(file: entry.path),
      detail: Bilingual(zh: "無法讀取（\(reason)）", en: "it can't be read (\(reason))"))
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

  /// The same of a usage file, where no finding points at the line or says what else to do.
  var detailInUsage: Bilingual {
    Bilingual(
      zh: "第 \(line) 行無法讀成文字，\(detail.zh)；若內容無誤，請以 Excel 另存為「CSV UTF-8（逗號分隔）」",
      en: """
        line \(line) is not readable as text, \(detail.en); if all else is right, save it as “CSV \
        UTF-8 (comma delimited)” in Excel
        """)
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
