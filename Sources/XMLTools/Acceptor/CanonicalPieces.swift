/// Gives the canonical form that `XMLAcceptor` gives of a text that comes in pieces.
///
/// All that is kept of a piece are the values of keys, references and unique values.
package final class CanonicalPieces {
  /// libxml2 takes as much where it is asked to; no single value comes near its own limits.
  private static let maximumBytes = 1 << 30

  private let plan: SchemaPlan
  private var scanner = PieceScanner(allowing: .none)
  private var count = 0
  private let room: SchemaRoom
  /// The elements that are open.
  private var depth = 0
  private var table: ConstraintTable?

  /// Begins a text that the acceptor's schema is to accept.
  package init(_ acceptor: XMLAcceptor) {
    plan = acceptor.plan
    room = SchemaRoom(for: plan)
  }

  /// The canonical form of the next piece; nil where the text is not beyond doubt with it, after
  /// which no piece may follow.
  ///
  /// Each but the last has to end with a tag. The last one's is given only where the whole text is
  /// as the schema wants it.
  package func canonical(of piece: ArraySlice<UInt8>, isLast: Bool) -> [UInt8]? {
    count += piece.count
    guard count <= Self.maximumBytes else { return nil }
    var isFine = false
    let result = [UInt8](unsafeUninitializedCapacity: 2 * piece.count + 4_096) { buffer, length in
      guard let count = scan(piece, isLast: isLast, into: buffer) else { return }
      isFine = true
      length = count
    }
    return isFine ? result : nil
  }

  private func scan(
    _ piece: ArraySlice<UInt8>, isLast: Bool, into buffer: UnsafeMutableBufferPointer<UInt8>
  ) -> Int? {
    let found = withExtendedLifetime(plan) {
      scanner.sink(piece, isLast: isLast) { scanner in
        room.forgetPlaces()
        var output = CanonicalOutput(buffer, of: scanner.bytes)
        output.skip(to: scanner.at)
        var sink = SchemaSink(plan, scanner, output, room)
        sink.depth = depth
        if var table {
          self.table = nil
          table.bytes = scanner.bytes
          sink.table = table
        }
        return sink
      }
    }
    guard let found, !found.output.isFull else { return nil }
    depth = found.depth
    table = found.table
    return !isLast || found.table.isSatisfied() ? found.output.count : nil
  }
}
