package import ReviewModel

/// `fixes.csv`: proposals for cells, or what was done, for a spreadsheet and for reading back.
package enum FixTable {
  package static func bytes(of fixes: [CellFix]) -> [UInt8] {
    var writer = CSVWriter(isFormulaSafe: true, startsWithBOM: true)
    writer.append(CellFix.columns)
    for fix in fixes {
      writer.append([
        fix.file, String(fix.row), fix.cell, CellFix.guarded(fix.field),
        CellFix.guarded(fix.before), CellFix.guarded(fix.after), fix.finding, fix.why.zh,
        fix.why.en, fix.decision.rawValue,
      ])
    }
    return writer.bytes
  }
}
