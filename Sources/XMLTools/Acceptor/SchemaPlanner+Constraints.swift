extension SchemaPlanner {
  /// A step on the paths of constraints while they are collected.
  struct StepNode {
    var edges: [(number: Int, step: Int)] = []
    var uses: [Int] = []
  }

  /// Adds the keys, references and unique values of a root element.
  mutating func add(constraints elements: [XMLElement], from start: Int) throws(UnknownFeature) {
    var places: [String: Int] = [:]
    for element in elements {
      guard let name = element.attribute("name"), places[name] == nil else {
        throw UnknownFeature()
      }
      let kind: ConstraintPlan.Kind
      switch element.name {
      case "key": kind = .key
      case "unique": kind = .unique
      case "keyref": kind = .reference
      default: throw UnknownFeature()
      }
      var plan = ConstraintPlan(kind: kind)
      let parts = try parts(
        of: element, attributes: kind == .reference ? ["name", "refer"] : ["name"])
      plan.table = constraints.count
      plan.isLookedUp = kind == .reference
      plan.fields = PlanRange(start: fields.count, count: parts.count - 1)
      for (index, part) in parts.enumerated() {
        guard part.name == (index == 0 ? "selector" : "field"),
          try self.parts(of: part, attributes: ["xpath"]).isEmpty,
          let path = part.attribute("xpath")
        else { throw UnknownFeature() }
        if index == 0 {
          try add(paths: path, at: part, from: start)
        } else {
          fields.append(try field(path))
        }
      }
      guard parts.count > 1 else { throw UnknownFeature() }
      places[name] = constraints.count
      constraints.append(plan)
    }
    for element in elements where element.name == "keyref" {
      let (refer, isBuiltIn) = try resolve(element.attribute("refer"), at: element)
      guard !isBuiltIn, let name = element.attribute("name"), let own = places[name],
        let key = places[refer], constraints[key].kind != .reference,
        constraints[key].fields.count == constraints[own].fields.count
      else { throw UnknownFeature() }
      constraints[own].table = key
      constraints[key].isLookedUp = true
    }
  }

  /// Leads the steps of `p:a/p:b|p:c` to the constraint that is about to be added.
  private mutating func add(
    paths: String, at element: XMLElement, from start: Int
  ) throws(UnknownFeature) {
    for path in paths.split(separator: "|", omittingEmptySubsequences: false) {
      var step = start
      for name in path.split(separator: "/", omittingEmptySubsequences: false) {
        guard name.contains(":") else { throw UnknownFeature() }
        let (local, isBuiltIn) = try resolve(String(name), at: element)
        guard !isBuiltIn, isName(local) else { throw UnknownFeature() }
        let number = place(of: local).number
        if let known = tree[step].edges.first(where: { $0.number == number }) {
          step = known.step
        } else {
          tree[step].edges.append((number, tree.count))
          step = tree.count
          tree.append(StepNode())
        }
      }
      guard !tree[step].uses.contains(constraints.count) else { throw UnknownFeature() }
      tree[step].uses.append(constraints.count)
    }
  }

  private mutating func field(_ path: String) throws(UnknownFeature) -> Int {
    if path == "." { return ConstraintPlan.ownText }
    let name = String(path.dropFirst())
    guard path.hasPrefix("@"), isName(name) else { throw UnknownFeature() }
    return place(of: name).number
  }

  private func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, MarkupScanner.startsName(first) else { return false }
    return text.utf8.allSatisfy { MarkupScanner.continuesName($0) }
  }

  /// The steps in tables; step 0 leads nowhere.
  func flatSteps() -> (steps: [StepPlan], edges: [EdgePlan], uses: [Int]) {
    var (steps, edges, uses): ([StepPlan], [EdgePlan], [Int]) = ([], [], [])
    for node in tree {
      steps.append(
        StepPlan(
          edges: PlanRange(start: edges.count, count: node.edges.count),
          uses: PlanRange(start: uses.count, count: node.uses.count)))
      edges += node.edges.map { EdgePlan(number: $0.number, step: $0.step) }
      uses += node.uses
    }
    return (steps, edges, uses)
  }
}
