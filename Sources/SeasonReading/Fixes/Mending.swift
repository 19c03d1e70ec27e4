package import ReviewModel

/// Puts fixes into a file's bytes: the named cells change, and nothing else.
package enum Mending {
  /// Why a fix can't be carried out.
  package enum Refusal: Error, Equatable {
    /// The file is no table of the season.
    case noTable(CellFix)
    /// The file has no such cell.
    case noCell(CellFix)
    /// The cell holds another text than the fix says.
    case changed(CellFix, found: String)
    /// The file's encoding can't write the new text.
    case encoding(CellFix, TextEncoding)
    /// The fix would empty the cell, and no rule says that nothing is lost by that.
    case emptied(CellFix)
    /// Two fixes are about the same cell.
    case twice(CellFix)
  }

  /// A table with its fixes carried out, or why not: nothing is mended where any is refused.
  package struct Outcome {
    package let bytes: [UInt8]
    package let refusals: [Refusal]
  }

  /// Carries fixes out.
  ///
  /// - Parameters:
  ///   - fixes: Of this file, in any order.
  ///   - path: The file's path inside the season folder.
  ///   - kind: What the file is in the season folder.
  ///   - bytes: The file's bytes.
  /// - Returns: The new bytes, or the refusals in the order of the fixes.
  package static func mend(
    _ fixes: [CellFix], _ path: String, _ kind: InputFile.Kind, _ bytes: [UInt8]
  ) -> Outcome {
    guard let schema = Schemas.table(kind),
      let form = form(of: bytes, path, schema)
    else { return Outcome(bytes: bytes, refusals: fixes.prefix(1).map { .noTable($0) }) }
    let encoding = form.encoding
    let table = RawTable(bytes, encoding, form.match.delimiter)
    let rows = table.rows(Set(fixes.map(\.row)))
    var changes: [(cell: Range<Int>, bytes: [UInt8])] = []
    var refusals: [Refusal] = []
    var taken: Set<Range<Int>> = []
    for fix in fixes {
      do throws(Refusal) {
        let cell = try cell(of: fix, in: rows)
        let new = try newBytes(for: fix, cell, table, encoding)
        guard !isEmpty(fix.after) || isEmptied(fix, form, schema) else { throw .emptied(fix) }
        guard taken.insert(cell.bytes).inserted else { throw .twice(fix) }
        changes.append((cell.bytes, new))
      } catch {
        refusals.append(error)
      }
    }
    guard refusals.isEmpty else { return Outcome(bytes: bytes, refusals: refusals) }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var position = 0
    for change in changes.sorted(by: { $0.cell.lowerBound < $1.cell.lowerBound }) {
      out += bytes[position..<change.cell.lowerBound]
      out += change.bytes
      position = change.cell.upperBound
    }
    return Outcome(bytes: out + bytes[position...], refusals: [])
  }

  private static func cell(
    of fix: CellFix, in rows: [Int: [RawTable.Cell]]
  ) throws(Refusal) -> RawTable.Cell {
    guard let column = Place.column(ofCell: fix.cell, inRow: fix.row), let row = rows[fix.row],
      column <= row.count
    else { throw .noCell(fix) }
    return row[column - 1]
  }

  private static func isEmpty(_ after: String) -> Bool { Normalisation.code(after).isEmpty }

  /// Whether the program itself proposes to empty the cell.
  ///
  /// An empty `after` also stands in rows that only tell of a cell which can't be mended: with `yes`,
  /// those would lose what is left of it.
  private static func isEmptied(_ fix: CellFix, _ form: Form, _ schema: TableSchema) -> Bool {
    guard let proposal = FixRules.proposal(for: fix, form.match, schema, form.encoding) else {
      return false
    }
    return proposal.decision != .no && isEmpty(proposal.after)
  }

  private static func newBytes(
    for fix: CellFix, _ cell: RawTable.Cell, _ table: RawTable, _ encoding: TextEncoding
  ) throws(Refusal) -> [UInt8] {
    let found = table.text(of: cell)
    // As bytes: composed and decomposed letters are different.
    guard found.utf8.elementsEqual(fix.before.utf8) else { throw .changed(fix, found: found) }
    guard let new = table.bytes(of: cell, holding: fix.after) else {
      throw .encoding(fix, encoding)
    }
    return new
  }

  /// How a table is written, and where its header stands.
  struct Form {
    let encoding: TextEncoding
    let match: HeaderMatch
  }

  /// The form of a table; nil where it can't be read.
  static func form(of bytes: [UInt8], _ path: String, _ schema: TableSchema) -> Form? {
    do throws(ReadProblem) {
      let probe = try EncodingProbe(MemorySource(bytes))
      guard let encoding = probe.encoding, probe.fault == nil else { return nil }
      let text = TextFile(path: path, bytes: bytes, encoding: encoding)
      guard case .found(let match) = try HeaderSearch.search(schema, in: text) else { return nil }
      return Form(encoding: encoding, match: match)
    } catch {
      return nil
    }
  }

  /// Whether a header names personal data, which is not quoted.
  package static func isPersonal(field: String) -> Bool {
    guard let index = Schemas.rosters.headerNames[Normalisation.header(field)] else {
      return false
    }
    return [.contact, .phone].contains(Schemas.rosters.columns[index].column)
  }
}
