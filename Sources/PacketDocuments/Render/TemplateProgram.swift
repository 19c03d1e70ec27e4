/// A template that was checked against a view type: every name is a slot of that view.
package struct Template<View: TemplateView>: Sendable {
  let program: TemplateProgram

  /// The document of one view.
  package func rendered(_ view: View) -> [UInt8] {
    withUnsafePointer(to: view) { program.rendered($0) }
  }

  /// Hands the document of one view on as it is made, in pieces of which each but the last ends
  /// with `>`.
  ///
  /// What the body throws is thrown on, and no piece follows.
  func render(
    _ view: View, piecesOf size: Int = 1 << 17,
    _ body: (_ piece: ArraySlice<UInt8>, _ isLast: Bool) throws -> Void
  ) throws {
    try withUnsafePointer(to: view) { try program.render($0, piecesOf: size, body) }
  }

  /// The document of one view with where its parts stand in the templates.
  func traced(_ view: View) -> (document: [UInt8], trace: TemplateTrace) {
    withUnsafePointer(to: view) { program.traced($0) }
  }
}

/// Where a value lies: a register of the running routine, then slots of records in it.
struct TemplateReference: Sendable {
  /// One step to a value: a record's slot, or nil for the register itself.
  struct Step: Sendable {
    let slot: Int?
    let access: ViewAccess
  }

  let register: Int
  /// At least one.
  let steps: [Step]
}

/// One step of a compiled template.
enum TemplateOperation: Sendable {
  case literal([UInt8], startsLine: Bool, TemplatePlace?)
  case value(TemplateReference, isRaw: Bool)
  /// Entered for each element, for what is there, or for what holds; all but flags push a register.
  case section(TemplateReference, isFlag: Bool, [TemplateOperation])
  case inverted(TemplateReference, [TemplateOperation])
  /// Runs a routine with some registers as its own; a nil indent means «in the middle of a line».
  case call(routine: Int, registers: [Int], indent: [UInt8]?)
  case indented([UInt8], [TemplateOperation])
}

/// The routines of a template and of what it brings in, one for each body and context shape.
///
/// All operations stand in one list of plain numbers, a body behind the operation that it belongs to;
/// what the numbers mean stands in pools. So a run goes through memory in order, and counts no
/// references to what all runs share.
struct TemplateProgram: Sendable {
  let escaping: Escaping
  var code: [TemplateCode] = []
  /// For each routine where its operations stand.
  var routines: [Range<Int>] = []
  var literals: [UInt8] = []
  /// Where literals stand in the templates, by the places of their first bytes.
  var places: [Int: TemplatePlace] = [:]
  var references: [TemplateCode.Reference] = []
  /// The references as templates have them, a step for each part of a name.
  private var allReferences: [TemplateCode.Reference] = []
  var steps: [TemplateReference.Step] = []
  var calls: [TemplateCode.Call] = []
  /// The registers that calls hand on, one call's after the other's.
  var handedOn: [Int] = []
  var indents: [[UInt8]] = []

  init(routines: [[TemplateOperation]], escaping: Escaping) {
    self.escaping = escaping
    for routine in routines {
      let start = code.count
      assemble(routine)
      self.routines.append(start..<code.count)
    }
    for call in calls.indices { calls[call].body = self.routines[calls[call].routine] }
    literals += Array(repeating: 0, count: DocumentOutput.slack)
    references = settled(allReferences)
  }

  /// The document of the view at a place.
  func rendered(_ view: UnsafeRawPointer) -> [UInt8] {
    run(view, trace: nil).document
  }

  func render(
    _ view: UnsafeRawPointer, piecesOf size: Int,
    _ body: (_ piece: ArraySlice<UInt8>, _ isLast: Bool) throws -> Void
  ) throws {
    var failure: (any Error)?
    func handOn(_ piece: UnsafeBufferPointer<UInt8>, isLast: Bool) {
      guard failure == nil else { return }
      do { try body(Array(piece)[...], isLast) } catch { failure = error }
    }
    let rest = withoutActuallyEscaping(handOn) { handOn in
      run(
        view, trace: nil,
        pieces: DocumentPieces(size: size) { document in
          let written = document.written
          guard let end = written.lastIndex(of: UInt8(ascii: ">")) else { return }
          handOn(UnsafeBufferPointer(rebasing: written[...end]), false)
          document.removeFirst(end + 1)
        }
      ).document
    }
    rest.withUnsafeBufferPointer { handOn($0, isLast: true) }
    if let failure { throw failure }
  }

  /// The document of worked-out values, for a program of such.
  func rendered(_ value: TemplateValue) -> [UInt8] {
    var document: [UInt8] = []
    value.lie { document = rendered($0) }
    return document
  }

