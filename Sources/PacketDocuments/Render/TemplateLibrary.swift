internal import ReviewModel

/// The templates of one folder, parsed: documents, the parents that frame them, partials.
package struct TemplateLibrary: Sendable {
  private let trees: [String: [TemplateNode]]
  let isStrict: Bool
  private let doubtful: Set<String>
  /// Mistakes of form in any of the templates, sorted by place.
  package let problems: [TemplateProblem]

  /// Parses all templates, named by their path in the folder («partials/row.html.mustache»).
  package init(sources: [String: [UInt8]]) {
    self.init(sources: sources, isStrict: true)
  }

  /// Without strictness unknown names render as nothing, as the Mustache specification has it.
  init(sources: [String: [UInt8]], isStrict: Bool) {
    let parsed = sources.map { name, bytes in
      (name: name, tree: TemplateParser.parse(file: name, bytes: bytes, isStrict: isStrict))
    }
    trees = Dictionary(uniqueKeysWithValues: parsed.map { ($0.name, $0.tree.nodes) })
    problems = parsed.flatMap(\.tree.problems).inOrder
    doubtful = Set(problems.map(\.place.file))
    self.isStrict = isStrict
  }

  /// The template checked against a view type.
  ///
  /// Throws all mistakes at once: those of form in the whole library, and names that the view does
  /// not offer, even where lists are empty.
  package func template<View: TemplateView>(
    _ name: String, for view: View.Type
  ) throws(TemplateProblems) -> Template<View> {
    Template(program: try program(name, for: .view(view)))
  }

  func program(_ name: String, for root: ViewShape) throws(TemplateProblems) -> TemplateProgram {
    guard problems.isEmpty else { throw TemplateProblems(problems: problems) }
    let (program, found) = TemplateCompiler.compile(name, for: root, in: self)
    guard found.isEmpty else { throw TemplateProblems(problems: found.inOrder) }
    return program
  }

  /// All mistakes of the library for the documents that are to be made; empty when it is fine.
  ///
  /// A slip of form may hide where a section begins. Names of the same file that some view offers
  /// are then given the benefit of the doubt, so that one slip is one mistake.
  package func lint(_ roots: [TemplateRoot]) -> [TemplateProblem] {
    let offered = Set(roots.flatMap { $0.shape.allNames })
    let ofNames = roots.flatMap {
      TemplateCompiler.compile($0.name, for: $0.shape, in: self, offeredElsewhere: offered).problems
    }
    return (problems + ofNames).inOrder
  }

  /// Whether a file has a mistake of form, so that its sections may not be what they seem.
  func isDoubtful(_ file: String) -> Bool { doubtful.contains(file) }

  func tree(_ file: String) -> [TemplateNode]? { trees[file] }

  /// The file that a tag means: the name as it is, or with the ending of the file that names it,
  /// so that `{{>row}}` in «cover.html.mustache» finds «row.html.mustache».
  func file(named name: TemplateName) -> String? {
    [name.text, name.text + ending(of: name)].first { trees[$0] != nil }
  }

  /// The name of a template that a tag may have meant.
  func nearestFile(to name: TemplateName) -> String? {
    let ending = ending(of: name)
    let candidates = trees.keys.map { file in
      file.hasSuffix(ending) ? String(file.dropLast(ending.count)) : file
    }
    return nearestName(to: name.text, in: candidates)
  }

  private func ending(of name: TemplateName) -> String {
    let file = name.place.file.split(separator: "/").last ?? ""
    return String(file.drop { $0 != "." })
  }

  /// The blocks that a template has, itself or by what it brings in.
  func blockNames(in file: String) -> Set<String> {
    var found: Set<String> = []
    var seen: Set<String> = [file]
    var open = trees[file] ?? []
    while let node = open.popLast() {
      switch node {
      case .text, .value: break
      case .section(_, _, _, let content): open += content
      case .block(let block):
        found.insert(block.name.text)
        open += block.content
      case .partial(let name, _), .parent(let name, _, _):
        if case .parent(_, _, let blocks) = node { open += blocks.flatMap(\.content) }
        guard let next = self.file(named: name), seen.insert(next).inserted else { continue }
        open += trees[next] ?? []
      }
    }
    return found
  }
}

/// A document that a library must be able to make, for the lint.
package struct TemplateRoot: Sendable {
  let name: String
  let shape: ViewShape

  package init<View: TemplateView>(_ name: String, for view: View.Type) {
    self.name = name
    shape = .view(view)
  }
}

extension [TemplateProblem] {
  /// Each place and kind once, sorted by place.
  fileprivate var inOrder: [TemplateProblem] {
    var seen: Set<TemplateProblem> = []
    let once = filter { seen.insert(TemplateProblem($0.kind, at: $0.place)).inserted }
    return once.enumerated().sorted { a, b in
      (a.element.place, a.offset) < (b.element.place, b.offset)
    }.map(\.element)
  }
}
