import ReviewModel

/// A part of the reading of usage files that a worker can do on its own.
enum UsageUnit: Sendable {
  /// A file's digest and encoding, where its rows are read in pieces beside.
  case probe(file: Int, SeasonFolder.Entry)
  /// Rows of a large file of plain rows.
  case piece(UsagePieceRange)
  /// A file as a whole.
  case whole(turn: Int, SeasonFolder.Entry, byteCount: Int)
}

/// Where a piece of a large file lies.
struct UsagePieceRange: Sendable {
  let turn: Int
  /// The number of its file.
  let file: Int
  let location: String
  let plan: PlainUsage
  let encoding: TextEncoding
  /// The bytes before it.
  let offset: Int
  let length: Int
  /// Where the first record begins in the file's first piece; nil in the others.
  let firstRecord: Int?
  /// Whether it is the file's last.
  let isEnd: Bool
}

/// What became of a unit.
enum UsageResult: Sendable {
  case probe(file: Int, SeasonReader.Probed)
  /// `isASCII`: whether the bytes that are this piece's alone are.
  case piece(UsagePieceRange, UsagePiece, isASCII: Bool)
  case whole(turn: Int, UsageFile)
  /// Something was not as supposed, which the careful way tells about.
  case failure
}

/// A usage file that was looked at: its digest and encoding, its form, and rows where that is easy.
struct UsageFile: Sendable {
  enum Content: Sendable {
    /// Nothing of it counts, and why.
    case none(Bilingual)
    /// The rows are yet to be read.
    case plain(PlainUsage)
    /// All rows as one piece.
    case rows(PlainUsage, UsagePiece)
    case export(AnalyticsReader, AnalyticsReader.Survey)
    /// All rows of an export, to be counted.
    case exportRows(AnalyticsCounter, AnalyticsReader.Survey)
    /// It can't be read to its end.
    case unreadable(ReadProblem)
  }

  let probed: SeasonReader.Probed
  let content: Content

  /// Looks at a file whose encoding is known.
  ///
  /// - Parameters:
  ///   - probed: The file.
  ///   - register: Whom the rows may be about.
  ///   - isSurveying: Whether its rows are to be surveyed, too.
  ///   - logLimit: Rows of an export that are kept before they are counted.
  ///   - short: What was learnt from the last export; gets what is learnt.
  init(
    _ probed: SeasonReader.Probed, _ register: UsageRegister, isSurveying: Bool,
    logLimit: Int = ExportLog.standardLimit, _ short: inout ShortWay?
  ) {
    self.probed = probed
    guard let text = probed.text else {
      content = .none(probed.fault?.detailInUsage ?? UsageForm.noColumns)
      return
    }
    do throws(ReadProblem) {
      switch try UsageForm.find(in: text) {
      case .plain(let plan): content = .plain(plan)
      case .none(let reason): content = .none(reason)
      case .analytics:
        let reader = try AnalyticsReader(text, register, logLimit: logLimit)
        var rows: AnalyticsCounter?
        let survey =
          isSurveying ? try reader.survey() : try reader.survey(&short, reading: &rows)
        content = rows.map { .exportRows($0, survey) } ?? .export(reader, survey)
      }
    } catch {
      content = .unreadable(error)
    }
  }

  fileprivate init(_ probed: SeasonReader.Probed, _ content: Content) {
    self.probed = probed
    self.content = content
  }
}

/// Does units, one after the other; what it learns from one it knows in the next.
struct UsageWorker {
  /// Bytes of the next piece that are read too, for the record that goes beyond the end.
  static let overlap = 4 << 10

  private let register: UsageRegister
  private let stores: StoreKeys
  private let isSurveying: Bool
  private let hasDigests: Bool
  /// What the last export taught.
  private var short: ShortWay?
  /// The bytes of the last piece in another encoding than UTF-8, whose memory is used again.
  private var raw: UsagePiece?
  /// What the last piece was read with.
  private var reading: (file: Int, source: FileSource, parser: UsageParser)?

  init(_ register: UsageRegister, _ stores: StoreKeys, isSurveying: Bool, hasDigests: Bool) {
    self.register = register
    self.isSurveying = isSurveying
    self.hasDigests = hasDigests
    self.stores = stores
  }

