extension TemplateProgram {
  /// Runs the first routine with one view as the whole context.
  ///
  /// - Parameters:
  ///   - root: Where the view lies.
  ///   - trace: What notes where the document's parts stand in the templates, where that is wanted.
  ///   - pieces: Who takes the document as it grows; nil where it is wanted whole.
  /// - Returns: What nobody has taken of the document, and the trace.
  func run(
    _ root: UnsafeRawPointer, trace: TemplateTrace?, pieces: DocumentPieces? = nil
  ) -> (document: [UInt8], trace: TemplateTrace?) {
    let accesses = steps.map { Unmanaged.passUnretained($0.access) }
    return code.withUnsafeBufferPointer { code in
      literals.withUnsafeBufferPointer { literals in
        references.withUnsafeBufferPointer { references in
          accesses.withUnsafeBufferPointer { accesses in
            var run = TemplateRun(
              program: self, code: code, literals: literals, references: references,
              accesses: accesses, pieces: pieces, registers: [root], trace: trace)
            run.perform(routines[0], base: 0)
            return (run.output, run.trace)
          }
        }
      }
    }
  }
}

/// Who takes a document as it grows.
struct DocumentPieces {
  /// From how much on it is offered.
  ///
  /// Unit: bytes.
  let size: Int
  /// Removes from the beginning what it takes.
  let take: (inout [UInt8]) -> Void
}

/// One rendering: what is written so far, and the indent of the lines that begin now.
///
/// Accesses are called unretained: the program outlives its run, and is shared by all threads, which
/// would else wait for each other's counting.
private struct TemplateRun {
  let program: TemplateProgram
  let code: UnsafeBufferPointer<TemplateCode>
  let literals: UnsafeBufferPointer<UInt8>
  let references: UnsafeBufferPointer<TemplateCode.Reference>
  let accesses: UnsafeBufferPointer<Unmanaged<ViewAccess>>
  let pieces: DocumentPieces?
  /// Where the contexts lie; those of the running routine from its base on.
  var registers: [UnsafeRawPointer]
  var trace: TemplateTrace?
  var output: [UInt8] = []
  var indent: [UInt8] = []

  mutating func perform(_ range: Range<Int>, base: Int) {
    var next = range.lowerBound
    while next < range.upperBound {
      let operation = code[next]
      next += 1
      switch operation.kind {
      case .literal, .line: write(operation)
      case .text, .markup: write(references[operation.index], base, operation.kind == .markup)
      case .section, .condition, .inverted:
        let body = operation.first..<(operation.first + operation.count)
        next = body.upperBound
        enter(references[operation.index], base, operation.kind, body)
      case .call: call(program.calls[operation.index], base)
      case .indented:
        let body = operation.first..<(operation.first + operation.count)
        next = body.upperBound
        let outer = indent
        indent += program.indents[operation.index]
        perform(body, base: base)
        indent = outer
      }
    }
  }

  private mutating func write(_ reference: TemplateCode.Reference, _ base: Int, _ isRaw: Bool) {
    let escaping = program.escaping
    let accesses = accesses
    Self.reach(reference, registers[base + reference.register], accesses) { access, place in
      let text = access._withUnsafeGuaranteedRef { $0.text(at: place) }
      if isRaw {
        output.append(contentsOf: text.utf8)
      } else {
        escaping.append(text, to: &output)
      }
    }
  }

  private mutating func enter(
    _ reference: TemplateCode.Reference, _ base: Int, _ kind: TemplateCode.Kind,
    _ body: Range<Int>
  ) {
    let accesses = accesses
    var holds = false
    Self.reach(reference, registers[base + reference.register], accesses) { access, place in
      guard kind == .section else {
        holds = access._withUnsafeGuaranteedRef { $0.holds(at: place) }
        return
      }
      access._withUnsafeGuaranteedRef { access in
        access.visit(at: place) { part in
          registers.append(part)
          perform(body, base: base)
          registers.removeLast()
          // Long documents are long by their lists.
          if let pieces, output.count >= pieces.size { pieces.take(&output) }
        }
      }
    }
    if kind != .section, holds == (kind == .condition) { perform(body, base: base) }
  }

  private mutating func call(_ call: TemplateCode.Call, _ base: Int) {
    let own = registers.count
    for register in call.registers { registers.append(registers[base + register]) }
    let outer = indent
    indent = call.indent.map { outer + $0 } ?? []
    perform(program.routines[call.routine], base: own)
    indent = outer
    registers.removeLast(call.registers.count)
  }

  /// Hands on the last access of a reference with what it is to be asked of; nothing where a record
  /// on the way is missing.
  @inline(__always)
  private static func reach(
    _ reference: TemplateCode.Reference, _ place: UnsafeRawPointer,
    _ accesses: UnsafeBufferPointer<Unmanaged<ViewAccess>>,
    _ body: (Unmanaged<ViewAccess>, UnsafeRawPointer) -> Void
  ) {
    if reference.count == 1 {
      body(accesses[reference.first], place)
    } else {
      descend(reference.first, reference.count, place, accesses, body)
    }
  }

  private static func descend(
    _ first: Int, _ count: Int, _ place: UnsafeRawPointer,
    _ accesses: UnsafeBufferPointer<Unmanaged<ViewAccess>>,
    _ body: (Unmanaged<ViewAccess>, UnsafeRawPointer) -> Void
  ) {
    guard count > 1 else { return body(accesses[first], place) }
    accesses[first]._withUnsafeGuaranteedRef { access in
      access.visit(at: place) { descend(first + 1, count - 1, $0, accesses, body) }
    }
  }

  private mutating func write(_ literal: TemplateCode) {
    let bytes = UnsafeBufferPointer(
      rebasing: literals[literal.first..<(literal.first + literal.count)])
    if trace != nil, let place = program.places[literal.index] {
      trace?.add(output.count, place, Array(bytes))
    }
    guard !indent.isEmpty else {
      output.append(contentsOf: bytes)
      return
    }
    if literal.kind == .line { output.append(contentsOf: indent) }
    for (index, byte) in bytes.enumerated() {
      output.append(byte)
      if byte == lineFeed, index + 1 < bytes.count { output.append(contentsOf: indent) }
    }
  }
}
