internal import ReviewModel

/// Where a template shows its figures, and where one that it lacks would stand.
struct FigurePlaces {
  /// A tag that shows a figure.
  private struct Tag {
    let scope: FigureScope
    /// `figure.payable-total`, or the name of a list that holds figures.
    let name: String
    let place: TemplatePlace
  }

  private let own: TemplateLibrary
  private let builtIn: TemplateLibrary

  init(_ templates: TemplateSet) {
    own = TemplateLibrary(sources: templates.sources)
    builtIn = TemplateLibrary(sources: TemplateSet.builtIn.sources)
  }

  /// The tag of a figure; where there is none, that of the figure beside which the built-in template
  /// has it; where that is missing too, the beginning of the document's content.
  func place(of scope: FigureScope, _ code: String, in kind: DocumentKind) -> TemplatePlace {
    let names = Self.names(of: code)
    let shown = Self.tags(of: kind, in: own)
    if let tag = shown.first(where: { $0.scope == scope && names.contains($0.name) }) {
      return tag.place
    }
    let model = Self.tags(of: kind, in: builtIn)
    guard let index = model.firstIndex(where: { $0.scope == scope && names.contains($0.name) })
    else { return start(of: kind) }
    let neighbours = model.enumerated().sorted { left, right in
      Self.distance(left, from: index, in: model) < Self.distance(right, from: index, in: model)
    }
    for (_, neighbour) in neighbours {
      let found = shown.first { $0.scope == neighbour.scope && $0.name == neighbour.name }
      if let found { return found.place }
    }
    return start(of: kind)
  }

  /// Whether a document has no tag for a figure for which the built-in template has one.
  func lack(_ code: FigureCode, in kind: DocumentKind) -> Bool {
    guard let tree = own.tree(kind.templateName), !tree.isEmpty else { return false }
    let names = Self.names(of: code.name)
    func has(_ library: TemplateLibrary) -> Bool {
      Self.tags(of: kind, in: library).contains {
        $0.scope == code.scope && names.contains($0.name)
      }
    }
    return has(builtIn) && !has(own)
  }

  /// Same scope first, then the same file and the fewest lines between, then the one before.
  private static func distance(
    _ tag: (offset: Int, element: Tag), from index: Int, in model: [Tag]
  ) -> (Int, Int, Int) {
    let (one, other) = (tag.element, model[index])
    let isNear = one.place.file == other.place.file
    let lines = isNear ? abs(one.place.line - other.place.line) : Int.max
    return (one.scope == other.scope ? 0 : 1, lines, abs(2 * (tag.offset - index) + 1))
  }

  /// The tags by which a template may show a figure.
  private static func names(of code: String) -> Set<String> {
    switch code {
    case FigureCode.storeWeeklyAverage.name: ["average"]
    case FigureCode.storeMonthVerdict.name: ["verdict"]
    default: ["figure." + code]
    }
  }

  private func start(of kind: DocumentKind) -> TemplatePlace {
    let nodes = own.tree(kind.templateName) ?? []
    for case .parent(_, _, let blocks) in nodes {
      if let block = blocks.last { return block.name.place }
    }
    return TemplatePlace(file: kind.templateName, line: 1, column: 1)
  }

  private static func tags(of kind: DocumentKind, in library: TemplateLibrary) -> [Tag] {
    var walk = Walk(library: library)
    walk.visit(library.tree(kind.templateName) ?? [], kind == .overview ? .season : .contract, [])
    return walk.tags
  }

  /// A walk through a document's tree and its partials, in the order in which they write.
  private struct Walk {
    let library: TemplateLibrary
    var tags: [Tag] = []

    mutating func visit(_ nodes: [TemplateNode], _ scope: FigureScope, _ open: [String]) {
      for node in nodes {
        switch node {
        case .text: break
        case .value(let name, _): note(name, scope)
        case .section(let name, _, _, let content):
          note(name, scope)
          visit(content, Self.scope(inside: name.text) ?? scope, open)
        case .block(let block): visit(block.content, scope, open)
        case .parent(_, _, let blocks):
          for block in blocks { visit(block.content, scope, open) }
        case .partial(let name, _):
          guard let file = library.file(named: name), !open.contains(file) else { continue }
          visit(library.tree(file) ?? [], scope, open + [file])
        }
      }
    }

    private mutating func note(_ name: TemplateName, _ scope: FigureScope) {
      guard name.text.hasPrefix("figure.") || ["average", "verdict"].contains(name.text) else {
        return
      }
      tags.append(Tag(scope: scope, name: name.text, place: name.place))
    }

    private static func scope(inside section: String) -> FigureScope? {
      switch section {
      case "stores", "store": .store
      case "contracts": .contract
      case "districts": .district
      default: nil
      }
    }
  }
}
