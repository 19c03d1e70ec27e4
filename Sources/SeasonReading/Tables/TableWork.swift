import ReviewModel

/// Reads several tables, and several parts of a large one, at a time.
enum TableWork {
  /// What a worker can do on its own.
  private enum Unit: Sendable {
    case file(Int)
    case part(Int, SeasonReader.Probed, TablePart)
  }

  /// What became of a unit.
  private enum Outcome: Sendable {
    case file(Int, SeasonReader.FileRows)
    /// A table that is to be read in parts.
    case divided(Int, SeasonReader.Probed, [TablePart])
    case part(Int, TablePart, DividedTable.Outcome)
  }

  /// Reads tables.
  ///
  /// - Parameters:
  ///   - entries: The tables' files.
  ///   - hasDigests: Whether to compute the files' SHA-256.
  ///   - jobs: How many files or parts are read at a time.
  ///   - partSize: The bytes of a part.
  /// - Returns: What each file gave, in their order, in one part or several: together the same as if
  ///   each were read as a whole.
  static func read(
    _ entries: [SeasonFolder.Entry], hasDigests: Bool, jobs: Int, partSize: Int
  ) async -> [SeasonReader.FileRows] {
    var files = [[SeasonReader.FileRows]](repeating: [], count: entries.count)
    var divided: [Int: DividedTable] = [:]
    await withTaskGroup(of: Outcome.self) { group in
      var units = entries.indices.map { Unit.file($0) }
      var (next, running) = (0, 0)
      repeat {
        while running < max(1, jobs), next < units.count {
          let unit = units[next]
          group.addTask {
            outcome(of: unit, entries, hasDigests: hasDigests, partSize: jobs > 1 ? partSize : nil)
          }
          next += 1
          running += 1
        }
        guard let outcome = await group.next() else { break }
        running -= 1
        switch outcome {
        case .file(let number, let file): files[number] = [file]
        case .divided(let number, let probed, let parts):
          divided[number] = DividedTable(probed: probed)
          units += parts.map { .part(number, probed, $0) }
        case .part(let number, let part, let outcome):
          divided[number]?.outcomes.append((part.offset, outcome))
        }
      } while true
    }
    for (number, table) in divided { files[number] = table.parts }
    return files.flatMap { $0 }
  }

  private static func outcome(
    of unit: Unit, _ entries: [SeasonFolder.Entry], hasDigests: Bool, partSize: Int?
  ) -> Outcome {
    switch unit {
    case .file(let number):
      let entry = entries[number]
      do throws(ReadProblem) {
        let probed = try SeasonReader.Probed(entry, hasDigest: hasDigests)
        if let partSize, entry.kind == .roster || entry.kind == .progress,
          let text = probed.text,
          let parts = try TablePart.all(of: text, byteCount: probed.file.byteCount, size: partSize)
        {
          return .divided(number, probed, parts)
        }
        return .file(number, SeasonReader.FileRows(probed))
      } catch {
        return .file(number, SeasonReader.FileRows(error, entry))
      }
    case .part(let number, let probed, let part):
      LargePages.askForThisThread()
      do throws(ReadProblem) {
        var tables = SeasonTables()
        let outcome = try probed.text.flatMap { text throws(ReadProblem) in
          try SeasonReader.read(text, probed.file.kind, part, into: &tables)
        }
        return .part(number, part, .success((tables, outcome)))
      } catch {
        return .part(number, part, .failure(error))
      }
    }
  }
}

/// A table whose parts are read one beside the other.
private struct DividedTable {
  typealias Outcome = Result<(SeasonTables, TableReader.Outcome?), ReadProblem>

  let probed: SeasonReader.Probed
  /// As they came, each with the bytes before its part.
  var outcomes: [(offset: Int, outcome: Outcome)] = []

  /// What the table gave, part by part; the last one tells of the whole file.
  var parts: [SeasonReader.FileRows] {
    var parts: [SeasonReader.FileRows] = []
    var found = TableReader.Outcome()
    do throws(ReadProblem) {
      for (_, part) in outcomes.sorted(by: { $0.offset < $1.offset }) {
        let (tables, outcome) = try part.get()
        parts.append(SeasonReader.FileRows(tables))
        if let outcome { found.add(outcome) }
      }
    } catch {
      var failed = SeasonReader.FileRows(error, probed.entry)
      failed.findings = probed.findings + failed.findings
      return [failed]
    }
    parts.append(SeasonReader.FileRows(probed, SeasonTables(), found))
    return parts
  }
}
