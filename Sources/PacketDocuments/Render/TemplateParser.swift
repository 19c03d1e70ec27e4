/// Makes the tree of one template, and notes every mistake of its form.
///
/// What must change together: which lines count as standalone is decided here for a whole line,
/// before its tags are placed; `TemplateNode` keeps the indents; `TemplateCompiler` applies them.
struct TemplateParser {
  /// More levels than this no reader follows, and the tree is walked by recursion.
  static let depthLimit = 64

  private enum Role { case section, inverted, parent, block }

  private struct Open {
    let role: Role
    let name: TemplateName
    let indent: [UInt8]?
    let blockIndent: [UInt8]
    var children: [TemplateNode] = []
  }

  private let isStrict: Bool
  private var opened: [Open] = []
  private var roots: [TemplateNode] = []
  private var problems: [TemplateProblem] = []

  /// The tree of a template and the mistakes of its form.
  ///
  /// A tree with mistakes is not for rendering; it has what stands in sections that are not closed,
  /// so that names in them are checked too.
  static func parse(
    file: String, bytes: [UInt8], isStrict: Bool
  ) -> (nodes: [TemplateNode], problems: [TemplateProblem]) {
    if let place = firstInvalidUTF8(file: file, bytes: bytes) {
      return ([], [TemplateProblem(.notUTF8, at: place)])
    }
    var parser = TemplateParser(isStrict: isStrict)
    var scanner = TemplateScanner(file: file, bytes: bytes)
    var line: [TemplateToken] = []
    while let token = scanner.next() {
      line.append(token)
      guard case .text(let text, _) = token, text.last == lineFeed else { continue }
      parser.place(line)
      line = []
      if parser.isTooDeep { break }
    }
    parser.place(line)
    if parser.isTooDeep { return ([], scanner.problems + parser.problems) }
    let unclosed = parser.opened.map {
      TemplateProblem(.unclosedSection(name: $0.name.text), at: $0.name.place)
    }
    while !parser.opened.isEmpty { parser.finish() }
    return (parser.roots, scanner.problems + parser.problems + unclosed)
  }

  /// Whether the limit was passed, which ends the parsing.
  private var isTooDeep: Bool { opened.count > Self.depthLimit }

  private init(isStrict: Bool) { self.isStrict = isStrict }

  /// Places the tokens of one line, without its white space when its tags stand alone on it.
  private mutating func place(_ line: [TemplateToken]) {
    let isStandalone = isStandalone(line)
    var indent: [UInt8] = []
    if case .text(let text, _)? = line.first, text.allSatisfy(isBlank) { indent = Array(text) }
    if !isStandalone, case .tag? = line.first { append(.text([], startsLine: true, nil)) }
    var isFirstTag = true
    for (number, token) in line.enumerated() where !isTooDeep {
      switch token {
      case .text(let text, let place):
        guard !isStandalone else { continue }
        if case .parent? = opened.last?.role {
          if !text.allSatisfy(isSpace) { refuseContent(at: place) }
        } else {
          append(.text(Array(text), startsLine: number == 0, place))
        }
      case .tag(let tag):
        let own = isFirstTag && number <= (indent.isEmpty ? 0 : 1) ? indent : []
        place(tag, indent: isStandalone ? own : nil, blockIndent: own)
        isFirstTag = false
      }
    }
  }

  /// Whether a line has white space and tags only, of which none writes something here.
  ///
  /// That is one tag alone, or several of which one begins or ends a parent, as in
  /// `{{<page}}{{$title}}`. A block that opens and ends on one line stays part of the line.
  private func isStandalone(_ line: [TemplateToken]) -> Bool {
    var roles = opened.map(\.role)
    var tagCount = 0
    var hasParent = false
    var areAllOfInheritance = true
    for token in line {
      guard case .tag(let tag) = token else {
        guard case .text(let text, _) = token, text.allSatisfy(isSpace) else { return false }
        continue
      }
      tagCount += 1
      var role: Role?
      switch tag.kind {
      case .value, .raw: return false
      case .comment, .delimiters, .partial: break
      case .section: roles.append(.section)
      case .inverted: roles.append(.inverted)
      case .parent: role = .parent
      case .block: role = .block
      case .close: role = roles.popLast()
      }
      if let role, tag.kind != .close { roles.append(role) }
      if role == .parent { hasParent = true }
      if role != .parent && role != .block { areAllOfInheritance = false }
    }
    return tagCount == 1 || (hasParent && areAllOfInheritance)
  }

