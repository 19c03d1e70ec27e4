internal import ReviewModel

/// Checks a template against the shape of a view, and turns its names into registers and slots.
///
/// A body (a template with its block arguments) is compiled once for each context shape: names are
/// looked up by type, so the same partial in two lists is two routines. Of two records of one type
/// in the context only the inner one can be named, hence a routine gets only that; so the shapes,
/// and with them the routines, stay finite also where a partial uses itself.
struct TemplateCompiler {
  private struct Scope {
    var frames: [ViewShape]
    var blocks: [String: TemplateBlock]
    let routine: Int
    let usedFrom: TemplatePlace?
    /// Sections, blocks and templates around this place, all files together.
    var depth: Int
    var expanding: Set<TemplatePlace> = []
    var descent = RoutineCall.Descent.none
    /// Whether a file on the way here has a mistake of form.
    var isDoubtful: Bool
  }

  private struct Key: Hashable {
    let file: String
    let frames: [ShapeID]
    let blocks: [String: TemplatePlace]
    let isDoubtful: Bool
  }

  /// A name of a record with its number.
  private struct Slot {
    let number: Int
    let field: FieldShape

    var step: TemplateReference.Step { .init(slot: number, access: field.access) }
  }

  private struct Resolution {
    let reference: TemplateReference
    let shape: ViewShape
    /// The part before the last that may be missing, as in `ruling` of `{{ruling.date}}`.
    let optionalPart: String?
  }

  private let library: TemplateLibrary
  private let offeredElsewhere: Set<String>
  private var routines: [[TemplateOperation]] = []
  private var indices: [Key: Int] = [:]
  private var calls: [RoutineCall] = []
  private var tables: [ObjectIdentifier: [String: Slot]] = [:]
  private var problems: [TemplateProblem] = []

  /// The program of a document and the mistakes found; a program with mistakes is not for use.
  ///
  /// A name that is unknown in a place of doubt is reported only when it is not offered elsewhere.
  static func compile(
    _ file: String, for root: ViewShape, in library: TemplateLibrary,
    offeredElsewhere: Set<String> = []
  ) -> (program: TemplateProgram, problems: [TemplateProblem]) {
    var compiler = TemplateCompiler(library: library, offeredElsewhere: offeredElsewhere)
    let start = TemplatePlace(file: file, line: 1, column: 1)
    let scope = Scope(
      frames: [root], blocks: [:], routine: -1, usedFrom: nil, depth: 0, isDoubtful: false)
    _ = compiler.call(TemplateName(text: file, place: start), [], nil, scope)
    if library.isStrict {
      compiler.problems += compiler.calls.endless.map {
        TemplateProblem(.endlessRecursion(name: $0.name.text), at: $0.name.place)
      }
    }
    let program = TemplateProgram(
      routines: compiler.routines, escaping: Escaping(fileName: file))
    return (program, compiler.problems)
  }

  private init(library: TemplateLibrary, offeredElsewhere: Set<String>) {
    self.library = library
    self.offeredElsewhere = offeredElsewhere
  }

  // MARK: Nodes

  private mutating func compile(_ nodes: [TemplateNode], _ scope: Scope) -> [TemplateOperation] {
    nodes.flatMap { node -> [TemplateOperation] in
      switch node {
      case .text(let bytes, let startsLine, let place):
        [.literal(bytes, startsLine: startsLine, place)]
      case .value(let name, let isRaw): value(name, isRaw: isRaw, scope)
      case .section(let name, let isInverted, _, let content):
        section(name, isInverted: isInverted, content, scope)
      case .partial(let name, let indent): call(name, [], indent, scope)
      case .parent(let name, let indent, let blocks): call(name, blocks, indent, scope)
      case .block(let block): expand(block, scope)
      }
    }
  }

  private mutating func value(
    _ name: TemplateName, isRaw: Bool, _ scope: Scope
  ) -> [TemplateOperation] {
    guard let found = resolve(name, scope) else { return [] }
    if let section = found.optionalPart {
      report(.mayBeMissing(name: name.text, section: section), name, scope)
    }
    switch found.shape {
    case .text: if isRaw { report(.rawOfText(name: name.text), name, scope) }
    case .markup:
      if !isRaw { report(.notText(name: name.text, found: .markup), name, scope) }
    case .flag, .record, .optional, .list:
      report(.notText(name: name.text, found: found.shape.kind), name, scope)
    }
    return [.value(found.reference, isRaw: isRaw)]
  }

