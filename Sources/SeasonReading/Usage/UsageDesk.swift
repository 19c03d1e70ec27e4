import ReviewModel

/// Gives out the reading of usage files in units, and says whose turn it is to be counted.
///
/// Workers read side by side. What they read is counted in the order of the files and of their rows,
/// so that the outcome is that of one who reads all alone: by whichever worker hands in what is next,
/// while the others read on.
actor UsageDesk {
  /// Files of up to this many bytes are read as a whole.
  static let wholeLimit = 1 << 20
  /// Units that may be read before one that was given out earlier is counted: what they hold waits
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

  private let files: [UsageFileSize]
  private let hasDigests: Bool
  private let pieceSize: Int
  private let wholeLimit: Int

  // What was given out.
  private var nextFile = 0
  private var divided: Divided?
  private var nextTurn = 0
  /// The encodings of divided files, by their heads.
  private var encodings: [Int: TextEncoding] = [:]
  /// Divided files that are to be probed as a whole.
  private var unprobed: [Int] = []
  private var isProbed: Set<Int> = []

  // What was handed in.
  private var waiting: [Int: UsageResult] = [:]
  /// The first unit that nobody counts or has counted.
  private var turn = 0
  private var isCounting = false
  private var probed: [Int: SeasonReader.Probed] = [:]
  /// Pieces whose memory may be used again.
  private var spares: [UsagePiece] = []
  private var hasFailed = false
  private var isAbandoned = false
  /// Workers that wait for an earlier unit to be handed in.
  private var waiters: [CheckedContinuation<Void, Never>] = []

  /// - Parameters:
  ///   - files: The usage files, in their order.
  ///   - hasDigests: Whether to compute the files' SHA-256.
  ///   - pieceSize: The bytes of a piece of a large file.
  ///   - wholeLimit: The bytes of the largest file that is not divided.
  init(_ files: [UsageFileSize], hasDigests: Bool, pieceSize: Int, wholeLimit: Int) {
    self.files = files
    self.hasDigests = hasDigests
    self.pieceSize = pieceSize
    self.wholeLimit = wholeLimit
  }

  /// Gives the next unit out, with memory for it; nil where there is none.
  func next() async -> (unit: UsageUnit, spare: UsagePiece?)? {
    // Whoever has the earliest unit never waits here.
    while !hasFailed, !isAbandoned, nextTurn - turn >= Self.mostAhead {
      await withCheckedContinuation { waiters.append($0) }
    }
    if hasFailed || isAbandoned { return nil }
    return nextUnit().map { ($0, spares.popLast()) }
  }

  /// Takes a result in.
  ///
  /// - Returns: What the worker has to count now, and to say so (`counted`); nil where it is not the
  ///   turn of any result, or somebody else counts.
  func handIn(_ result: consuming UsageResult) -> UsageResult? {
    switch result {
    case .failure: fail()
    case .probe(let file, let found):
      // Another encoding than the head's.
      if found.file.encoding != encodings[file] { fail() }
      probed[file] = found
    case .piece(let range, _, let isASCII):
      if !isASCII { probe(range.file) }
      waiting[range.turn] = result
    case .whole(let turn, _): waiting[turn] = result
    }
    return isCounting ? nil : nextToCount()
  }

  /// Hears that a result was counted.
  ///
  /// - Parameters:
  ///   - isRight: Whether all was as supposed.
  ///   - spare: Memory that may be used again.
  /// - Returns: What the worker has to count next; nil where nothing is there.
  func counted(_ isRight: Bool, _ spare: consuming UsagePiece?) -> UsageResult? {
    if let spare { spares.append(spare) }
    if !isRight { fail() }
    return nextToCount()
  }

  private func nextToCount() -> UsageResult? {
    let next = hasFailed || isAbandoned ? nil : waiting.removeValue(forKey: turn)
    isCounting = next != nil
    if isCounting {
      turn += 1
      wakeAll()
    }
    return next
  }

  private func fail() {
    hasFailed = true
    wakeAll()
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

  /// The files that were probed apart from their reading; nil where something was not as supposed.
  var probedFiles: [Int: SeasonReader.Probed]? {
    hasFailed || isAbandoned || isCounting || turn != nextTurn || nextFile < files.count
      || isProbed.count != probed.count ? nil : probed
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
    let (entry, byteCount) = (files[nextFile].entry, files[nextFile].byteCount)
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
}
