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
      var output = CanonicalOutput(buffer)
      for byte in beginning { output.put(byte) }
      guard scan(text, &output) else { return }
      isFine = true
      count = output.count
    }
    return isFine ? result : nil
  }

  private func scan(_ text: [UInt8], _ output: inout CanonicalOutput) -> Bool {
    text.withUnsafeBufferPointer { buffer in
      withUnsafeTemporaryAllocation(
        of: SchemaSink.Frame.self, capacity: MarkupScanner.maximumDepth + 1
      ) { frames in
        withUnsafeTemporaryAllocation(
          of: Int.self, capacity: MarkupScanner.maximumAttributes
        ) { ranks in
          guard let frames = frames.baseAddress, let ranks = ranks.baseAddress else {
            return false
          }
          var scanner = MarkupScanner(buffer)
          var sink = SchemaSink(plan, scanner.bytes, output, frames, ranks)
          let isFine = withExtendedLifetime(plan) {
            scanner.accepts(into: &sink, allowing: .none) && sink.table.isSatisfied()
          }
          output = sink.output
          return isFine && !output.isFull
        }
      }
    }
  }
}
