/// Reads a text that comes in pieces as a scanner reads it whole.
///
/// Each piece but the last ends with a tag or comment, the first one's inside the root, so that all
/// that has to be known of the pieces before is which elements are open. Where one ends otherwise,
/// nothing is certain.
struct PieceScanner {
  private enum Part { case prolog, root, end }

  private let documentType: XMLDocument.DocumentType
  private var part = Part.prolog
  /// The names of the open elements one after the other, and how long each is.
  private var names: [UInt8] = []
  private var lengths: [Int] = []

  init(allowing documentType: XMLDocument.DocumentType) {
    self.documentType = documentType
  }

  /// Reads the next piece into the sink that is made for its scanner.
  ///
  /// - Returns: The sink, which must not look at the bytes any more; nil where the piece is not
  ///   beyond doubt.
  mutating func sink<Sink: MarkupSink>(
    _ piece: ArraySlice<UInt8>, isLast: Bool, _ make: (MarkupScanner) -> Sink
  ) -> Sink? {
    // Names are looked up among the bytes: those of elements that opened earlier go before.
    let window = names + piece
    return window.withUnsafeBufferPointer { buffer in
      var scanner = MarkupScanner(buffer)
      scanner.at = names.count
      var sink = make(scanner)
      let isFine = MarkupScanner.withRoom { spans, attributes in
        var depth = 0
        var start = 0
        for length in lengths {
          spans[depth] = MarkupSpan(start: start, end: start + length)
          start += length
          depth += 1
        }
        guard read(&scanner, &sink, spans, attributes, &depth, isLast: isLast) else {
          return false
        }
        sink.pause(at: scanner.at)
        keep(spans, depth, buffer)
        return true
      }
      return isFine ? sink : nil
    }
  }

  private mutating func read(
    _ scanner: inout MarkupScanner, _ sink: inout some MarkupSink,
    _ spans: UnsafeMutablePointer<MarkupSpan>, _ attributes: UnsafeMutablePointer<AttributeSpan>,
    _ depth: inout Int, isLast: Bool
  ) -> Bool {
    switch part {
    case .prolog:
      guard scanner.prolog(&sink, allowing: documentType) else { return false }
    case .root:
      guard let span = scanner.text(), span.count == 0 || sink.text(span) else { return false }
    case .end: break
    }
    if part != .end {
      guard scanner.elements(&sink, spans, attributes, &depth, goesOn: !isLast) else {
        return false
      }
      part = depth > 0 ? .root : .end
    }
    if part == .end {
      guard scanner.miscellany(&sink) else { return false }
    }
    return scanner.at == scanner.count
  }

  private mutating func keep(
    _ spans: UnsafeMutablePointer<MarkupSpan>, _ depth: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    var open: [UInt8] = []
    lengths.removeAll(keepingCapacity: true)
    for place in 0..<depth {
      open += bytes[spans[place].start..<spans[place].end]
      lengths.append(spans[place].count)
    }
    names = open
  }
}