  private mutating func section(
    _ name: TemplateName, isInverted: Bool, _ content: [TemplateNode], _ scope: Scope
  ) -> [TemplateOperation] {
    guard let found = resolve(name, scope) else {
      return isInverted ? compile(content, scope) : []
    }
    guard !isInverted else { return [.inverted(found.reference, compile(content, scope))] }
    var inner = scope
    inner.depth += 1
    switch found.shape {
    case .flag: break
    case .text, .markup: inner.frames.append(found.shape)
    case .record, .optional, .list:
      let innermost = scope.frames.lastIndex { if case .record = $0 { true } else { false } }
      let isInner = innermost.map { found.reference.register >= $0 } ?? true
      if !isInner || scope.descent == .outer {
        inner.descent = .outer
      } else {
        inner.descent = .inner
      }
      inner.frames.append(found.shape.element)
    }
    let isFlag = if case .flag = found.shape { true } else { false }
    return [.section(found.reference, isFlag: isFlag, compile(content, inner))]
  }

  /// Puts in what was given for a block, else its default.
  private mutating func expand(_ block: TemplateBlock, _ scope: Scope) -> [TemplateOperation] {
    var inner = scope
    inner.depth += 1
    guard !isTooDeep(block.name, scope) else { return [] }
    guard let given = scope.blocks[block.name.text] else { return compile(block.content, inner) }
    guard inner.expanding.insert(given.name.place).inserted else {
      problems.append(
        TemplateProblem(
          .endlessRecursion(name: block.name.text), at: block.name.place, usedFrom: scope.usedFrom))
      return []
    }
    let body = compile(given.content.startingLine(block.isStandalone), inner)
    let indent = block.contentIndent
    return indent.isEmpty ? body : [.indented(indent, body)]
  }

  // MARK: Routines

  private mutating func call(
    _ name: TemplateName, _ given: [TemplateBlock], _ indent: [UInt8]?, _ scope: Scope
  ) -> [TemplateOperation] {
    guard let file = library.file(named: name), let tree = library.tree(file) else {
      let nearest = library.nearestFile(to: name)
      report(.unknownTemplate(name: name.text, nearest: nearest), name, scope)
      return []
    }
    guard !isTooDeep(name, scope) else { return [] }
    var blocks = scope.blocks
    if !given.isEmpty {
      let known = library.blockNames(in: file)
      for block in given where !known.contains(block.name.text) && !library.isDoubtful(file) {
        let nearest = nearestName(to: block.name.text, in: known)
        let kind = TemplateProblem.Kind.unknownBlock(
          name: block.name.text, parent: name.text, nearest: nearest)
        report(kind, block.name, scope)
      }
      // What was given further out counts first.
      for block in given where blocks[block.name.text] == nil { blocks[block.name.text] = block }
    }
    let registers = nameable(scope.frames)
    let frames = registers.map { scope.frames[$0] }
    let key = Key(
      file: file, frames: frames.map(\.id), blocks: blocks.mapValues { $0.name.place },
      isDoubtful: isDoubtful(name, scope))
    if let known = indices[key] {
      calls.append(RoutineCall(from: scope.routine, to: known, descent: scope.descent, name: name))
      return [.call(routine: known, registers: registers, indent: indent)]
    }
    let routine = routines.count
    indices[key] = routine
    calls.append(RoutineCall(from: scope.routine, to: routine, descent: scope.descent, name: name))
    routines.append([])
    let inner = Scope(
      frames: frames, blocks: blocks, routine: routine,
      usedFrom: scope.routine < 0 ? nil : name.place, depth: scope.depth + 1,
      isDoubtful: key.isDoubtful)
    routines[routine] = compile(tree, inner)
    return [.call(routine: routine, registers: registers, indent: indent)]
  }

  /// Whether compiling on would use too much of the stack, which is reported with or without
  /// strictness.
  private mutating func isTooDeep(_ name: TemplateName, _ scope: Scope) -> Bool {
    guard scope.depth > TemplateParser.depthLimit else { return false }
    let kind = TemplateProblem.Kind.nestedTooDeep(limit: TemplateParser.depthLimit)
    problems.append(TemplateProblem(kind, at: name.place, usedFrom: scope.usedFrom))
    return true
  }

