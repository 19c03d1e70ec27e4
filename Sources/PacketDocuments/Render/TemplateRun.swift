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
      literals.withUnsafeBufferPointer { pool in
        // Never empty: slack stands behind the last one.
        guard let literals = pool.baseAddress else { return ([], trace) }
        return references.withUnsafeBufferPointer { references in
          accesses.withUnsafeBufferPointer { accesses in
            calls.withUnsafeBufferPointer { calls in
              handedOn.withUnsafeBufferPointer { handedOn in
                var run = TemplateRun(
                  program: self, code: code, literals: literals, references: references,
                  accesses: accesses, calls: calls, handedOn: handedOn, pieces: pieces,
                  trace: trace)
                run.registers.push(root)
                run.perform(routines[0], base: 0)
                return run.result
              }
            }
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
  let take: (inout DocumentOutput) -> Void
}

/// Where the contexts lie, those of the running routine from its base on.
private struct Registers: ~Copyable {
  private var start = UnsafeMutablePointer<UnsafeRawPointer>.allocate(capacity: 64)
  private var capacity = 64
  private(set) var count = 0

  deinit { start.deallocate() }

  subscript(index: Int) -> UnsafeRawPointer {
    @inline(__always) get { start[index] }
  }

  @inline(__always)
  mutating func push(_ place: UnsafeRawPointer) {
    if count == capacity { grow() }
    start[count] = place
    count += 1
  }

  @inline(__always)
  mutating func pop(_ count: Int) { self.count -= count }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<UnsafeRawPointer>.allocate(capacity: capacity * 2)
    larger.update(from: start, count: count)
    start.deallocate()
    (start, capacity) = (larger, capacity * 2)
  }
}

/// One rendering: what is written so far, and the indent of the lines that begin now.
///
/// Accesses are called unretained: the program outlives its run, and is shared by all threads, which
/// would else wait for each other's counting.
private struct TemplateRun: ~Copyable {
  /// More than most documents take, so that few are moved on the way; what is not written to takes
  /// no memory.
  private static let usualSize = 1 << 19

  let program: TemplateProgram
  let code: UnsafeBufferPointer<TemplateCode>
  let literals: UnsafePointer<UInt8>
  let references: UnsafeBufferPointer<TemplateCode.Reference>
  let accesses: UnsafeBufferPointer<Unmanaged<ViewAccess>>
  let calls: UnsafeBufferPointer<TemplateCode.Call>
  let handedOn: UnsafeBufferPointer<Int>
  let pieces: DocumentPieces?
  var registers = Registers()
  let isTraced: Bool
  var trace: TemplateTrace?
  var output: DocumentOutput
  /// The indents of all routines that are running, of which the last ones from a place on count.
  var indents = DocumentOutput(nil, capacity: 64)
  var indentStart = 0

  init(
    program: TemplateProgram, code: UnsafeBufferPointer<TemplateCode>,
    literals: UnsafePointer<UInt8>,
    references: UnsafeBufferPointer<TemplateCode.Reference>,
    accesses: UnsafeBufferPointer<Unmanaged<ViewAccess>>,
    calls: UnsafeBufferPointer<TemplateCode.Call>, handedOn: UnsafeBufferPointer<Int>,
    pieces: DocumentPieces?, trace: TemplateTrace?
  ) {
    self.program = program
    self.code = code
    self.literals = literals
    self.references = references
    self.accesses = accesses
    self.calls = calls
    self.handedOn = handedOn
    self.pieces = pieces
    self.trace = trace
    isTraced = trace != nil
    output = DocumentOutput(program.escaping, capacity: Self.usualSize)
  }

  var result: (document: [UInt8], trace: TemplateTrace?) { (Array(output.written), trace) }

  mutating func perform(_ range: Range<Int>, base: Int) {
    var next = range.lowerBound
    while next < range.upperBound {
      let operation = code[next]
      next += 1
      switch operation.kind {
      case .literal: writeLiteral(operation)
      case .lines, .line: writeLines(operation)
      case .text, .markup:
        writeLiteral(operation)
        write(references[operation.index], base, operation.kind == .markup)
      case .section, .condition, .inverted:
        let body = operation.first..<(operation.first + operation.count)
        next = body.upperBound
        enter(references[operation.index], base, operation.kind, body)
      case .call: call(calls[operation.index], base)
      case .indented:
        let body = operation.first..<(operation.first + operation.count)
        next = body.upperBound
        let outer = indents.count
        addIndent(operation.index)
        perform(body, base: base)
        indents.takeBack(to: outer)
      }
    }
  }

  // MARK: Values

  @inline(__always)
  private mutating func write(_ reference: TemplateCode.Reference, _ base: Int, _ isRaw: Bool) {
    let place = registers[base + reference.register] + reference.offset
    guard reference.count > 1 else {
      return write(accesses[reference.first], place, isRaw)
    }
    descend(reference.first, reference.count, place) { run, access, place in
      run.write(access, place, isRaw)
    }
  }

  @inline(__always)
  private mutating func write(
    _ access: Unmanaged<ViewAccess>, _ place: UnsafeRawPointer, _ isRaw: Bool
  ) {
    access._withUnsafeGuaranteedRef { access in
      if isRaw {
        access.writeRaw(place, &output)
      } else {
        access.write(place, &output)
      }
    }
  }

  private mutating func enter(
    _ reference: TemplateCode.Reference, _ base: Int, _ kind: TemplateCode.Kind,
    _ body: Range<Int>
  ) {
    let place = registers[base + reference.register] + reference.offset
    var holds = false
    if reference.count == 1 {
      holds = enter(accesses[reference.first], place, base, kind, body)
    } else {
      descend(reference.first, reference.count, place) { run, access, place in
        holds = run.enter(access, place, base, kind, body)
      }
    }
    if kind != .section, holds == (kind == .condition) { perform(body, base: base) }
  }

  /// Performs a section's body for each part; of a condition, only says whether it holds.
  private mutating func enter(
    _ access: Unmanaged<ViewAccess>, _ place: UnsafeRawPointer, _ base: Int,
    _ kind: TemplateCode.Kind, _ body: Range<Int>
  ) -> Bool {
    guard kind == .section else {
      return access._withUnsafeGuaranteedRef { $0.holds(place) }
    }
    access._withUnsafeGuaranteedRef { access in
      if let offset = access.offset {
        perform(body, base: base, with: place + offset)
      } else {
        access.visit(place) { perform(body, base: base, with: $0) }
      }
    }
    return true
  }

  private mutating func perform(_ body: Range<Int>, base: Int, with part: UnsafeRawPointer) {
    registers.push(part)
    perform(body, base: base)
    registers.pop(1)
    // Long documents are long by their lists.
    if let pieces, output.count >= pieces.size { pieces.take(&output) }
  }

  /// Hands on the last access of a reference with what it is to be asked of; nothing where a record
  /// on the way is missing.
  private mutating func descend(
    _ first: Int, _ count: Int, _ place: UnsafeRawPointer,
    _ body: (inout TemplateRun, Unmanaged<ViewAccess>, UnsafeRawPointer) -> Void
  ) {
    guard count > 1 else { return body(&self, accesses[first], place) }
    accesses[first]._withUnsafeGuaranteedRef { access in
      access.visit(place) { descend(first + 1, count - 1, $0, body) }
    }
  }

  // MARK: Routines

  private mutating func call(_ call: TemplateCode.Call, _ base: Int) {
    let own = registers.count
    for place in call.registers { registers.push(registers[base + handedOn[place]]) }
    let outer = (start: indentStart, end: indents.count)
    if let added = call.indent {
      addIndent(added)
    } else {
      indentStart = outer.end
    }
    perform(call.body, base: own)
    indentStart = outer.start
    indents.takeBack(to: outer.end)
    registers.pop(call.registers.count)
  }

  // MARK: Literals

  @inline(__always)
  private mutating func writeLiteral(_ literal: TemplateCode) {
    if isTraced { note(literal) }
    output.append(slack: literals + literal.first, count: literal.count)
  }

  private mutating func note(_ literal: TemplateCode) {
    guard literal.count > 0, let place = program.places[literal.first] else { return }
    trace?.add(
      output.count, place,
      Array(UnsafeBufferPointer(start: literals + literal.first, count: literal.count)))
  }

  /// Writes a literal that begins lines, each with the indent.
  private mutating func writeLines(_ literal: TemplateCode) {
    if isTraced { note(literal) }
    let bytes = UnsafeBufferPointer(start: literals + literal.first, count: literal.count)
    guard indents.count > indentStart else { return output.append(bytes) }
    if literal.kind == .line { indent() }
    guard literal.index > 0 else {
      return output.append(slack: literals + literal.first, count: literal.count)
    }
    var written = 0
    for (index, byte) in bytes.dropLast().enumerated() where byte == lineFeed {
      output.append(UnsafeBufferPointer(rebasing: bytes[written...index]))
      indent()
      written = index + 1
    }
    output.append(UnsafeBufferPointer(rebasing: bytes[written...]))
  }

  private mutating func indent() {
    output.append(UnsafeBufferPointer(rebasing: indents.written[indentStart...]))
  }

  private mutating func addIndent(_ number: Int) {
    program.indents[number].withUnsafeBufferPointer { indents.append($0) }
  }
}
