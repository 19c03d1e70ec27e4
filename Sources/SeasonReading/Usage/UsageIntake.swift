import ReviewModel

/// A usage file and its size.
struct UsageFileSize: Sendable {
  let entry: SeasonFolder.Entry
  let byteCount: Int

  init(_ entry: SeasonFolder.Entry) {
    self.entry = entry
    byteCount = FileSource.byteCount(of: entry.location)
  }
}

/// Counts what was read of usage files, in the order of the files and of their rows.
actor UsageIntake {
  /// The divided file whose pieces are counted.
  private struct Counting {
    let file: Int
    var parser: UsageParser
    var position = UsageReader.Position()
    /// The bytes before the next record.
    var next: Int
  }

  private let files: [UsageFileSize]
  private let stores: StoreKeys
  private let report: @Sendable (UsageProgress) -> Void
  private var reader: UsageReader
  private var progress: UsageProgress
  private var counting: Counting?
  /// The files that were read as a whole.
  private var probed: [Int: SeasonReader.Probed] = [:]

  /// - Parameters:
  ///   - files: The usage files, in their order.
  ///   - counter: Counts their rows.
  ///   - stores: The register's stores.
  ///   - report: Told how far the reading is, again and again.
  init(
    _ files: [UsageFileSize], _ counter: consuming UsageCounter, stores: StoreKeys,
    report: @escaping @Sendable (UsageProgress) -> Void
  ) {
    self.files = files
    self.stores = stores
    self.report = report
    reader = UsageReader(consume counter, stores: stores)
    progress = UsageProgress(
      fileCount: files.count, byteCount: files.reduce(0) { $0 + $1.byteCount })
  }

  /// Counts the next result.
  ///
  /// - Returns: Whether all was as supposed, and memory that may be used again.
  func count(_ result: consuming UsageResult) -> (isRight: Bool, spare: UsagePiece?) {
    switch result {
    case .piece(let range, let piece, _):
      let (isRight, spare) = count(range, piece)
      return (isRight, spare)
    case .whole(_, let file):
      probed[reader.fileCount] = file.probed
      reader.read(file)
      advance(by: file.probed.file.byteCount, isFile: true)
      return (true, nil)
    case .probe, .failure: return (true, nil)
    }
  }

  /// All that was read, with what was found of files that were probed apart; nil where something is
  /// missing.
  func outcome(
    _ probedApart: [Int: SeasonReader.Probed]
  ) -> (usage: SeasonUsage, findings: [Finding], probed: [SeasonReader.Probed])? {
    guard counting == nil, reader.fileCount == files.count else { return nil }
    let probed = probed.merging(probedApart) { whole, _ in whole }
    var usage = reader.usage
    for (number, probed) in probed {
      var file = probed.file
      file.rows = usage.files[number].rows
      usage.files[number] = file
    }
    return (usage, reader.findings, files.indices.compactMap { probed[$0] })
  }

  private func advance(by bytes: Int, isFile: Bool) {
    progress.bytes += bytes
    if isFile { progress.files += 1 }
    report(progress)
  }

  /// Counts the rows of a piece; gives it back for other bytes.
  private func count(
    _ range: UsagePieceRange, _ piece: consuming UsagePiece
  ) -> (isRight: Bool, spare: UsagePiece) {
    var isRight = true
    var counting =
      self.counting
      ?? Counting(file: range.file, parser: UsageParser(range.plan, stores), next: 0)
    if self.counting == nil {
      reader.begin(file: range.plan.layout.file)
      reader.begin(range.plan)
      counting.next = range.firstRecord ?? 0
    }
    self.counting = nil
    let isEnd = range.isEnd
    // A record that is longer than a piece may begin before it and end behind it.
    if range.encoding != .utf8 {
      // All of its lines, whole: the worker has seen to that.
      reader.take(piece, range.plan, at: &counting.position)
    } else if counting.next <= range.offset + range.length {
      isRight = count(range, &piece, &counting, isEnd)
    }
    advance(by: range.length, isFile: isEnd)
    if isEnd {
      let path = range.plan.layout.file
      var file = InputFile(
        path: path, kind: .usage, sha256: "", byteCount: files[range.file].byteCount,
        encoding: range.encoding)
      file.rows = counting.position.ledger
      reader.end(file)
    } else {
      self.counting = counting
    }
    return (isRight, piece)
  }

  /// Counts the rows of a piece that go on where the last one's ended.
  ///
  /// - Returns: Whether all was as supposed.
  private func count(
    _ range: UsagePieceRange, _ piece: inout UsagePiece, _ counting: inout Counting, _ isEnd: Bool
  ) -> Bool {
    if range.offset + piece.start != counting.next || piece.isUnread {
      // Its first line is not where a record begins: a quoted cell goes over the cut.
      counting.parser.read(
        &piece, from: counting.next - range.offset, stop: range.length, isLast: isEnd)
    }
    reader.take(piece, range.plan, at: &counting.position)
    counting.next = range.offset + piece.end
    let isDone = isEnd ? piece.end == piece.filled : piece.end > range.length
    return isDone || readOn(range, &counting)
  }

  /// Reads a divided file on from a record that no piece can hold, to its end.
  ///
  /// - Returns: Whether it could be read.
  private func readOn(_ range: UsagePieceRange, _ counting: inout Counting) -> Bool {
    do throws(ReadProblem) {
      let source = try FileSource(path: range.location)
      try source.seek(to: counting.next)
      try reader.readRows(of: source, range.plan, at: &counting.position)
      counting.next = .max
      return true
    } catch {
      return false
    }
  }
}