  private mutating func place(_ tag: TemplateTag, indent: [UInt8]?, blockIndent: [UInt8]) {
    let isInParent = opened.last?.role == .parent
    switch tag.kind {
    case .comment, .delimiters, .close, .block: break
    default: if isInParent { refuseContent(at: tag.name.place) }
    }
    func open(_ role: Role) -> Open {
      Open(role: role, name: tag.name, indent: indent, blockIndent: blockIndent)
    }
    switch tag.kind {
    case .comment, .delimiters: break
    case .value: append(.value(tag.name, isRaw: false))
    case .raw: append(.value(tag.name, isRaw: true))
    case .partial: append(.partial(tag.name, indent: indent))
    case .section: push(open(.section))
    case .inverted: push(open(.inverted))
    case .parent: push(open(.parent))
    case .block: push(open(.block))
    case .close: close(tag.name)
    }
  }

  private mutating func push(_ open: Open) {
    opened.append(open)
    if isTooDeep {
      problems.append(
        TemplateProblem(.nestedTooDeep(limit: Self.depthLimit), at: open.name.place))
    }
  }

  private mutating func close(_ name: TemplateName) {
    guard let top = opened.last else {
      problems.append(TemplateProblem(.closeWithoutOpen(name: name.text), at: name.place))
      return
    }
    if top.name.text != name.text {
      let kind = TemplateProblem.Kind.wrongClose(
        name: name.text, expected: top.name.text, openedAtLine: top.name.place.line)
      problems.append(TemplateProblem(kind, at: name.place))
      // Go on from the section that was meant, so that one slip is one problem.
      guard let meant = opened.lastIndex(where: { $0.name.text == name.text }) else { return }
      while opened.count > meant + 1 { finish() }
    }
    finish()
  }

  /// Puts what is open innermost into the tree.
  private mutating func finish() {
    guard let done = opened.popLast() else { return }
    switch done.role {
    case .section, .inverted:
      let isInverted = done.role == .inverted
      append(
        .section(done.name, isInverted: isInverted, indent: done.indent, done.children))
    case .parent:
      let blocks = done.children.compactMap { node -> TemplateBlock? in
        if case .block(let block) = node { block } else { nil }
      }
      append(.parent(done.name, indent: done.indent, blocks))
    case .block:
      var content = done.children
      // An argument loses its indent here, and gets that of the place where it is put.
      if opened.last?.role == .parent { content = content.dedented(by: content.firstIndent) }
      append(
        .block(
          TemplateBlock(
            name: done.name, isStandalone: done.indent != nil, indent: done.blockIndent,
            content: content)))
    }
  }

  private mutating func append(_ node: TemplateNode) {
    guard let depth = opened.indices.last else { return Self.add(node, to: &roots) }
    Self.add(node, to: &opened[depth].children)
  }

  private static func add(_ node: TemplateNode, to nodes: inout [TemplateNode]) {
    // An empty text marks a line that begins with a tag, and would be lost inside another.
    // Where a line between two texts wrote nothing, such as a comment, they stay apart, so that a
    // place in either can be found again.
    guard case .text(let more, _, let next?) = node, !more.isEmpty,
      case .text(var bytes, let startsLine, let place?)? = nodes.last,
      place.line + bytes.count(where: { $0 == lineFeed }) == next.line
    else { return nodes.append(node) }
    nodes.removeLast()
    bytes += more
    nodes.append(.text(bytes, startsLine: startsLine, place))
  }

  private mutating func refuseContent(at place: TemplatePlace) {
    guard isStrict, let parent = opened.last?.name.text else { return }
    problems.append(TemplateProblem(.contentBesideBlocks(parent: parent), at: place))
  }
}

/// The place of the first byte that is not UTF-8; nil when all are.
private func firstInvalidUTF8(file: String, bytes: [UInt8]) -> TemplatePlace? {
  var decoder = UTF8()
  var rest = bytes.makeIterator()
  var (line, column) = (1, 1)
  while true {
    switch decoder.decode(&rest) {
    case .scalarValue("\n"): (line, column) = (line + 1, 1)
    case .scalarValue: column += 1
    case .emptyInput: return nil
    case .error: return TemplatePlace(file: file, line: line, column: column)
    }
  }
}