  /// The document of a view, and where its parts stand in the templates; slower.
  func traced(_ view: UnsafeRawPointer) -> (document: [UInt8], trace: TemplateTrace) {
    let (document, trace) = run(view, trace: TemplateTrace())
    return (document, trace ?? TemplateTrace())
  }

  /// The same program for worked-out values in place of views.
  var ofValues: TemplateProgram {
    var program = self
    program.steps = steps.map { .init(slot: $0.slot, access: .ofValues($0)) }
    program.references = program.settled(allReferences)
    return program
  }

  private mutating func assemble(_ operations: [TemplateOperation]) {
    var isBehindLiteral = false
    for operation in operations {
      defer {
        if case .literal = operation { isBehindLiteral = true } else { isBehindLiteral = false }
      }
      switch operation {
      case .literal(let bytes, let startsLine, let place):
        let furtherLines = bytes.dropLast().count { $0 == lineFeed }
        let kind: TemplateCode.Kind = startsLine ? .line : furtherLines > 0 ? .lines : .literal
        code.append(TemplateCode(kind, furtherLines, literals.count, bytes.count))
        if !bytes.isEmpty { places[literals.count] = place }
        literals += bytes
      case .value(let reference, let isRaw):
        let kind: TemplateCode.Kind = isRaw ? .markup : .text
        // A literal just before, as there nearly always is, is written in the same step.
        if let last = code.last, last.kind == .literal, isBehindLiteral {
          code[code.count - 1] = TemplateCode(kind, add(reference), last.first, last.count)
        } else {
          code.append(TemplateCode(kind, add(reference)))
        }
      case .section(let reference, let isFlag, let body):
        assemble(isFlag ? .condition : .section, add(reference), body)
      case .inverted(let reference, let body): assemble(.inverted, add(reference), body)
      case .call(let routine, let registers, let indent):
        code.append(TemplateCode(.call, calls.count))
        if let indent { indents.append(indent) }
        calls.append(
          .init(
            routine: routine, registers: handedOn.count..<(handedOn.count + registers.count),
            indent: indent == nil ? nil : indents.count - 1))
        handedOn += registers
      case .indented(let indent, let body):
        indents.append(indent)
        assemble(.indented, indents.count - 1, body)
      }
    }
  }

  private mutating func assemble(
    _ kind: TemplateCode.Kind, _ index: Int, _ body: [TemplateOperation]
  ) {
    let own = code.count
    code.append(TemplateCode(kind, index))
    assemble(body)
    code[own] = TemplateCode(kind, index, own + 1, code.count - own - 1)
  }

  private mutating func add(_ reference: TemplateReference) -> Int {
    allReferences.append(
      .init(
        register: reference.register, offset: 0, first: steps.count, count: reference.steps.count))
    steps += reference.steps
    return allReferences.count - 1
  }

  /// The references, each straight to the innermost view that is stored in that of its register.
  private func settled(_ references: [TemplateCode.Reference]) -> [TemplateCode.Reference] {
    references.map { reference in
      var (offset, first) = (0, reference.first)
      let last = reference.first + reference.count - 1
      while first < last, let inner = steps[first].access.offset {
        offset += inner
        first += 1
      }
      return .init(
        register: reference.register, offset: offset, first: first, count: last - first + 1)
    }
  }
}

/// An operation in numbers.
struct TemplateCode: Sendable {
  enum Kind: UInt8, Sendable {
    /// Bytes inside a line; such that go on to further lines; and such that begin one.
    case literal, lines, line
    case text, markup
    /// A section that pushes a register, and one of a flag.
    case section, condition
    case inverted, call, indented
  }

  struct Reference: Sendable {
    let register: Int
    /// How far into the register's view the steps begin.
    let offset: Int
    /// The steps that are left.
    let first: Int
    let count: Int
  }

  struct Call: Sendable {
    let routine: Int
    /// Where the routine's operations stand; known when all are assembled.
    var body = 0..<0
    /// Where the registers stand that it hands on.
    let registers: Range<Int>
    /// The number of the indent that is added; nil in the middle of a line.
    let indent: Int?
  }

  let kind: Kind
  /// In the pool of the kind; of a literal, how many lines begin inside of it.
  let index: Int
  /// Of the literal's bytes, which a text or markup may have before it, or of the body's operations.
  let first: Int
  let count: Int

  init(_ kind: Kind, _ index: Int, _ first: Int = 0, _ count: Int = 0) {
    self.kind = kind
    self.index = index
    self.first = first
    self.count = count
  }
}
