package import ReviewModel
internal import XMLTools

/// Where a long document goes, a piece at a time.
package protocol DocumentDestination {
  func append(_ piece: ArraySlice<UInt8>) throws
  /// Takes back all that was appended.
  func restart() throws
}

/// A file of the season's overview, made and checked on its way into the file.
///
/// It has a row and the figures of each contract, so that it is as long as the season is large: at no
/// time does more of it stand in memory than a piece.
package struct OverviewFile: Sendable {
  /// Inside the output folder.
  package let path: String
  private let write: @Sendable (any DocumentDestination) throws -> [DocumentProblem]

  init(
    _ path: String,
    _ write: @escaping @Sendable (any DocumentDestination) throws -> [DocumentProblem]
  ) {
    self.path = path
    self.write = write
  }

  /// Writes the file, and gives what is wrong with it: where that is anything, it must not be kept.
  ///
  /// - Throws: What the output throws.
  package func write(to output: any DocumentDestination) throws -> [DocumentProblem] {
    try write(output)
  }
}

/// A piece is not certainly right; libxml2 has to look at the whole document.
private struct Undecided: Error {}

extension DocumentRenderer {
  /// Every file of the season's overview but the manifest.
  package func files(of season: SeasonOverview) -> [OverviewFile] {
    [
      OverviewFile(DocumentKind.overview.fileName) { try writePage(of: season, to: $0) },
      OverviewFile(SeasonArchiveView.fileName) { try writeArchive(of: season, to: $0) },
      OverviewFile("figures.csv") { output in
        try FigureTable.write(season.figures) { try output.append($0) }
        return []
      },
      OverviewFile("findings.csv") { output in
        try FindingTable.write(season.findings, options: options) { try output.append($0) }
        return []
      },
    ]
  }

  private func writePage(
    of season: SeasonOverview, to output: any DocumentDestination
  ) throws -> [DocumentProblem] {
    let view = overviewView(of: season)
    var form = WellFormedPieces(allowing: .html)
    var figures = OverviewFigureCheck(season, own: view.figures)
    do {
      try overview.render(view) { piece, isLast in
        guard form.accepts(piece, isLast: isLast) else { throw Undecided() }
        figures.take(FigureMark.marks(in: piece))
        try output.append(piece)
      }
    } catch is Undecided {
      let page = overview.rendered(view)
      let all = FigureIndex(Array(season.figures), format: view.figures.format)
      let problems = check.problems(of: page, .overview, in: "", all)
      if problems.isEmpty { try replace(page, in: output) }
      return problems
    }
    return figures.faults().map { $0.problem(of: DocumentKind.overview.fileName, .overview) }
  }

  private func writeArchive(
    of season: SeasonOverview, to output: any DocumentDestination
  ) throws -> [DocumentProblem] {
    do {
      guard let pieces = check.acceptor.map({ CanonicalPieces($0) }) else { throw Undecided() }
      try output.append(Array(PacketArchive.declaration.utf8)[...])
      try seasonArchive.render(SeasonArchiveView(overview: season, options: options)) {
        piece, isLast in
        guard let canonical = pieces.canonical(of: piece, isLast: isLast) else {
          throw Undecided()
        }
        try output.append(canonical[...])
      }
      return []
    } catch is Undecided {
      let archive = archive(of: season)
      if archive.problems.isEmpty { try replace(archive.bytes, in: output) }
      return archive.problems
    }
  }

  private func replace(_ document: [UInt8], in output: any DocumentDestination) throws {
    try output.restart()
    try output.append(document[...])
  }
}