  /// The frames that a template called here can name, outermost first: the innermost, and of the
  /// others each record that no record of the same type hides.
  private func nameable(_ frames: [ViewShape]) -> [Int] {
    var seen: Set<ObjectIdentifier> = []
    let kept = frames.indices.reversed().filter { index in
      if case .record(let record) = frames[index] { return seen.insert(record.id).inserted }
      return index == frames.count - 1
    }
    return kept.reversed()
  }

  // MARK: Names

  /// The value that a name means: its first part in the innermost frame that has it, the others in
  /// what came before only.
  private mutating func resolve(_ name: TemplateName, _ scope: Scope) -> Resolution? {
    let parts = name.parts
    guard let first = parts.first else {
      let top = scope.frames.count - 1
      let own = scope.frames[top].ownAccess
      return Resolution(
        reference: TemplateReference(register: top, steps: [.init(slot: nil, access: own)]),
        shape: scope.frames[top], optionalPart: nil)
    }
    for (register, frame) in scope.frames.enumerated().reversed() {
      guard let slot = table(frame)[String(first)] else { continue }
      var shape = slot.field.shape
      var steps = [slot.step]
      var optionalPart: String?
      for (number, part) in parts.enumerated().dropFirst() {
        if case .optional = shape { optionalPart = parts[..<number].joined(separator: ".") }
        guard let next = table(shape)[String(part)] else {
          reportUnknown(String(part), name, [shape], scope)
          return nil
        }
        shape = next.field.shape
        steps.append(next.step)
      }
      return Resolution(
        reference: TemplateReference(register: register, steps: steps), shape: shape,
        optionalPart: optionalPart)
    }
    reportUnknown(String(first), name, scope.frames, scope)
    return nil
  }

  /// The names of a record, or of one that may be missing; nothing else has names.
  private mutating func table(_ shape: ViewShape) -> [String: Slot] {
    switch shape {
    case .optional(let inner): return table(inner)
    case .record(let record):
      if let known = tables[record.id] { return known }
      let fields = record.fields().enumerated().map { slot, field in
        (field.name, Slot(number: slot, field: field))
      }
      let table = Dictionary(fields) { first, _ in first }
      tables[record.id] = table
      return table
    case .text, .markup, .flag, .list: return [:]
    }
  }

  private mutating func reportUnknown(
    _ part: String, _ name: TemplateName, _ frames: [ViewShape], _ scope: Scope
  ) {
    guard !isDoubtful(name, scope) || !offeredElsewhere.contains(part) else { return }
    let offered = Set(frames.flatMap { table($0).keys }).sorted()
    let nearest = nearestName(to: part, in: offered)
    report(.unknownName(name: name.text, nearest: nearest, offered: offered), name, scope)
  }

  private func isDoubtful(_ name: TemplateName, _ scope: Scope) -> Bool {
    scope.isDoubtful || library.isDoubtful(name.place.file)
  }

  private mutating func report(
    _ kind: TemplateProblem.Kind, _ name: TemplateName, _ scope: Scope
  ) {
    guard library.isStrict else { return }
    problems.append(TemplateProblem(kind, at: name.place, usedFrom: scope.usedFrom))
  }
}

/// What makes two shapes the same for a routine.
private indirect enum ShapeID: Hashable {
  case record(ObjectIdentifier)
  case list(ShapeID)
  case other(ViewShape.Kind)
}

extension ViewShape {
  fileprivate var id: ShapeID {
    switch self {
    case .record(let record): .record(record.id)
    case .optional(let inner): inner.id
    case .list(let element): .list(element.id)
    case .text, .markup, .flag: .other(kind)
    }
  }

  /// How a register of the shape itself is got.
  fileprivate var ownAccess: ViewAccess {
    switch self {
    case .text, .markup: .ownText
    case .record, .optional: .ownView
    case .flag, .list: .ownList
    }
  }

  /// What a section pushes.
  fileprivate var element: ViewShape {
    switch self {
    case .list(let element), .optional(let element): element
    case .text, .markup, .flag, .record: self
    }
  }
}
