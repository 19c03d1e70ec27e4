import ReviewModel

@testable import PacketDocuments

/// Keeps a document that comes in pieces.
final class MemoryOutput: DocumentDestination {
  private(set) var bytes: [UInt8] = []
  private(set) var longestPiece = 0
  private(set) var restarts = 0

  func append(_ piece: ArraySlice<UInt8>) {
    bytes += piece
    longestPiece = max(longestPiece, piece.count)
  }

  func restart() {
    bytes = []
    restarts += 1
  }
}

extension DocumentRenderer {
  /// The overview's files as wholes; throws where any has a problem.
  func wholeFiles(of season: SeasonOverview) throws -> [DocumentFile] {
    var problems: [DocumentProblem] = []
    let made = try files(of: season).map { file in
      let output = MemoryOutput()
      problems += try file.write(to: output)
      return DocumentFile(path: file.path, bytes: output.bytes)
    }
    guard problems.isEmpty else { throw DocumentProblems(problems: problems) }
    return made
  }
}