  /// Does a unit.
  ///
  /// - Parameters:
  ///   - unit: What is to be done.
  ///   - spare: A piece whose memory may be used again.
  /// - Returns: What became of it.
  mutating func result(of unit: UsageUnit, _ spare: consuming UsagePiece?) -> UsageResult {
    do throws(ReadProblem) {
      switch unit {
      case .probe(let file, let entry):
        return .probe(file: file, try SeasonReader.Probed(entry, hasDigest: hasDigests))
      case .piece(let range):
        return try read(range, spare)
      case .whole(let turn, let entry, let byteCount):
        let inMemory = byteCount <= UsageDesk.wholeLimit
        let probed = try SeasonReader.Probed(
          entry, inMemory: inMemory, hasDigest: hasDigests)
        let file = UsageFile(probed, register, isSurveying: isSurveying, &short)
        guard inMemory, case .plain(let plan) = file.content else {
          return .whole(turn: turn, file)
        }
        return .whole(turn: turn, UsageFile(probed, try rows(of: probed, plan)))
      }
    } catch {
      return .failure
    }
  }

  private mutating func read(
    _ range: UsagePieceRange, _ spare: consuming UsagePiece?
  ) throws(ReadProblem) -> UsageResult {
    let wanted = range.length + Self.overlap
    // Each piece has one holder at any time: its memory would be copied else.
    var target: UsagePiece?
    var piece: UsagePiece
    if range.encoding == .utf8 {
      piece = spare ?? UsagePiece(capacity: wanted)
    } else {
      target = spare
      piece = raw ?? UsagePiece(capacity: wanted)
      raw = nil
    }
    if piece.capacity < wanted { piece = UsagePiece(capacity: wanted) }
    piece.clear()
    var reading =
      if let known = self.reading, known.file == range.file { known } else {
        (
          file: range.file, source: try FileSource(path: range.location),
          parser: UsageParser(range.plan, stores)
        )
      }
    self.reading = nil
    try reading.source.seek(to: range.offset)
    var source: any ByteSource = reading.source
    let isLast = try piece.fill(from: &source, limit: wanted)
    let start = range.firstRecord ?? piece.startOfLine(behind: 0)
    if range.encoding != .utf8 {
      let next = range.isEnd ? nil : piece.startOfLine(behind: range.length)
      guard let end = next ?? (isLast ? piece.filled : nil), start != nil || isLast else {
        return .failure
      }
      let isAtEnd = isLast && end == piece.filled
      // Other encodings take fewer bytes for a character than UTF-8 does.
      let lines = min(start ?? end, end)..<end
      let room = lines.count * 2 + 16
      var decoded = target ?? UsagePiece(capacity: room)
      target = nil
      if decoded.capacity < room { decoded = UsagePiece(capacity: room) }
      decoded.clear()
      try piece.decode(lines, range.encoding, into: &decoded)
      raw = piece
      piece = decoded
      reading.parser.read(&piece, from: 0, stop: .max, isLast: isAtEnd)
      // A quoted cell that goes over the cut: read as a whole, the file tells where.
      if piece.end < piece.filled { return .failure }
    } else if let start {
      reading.parser.read(&piece, from: start, stop: range.length, isLast: isLast)
    }
    self.reading = reading
    // With a digest the whole file is looked at beside, and where it is in another encoding.
    let isASCII = !hasDigests && range.encoding == .utf8 && piece.isASCII(upTo: range.length)
    return .piece(range, piece, isASCII: isASCII)
  }

  /// All rows of a file in memory; the file is read later where a record is too long for that.
  private func rows(
    of probed: SeasonReader.Probed, _ plan: PlainUsage
  ) throws(ReadProblem) -> UsageFile.Content {
    guard let text = probed.text else { return .plain(plan) }
    // Other encodings take fewer bytes for a character than UTF-8 does.
    var piece = UsagePiece(capacity: probed.file.byteCount * 2 + 16)
    var source = try text.source()
    let isLast = try piece.fill(from: &source)
    var parser = UsageParser(plan, stores)
    parser.read(&piece, from: 0, stop: .max, isLast: isLast)
    return isLast && piece.end == piece.filled ? .rows(plan, piece) : .plain(plan)
  }
}
