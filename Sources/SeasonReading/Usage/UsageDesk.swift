import ReviewModel

/// Gives out the reading of usage files in units and takes in what comes of them.
///
/// Workers read side by side; what they read is counted here in the order of the files and of
/// their rows, so that the outcome is that of one who reads all alone.
actor UsageDesk {
  /// Files of up to this many bytes are read as a whole.
  static let wholeLimit = 1 << 20
  /// Units that may be read before one that was given out earlier is taken in: what they hold waits
  /// in memory for it.
  private static let mostAhead = 8

  /// A file that is read in pieces.
  private struct Divided {
    let file: Int
    let entry: SeasonFolder.Entry
    let byteCount: Int
    let plan: PlainUsage
    let encoding: TextEncoding
    let firstRecord: Int
    var offset = 0
  }

  /// The divided file whose pieces are taken in.
  private struct Counting {
    let file: Int
    var parser: UsageParser
    var position = UsageReader.Position()
    /// The bytes before the next record.
    var next: Int
  }

  private let files: [(entry: SeasonFolder.Entry, byteCount: Int)]
  private let hasDigests: Bool
  private let stores: StoreKeys
  private let pieceSize: Int
  private let wholeLimit: Int
  private let report: @Sendable (UsageProgress) -> Void
  private var reader: UsageReader
  private var progress: UsageProgress

  // What was given out.
  private var nextFile = 0
  private var divided: Divided?
  private var nextTurn = 0
  /// The encodings of divided files, by their heads.
  private var encodings: [Int: TextEncoding] = [:]
  /// Divided files that are to be probed as a whole.
  private var unprobed: [Int] = []
  private var isProbed: Set<Int> = []

  // What was taken in.
  private var waiting: [Int: UsageResult] = [:]
  private var turn = 0
  private var counting: Counting?
  private var probed: [Int: SeasonReader.Probed] = [:]
  private var hasFailed = false
  private var isAbandoned = false
  /// Workers that wait for an earlier unit to be taken in.
  private var waiters: [CheckedContinuation<Void, Never>] = []

  /// - Parameters:
  ///   - entries: The usage files, in their order.
  ///   - counter: Counts their rows.
  ///   - hasDigests: Whether to compute the files' SHA-256.
  ///   - stores: The register's stores.
  ///   - pieceSize: The bytes of a piece of a large file.
  ///   - wholeLimit: The bytes of the largest file that is not divided.
  ///   - report: Told how far the reading is, again and again.
  init(
    _ entries: [SeasonFolder.Entry], _ counter: consuming UsageCounter, hasDigests: Bool,
    stores: StoreKeys, pieceSize: Int, wholeLimit: Int,
    report: @escaping @Sendable (UsageProgress) -> Void
  ) {
    files = entries.map { ($0, FileSource.byteCount(of: $0.location)) }
    self.hasDigests = hasDigests
    self.stores = stores
    self.pieceSize = pieceSize
    self.wholeLimit = wholeLimit
    self.report = report
    reader = UsageReader(consume counter, stores: stores)
    progress = UsageProgress(
      fileCount: files.count, byteCount: files.reduce(0) { $0 + $1.byteCount })
  }

  /// Takes a result in and gives the next unit out; nil where there is none.
  func exchange(
    _ result: consuming UsageResult?
  ) async -> (unit: UsageUnit, spare: UsagePiece?)? {
    var spare: UsagePiece?
    if let result {
      spare = take(result)
      wakeAll()
    }
    // Whoever has the earliest unit never waits here.
    while !hasFailed, !isAbandoned, nextTurn - turn >= Self.mostAhead {
      await withCheckedContinuation { waiters.append($0) }
    }
    if hasFailed || isAbandoned { return nil }
    return nextUnit().map { ($0, spare) }
  }

  /// Lets all workers go, for one of them may have left its unit undone.
  func abandon() {
    isAbandoned = true
    wakeAll()
  }

  private func wakeAll() {
    for waiter in waiters { waiter.resume() }
    waiters.removeAll(keepingCapacity: true)
  }

  /// All that was read; nil where something was not as supposed.
  var outcome: (usage: SeasonUsage, findings: [Finding], probed: [SeasonReader.Probed])? {
    if hasFailed || counting != nil || turn != nextTurn { return nil }
    guard probed.count == files.count - encodings.count + isProbed.count else { return nil }
    var usage = reader.usage
    for (number, probed) in probed {
      var file = probed.file
      file.rows = usage.files[number].rows
      usage.files[number] = file
    }
    return (usage, reader.findings, files.indices.compactMap { probed[$0] })
  }

  private func nextUnit() -> UsageUnit? {
    if let file = unprobed.popLast() { return .probe(file: file, files[file].entry) }
    if var current = divided {
      let (offset, length) = (current.offset, min(pieceSize, current.byteCount - current.offset))
      current.offset += length
      divided = current.offset < current.byteCount ? current : nil
      defer { nextTurn += 1 }
      return .piece(
        UsagePieceRange(
          turn: nextTurn, file: current.file, location: current.entry.location, plan: current.plan,
          encoding: current.encoding, offset: offset, length: length,
          firstRecord: offset == 0 ? current.firstRecord : nil, isEnd: divided == nil))
    }
    guard nextFile < files.count else { return nil }
    let (entry, byteCount) = files[nextFile]
    let file = nextFile
    nextFile += 1
    if byteCount > wholeLimit, let found = plainHead(of: entry) {
      divided = Divided(
        file: file, entry: entry, byteCount: byteCount, plan: found.plan,
        encoding: found.encoding, firstRecord: found.firstRecord)
      encodings[file] = found.encoding
      // Pieces of ASCII need no second look.
      if hasDigests || found.encoding != .utf8 { probe(file) }
      return nextUnit()
    }
    defer { nextTurn += 1 }
    return .whole(turn: nextTurn, entry, byteCount: byteCount)
  }

  private func probe(_ file: Int) {
    if isProbed.insert(file).inserted { unprobed.append(file) }
  }

  /// How the rows of a large file are read, where it begins with plain rows, whose line ends no
  /// character of its encoding can hide.
  private func plainHead(
    of entry: SeasonFolder.Entry
  ) -> (plan: PlainUsage, encoding: TextEncoding, firstRecord: Int)? {
    do throws(ReadProblem) {
      let head = try FileSource(path: entry.location).head(of: UsageReader.pieceSize)
      let lines = head[..<((head.lastIndex(of: 0x0A) ?? -1) + 1)]
      let bytes = Array(lines.isEmpty ? head[...] : lines)
      guard let encoding = try EncodingProbe(MemorySource(bytes)).encoding,
        encoding == .utf8 || encoding == .cp950,
        case .plain(let plan) = try UsageForm.find(
          in: TextFile(path: entry.path, location: entry.location, encoding: encoding))
      else { return nil }
      let hasMark = encoding == .utf8 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
      return (plan, encoding, hasMark ? 3 : 0)
    } catch {
      return nil
    }
  }

  private func take(_ result: consuming UsageResult) -> UsagePiece? {
    switch result {
    case .failure: hasFailed = true
    case .probe(let file, let found):
      // Another encoding than the head's.
      if found.file.encoding != encodings[file] { hasFailed = true }
      probed[file] = found
    case .piece(let range, _, let isASCII):
      if !isASCII { probe(range.file) }
      waiting[range.turn] = result
    case .whole(let turn, _): waiting[turn] = result
    }
    var spare: UsagePiece?
    while !hasFailed, let next = waiting.removeValue(forKey: turn) {
      turn += 1
      switch next {
      case .piece(let range, let piece, _): spare = count(range, piece)
      case .whole(_, let file): count(file)
      case .probe, .failure: break
      }
    }
    return spare
  }

  private func count(_ file: UsageFile) {
    probed[reader.fileCount] = file.probed
    reader.read(file)
    advance(by: file.probed.file.byteCount, isFile: true)
  }

  private func advance(by bytes: Int, isFile: Bool) {
    progress.bytes += bytes
    if isFile { progress.files += 1 }
    report(progress)
  }

  /// Takes a piece in; gives it back for other bytes.
  private func count(_ range: UsagePieceRange, _ piece: consuming UsagePiece) -> UsagePiece {
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
      count(range, &piece, &counting, isEnd)
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
    return piece
  }

  /// Takes the rows of a piece in that go on where the last one's ended.
  private func count(
    _ range: UsagePieceRange, _ piece: inout UsagePiece, _ counting: inout Counting, _ isEnd: Bool
  ) {
    if range.offset + piece.start != counting.next || piece.isUnread {
      // Its first line is not where a record begins: a quoted cell goes over the cut.
      counting.parser.read(
        &piece, from: counting.next - range.offset, stop: range.length, isLast: isEnd)
    }
    reader.take(piece, range.plan, at: &counting.position)
    counting.next = range.offset + piece.end
    let isDone = isEnd ? piece.end == piece.filled : piece.end > range.length
    if !isDone { readOn(range, &counting) }
  }

  /// Reads a divided file on from a record that no piece can hold, to its end.
  private func readOn(_ range: UsagePieceRange, _ counting: inout Counting) {
    do throws(ReadProblem) {
      let source = try FileSource(path: range.location)
      try source.seek(to: counting.next)
      try reader.readRows(of: source, range.plan, at: &counting.position)
      counting.next = .max
    } catch {
      hasFailed = true
    }
  }
}

/// How far the reading of usage files is.
package struct UsageProgress: Sendable, Equatable {
  package let fileCount: Int
  package let byteCount: Int
  package internal(set) var files = 0
  package internal(set) var bytes = 0

  init(fileCount: Int, byteCount: Int) {
    self.fileCount = fileCount
    self.byteCount = byteCount
  }
}
