/// Says what `XMLWellFormedness` does of a text that comes in pieces.
package struct WellFormedPieces {
  private var scanner: PieceScanner
  private var count = 0

  package init(allowing documentType: XMLDocument.DocumentType = .none) {
    scanner = PieceScanner(allowing: documentType)
  }

  /// Whether a text is well-formed beyond doubt with this piece; once it is not, no piece may follow.
  ///
  /// Each but the last has to end with a tag.
  package mutating func accepts(_ piece: ArraySlice<UInt8>, isLast: Bool) -> Bool {
    count += piece.count
    guard count <= XMLWellFormedness.maximumBytes else { return false }
    return scanner.sink(piece, isLast: isLast) { UniqueAttributes($0) } != nil
  }
}
