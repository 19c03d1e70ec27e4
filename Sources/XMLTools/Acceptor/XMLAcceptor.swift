/// Gives the canonical form of most texts that a schema accepts, many times faster than libxml2.
///
/// It says yes only where libxml2 would: in each other case nothing is said, and libxml2 has to
/// decide. Made once from a schema, it may be used from any task.
package struct XMLAcceptor: Sendable {
  /// libxml2 takes more, but not in one value.
  static let maximumBytes = 64_000_000

  let plan: SchemaPlan

  /// The acceptor of a schema that `XMLSchema` takes; nil where it uses what is not known here.
  package init?(source: [UInt8]) {
    guard let document = try? XMLDocument(parsing: source, maximumBytes: 4 << 20),
      let root = XMLElement(rootOf: document), let plan = try? SchemaPlanner.plan(of: root)
    else { return nil }
    self.plan = plan
  }

  /// The Canonical XML 1.1 form of a text behind a given beginning, if the text is beyond doubt
  /// well-formed and the schema accepts it; else nil.
  package func canonical(of text: [UInt8], after beginning: [UInt8] = []) -> [UInt8]? {
    guard text.count <= Self.maximumBytes else { return nil }
    // Empty elements grow: what does not fit is left to libxml2.
    let capacity = beginning.count + text.count + text.count / 2 + 4_096
    var isFine = false
    let result = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      guard let end = scan(text, beginning, buffer) else { return }
      isFine = true
      count = end
    }
    return isFine ? result : nil
  }

  /// Writes into a buffer; gives the number of bytes.
  private func scan(
    _ text: [UInt8], _ beginning: [UInt8], _ buffer: UnsafeMutableBufferPointer<UInt8>
  ) -> Int? {
    let room = SchemaRoom(for: plan)
    return text.withUnsafeBufferPointer { text in
      var scanner = MarkupScanner(text)
      var output = CanonicalOutput(buffer, of: scanner.bytes)
      for byte in beginning { output.put(byte) }
      var sink = SchemaSink(plan, scanner, output, room)
      let isFine = withExtendedLifetime((plan, room)) {
        scanner.accepts(into: &sink, allowing: .none) && sink.table.isSatisfied()
      }
      return isFine && !sink.output.isFull ? sink.output.count : nil
    }
  }
}
