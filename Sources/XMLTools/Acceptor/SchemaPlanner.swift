/// Makes a plan of a schema that libxml2 has found good; what it does not know it refuses.
struct SchemaPlanner {
  static let schemaNamespace = "http://www.w3.org/2001/XMLSchema"

  let namespace: String
  var simpleElements: [String: XMLElement] = [:]
  var complexElements: [String: XMLElement] = [:]
  var groupElements: [String: XMLElement] = [:]

  var names: [UInt8] = []
  var namePlaces: [String: (range: PlanRange, number: Int)] = [:]
  var types: [TypePlan] = []
  var typePlaces: [String: Int] = [:]
  var particles: [ParticlePlan] = []
  var options: [OptionPlan] = []
  var attributes: [AttributePlan] = []
  var simple: [SimplePlan] = []
  var simplePlaces: [String: Int] = [:]
  var machines: [MachinePlan] = []
  var rows: [UInt32] = []
  var classes: [UInt8] = []
  var words: [PlanRange] = []
  var tree = [StepNode()]
  var constraints: [ConstraintPlan] = []
  var fields: [Int] = []

  static func plan(of root: XMLElement) throws(UnknownFeature) -> SchemaPlan {
    guard root.name == "schema", root.namespace == schemaNamespace,
      let namespace = root.attribute("targetNamespace"),
      root.attribute("elementFormDefault") == "qualified"
    else { throw UnknownFeature() }
    var planner = SchemaPlanner(namespace: namespace)
    return try planner.plan(root)
  }

  private init(namespace: String) { self.namespace = namespace }

  private mutating func plan(_ root: XMLElement) throws(UnknownFeature) -> SchemaPlan {
    var globals: [XMLElement] = []
    for child in try parts(of: root, attributes: ["targetNamespace", "elementFormDefault"]) {
      guard let name = child.attribute("name") else { throw UnknownFeature() }
      switch child.name {
      case "simpleType": simpleElements[name] = child
      case "complexType": complexElements[name] = child
      case "attributeGroup": groupElements[name] = child
      case "element": globals.append(child)
      default: throw UnknownFeature()
      }
    }
    var roots: [RootPlan] = []
    for global in globals { roots.append(try self.root(global)) }
    let (steps, edges, uses) = flatSteps()
    return SchemaPlan(
      namespace: Array(namespace.utf8), roots: roots, names: Flat(names),
      longestName: namePlaces.values.map(\.range.count).max() ?? 0, types: Flat(types),
      particles: Flat(particles), options: Flat(options), attributes: Flat(attributes),
      simple: Flat(simple), machines: Flat(machines), rows: Flat(rows), classes: Flat(classes),
      words: Flat(words), steps: Flat(steps), edges: Flat(edges), uses: Flat(uses),
      constraints: Flat(constraints), fields: Flat(fields))
  }

  private mutating func root(_ element: XMLElement) throws(UnknownFeature) -> RootPlan {
    var parts = try parts(of: element, attributes: ["name"])
    guard parts.first?.name == "complexType", let name = element.attribute("name") else {
      throw UnknownFeature()
    }
    let type = try append(complex: parts.removeFirst())
    let start = tree.count
    tree.append(StepNode())
    try add(constraints: parts, from: start)
    let place = place(of: name)
    return RootPlan(
      option: OptionPlan(
        name: place.range, start: ShortText(name.utf8), type: type, number: place.number),
      step: start)
  }

  // MARK: Names

  /// The elements below without annotations, where nothing but these attributes stands.
  func parts(
    of element: XMLElement, attributes: Set<String>
  ) throws(UnknownFeature) -> [XMLElement] {
    guard let found = element.plainAttributeNames, attributes.isSuperset(of: found) else {
      throw UnknownFeature()
    }
    let children = element.children
    guard children.allSatisfy({ $0.namespace == Self.schemaNamespace }) else {
      throw UnknownFeature()
    }
    return children.filter { $0.name != "annotation" }
  }

  /// The name without prefix, and whether it is one of XML Schema's own.
  func resolve(
    _ name: String?, at element: XMLElement
  ) throws(UnknownFeature) -> (local: String, isBuiltIn: Bool) {
    guard let name else { throw UnknownFeature() }
    let pieces = name.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard pieces.count <= 2, let local = pieces.last else { throw UnknownFeature() }
    let found = element.namespace(ofPrefix: pieces.count == 2 ? pieces[0] : "")
    guard found == namespace || found == Self.schemaNamespace else { throw UnknownFeature() }
    return (local, found == Self.schemaNamespace)
  }

  mutating func place(of name: String) -> (range: PlanRange, number: Int) {
    if let known = namePlaces[name] { return known }
    let range = PlanRange(start: names.count, count: name.utf8.count)
    names += Array(name.utf8)
    namePlaces[name] = (range, namePlaces.count)
    return (range, namePlaces.count - 1)
  }

  // MARK: Complex types

  mutating func append(complex element: XMLElement) throws(UnknownFeature) -> Int {
    let place = types.count
    types.append(TypePlan())
    if let name = element.attribute("name") { typePlaces["{\(namespace)}" + name] = place }
    var type = TypePlan()
    var parts = try parts(of: element, attributes: ["name"])
    if parts.first?.name == "simpleContent" {
      let content = try self.parts(of: parts[0], attributes: [])
      guard parts.count == 1, content.count == 1, content[0].name == "extension" else {
        throw UnknownFeature()
      }
      type.content = .simple
      type.simple = try simple(named: content[0].attribute("base"), at: content[0])
      parts = try self.parts(of: content[0], attributes: ["base"])
    } else if parts.first?.name == "sequence" {
      type.content = .elements
      type.particles = try sequence(parts.removeFirst())
    }
    type.attributes = try attributes(parts, required: &type.required)
    types[place] = type
    return place
  }

  private mutating func type(of element: XMLElement) throws(UnknownFeature) -> Int {
    let (local, isBuiltIn) = try resolve(element.attribute("type"), at: element)
    let key = "{\(isBuiltIn ? Self.schemaNamespace : namespace)}" + local
    if let known = typePlaces[key] { return known }
    if !isBuiltIn, let complex = complexElements[local] { return try append(complex: complex) }
    var type = TypePlan()
    type.content = .simple
    type.simple = try simple(named: element.attribute("type"), at: element)
    types.append(type)
    typePlaces[key] = types.count - 1
    return types.count - 1
  }

  private mutating func sequence(_ element: XMLElement) throws(UnknownFeature) -> PlanRange {
    var found: [ParticlePlan] = []
    for part in try parts(of: element, attributes: []) {
      switch part.name {
      case "element":
        let option = try option(part, attributes: ["name", "type", "minOccurs", "maxOccurs"])
        found.append(
          ParticlePlan(
            minimum: try bound(part.attribute("minOccurs")),
            maximum: try bound(part.attribute("maxOccurs")), options: append([option])))
      case "choice":
        var choice: [OptionPlan] = []
        for element in try parts(of: part, attributes: []) {
          guard element.name == "element" else { throw UnknownFeature() }
          choice.append(try option(element, attributes: ["name", "type"]))
        }
        found.append(ParticlePlan(minimum: 1, maximum: 1, options: append(choice)))
      default: throw UnknownFeature()
      }
    }
    particles += found
    return PlanRange(start: particles.count - found.count, count: found.count)
  }

  private mutating func option(
    _ element: XMLElement, attributes: Set<String>
  ) throws(UnknownFeature) -> OptionPlan {
    guard try parts(of: element, attributes: attributes).isEmpty,
      let name = element.attribute("name")
    else { throw UnknownFeature() }
    let place = place(of: name)
    return OptionPlan(
      name: place.range, start: ShortText(name.utf8), type: try type(of: element),
      number: place.number)
  }

  private mutating func append(_ found: [OptionPlan]) -> PlanRange {
    options += found
    return PlanRange(start: options.count - found.count, count: found.count)
  }

  private func bound(_ text: String?) throws(UnknownFeature) -> Int {
    guard let text else { return 1 }
    if text == "unbounded" { return .max }
    guard let number = Int(text), number >= 0 else { throw UnknownFeature() }
    return number
  }

  // MARK: Attributes

  private mutating func attributes(
    _ elements: [XMLElement], required: inout UInt64
  ) throws(UnknownFeature) -> PlanRange {
    var found: [(name: String, plan: AttributePlan, isRequired: Bool)] = []
    for element in elements {
      if element.name == "attributeGroup" {
        let (local, isBuiltIn) = try resolve(element.attribute("ref"), at: element)
        guard try parts(of: element, attributes: ["ref"]).isEmpty, !isBuiltIn,
          let group = groupElements[local]
        else { throw UnknownFeature() }
        for attribute in try parts(of: group, attributes: ["name"]) {
          found.append(try self.attribute(attribute))
        }
      } else {
        found.append(try attribute(element))
      }
    }
    let order = found.map { Array($0.name.utf8) }.sorted { $0.lexicographicallyPrecedes($1) }
    guard found.count <= MarkupScanner.maximumAttributes else { throw UnknownFeature() }
    for index in found.indices {
      let rank = order.firstIndex(of: Array(found[index].name.utf8)) ?? 0
      found[index].plan.rank = rank
      if found[index].isRequired { required |= 1 << UInt64(rank) }
    }
    attributes += found.map(\.plan)
    return PlanRange(start: attributes.count - found.count, count: found.count)
  }

  private mutating func attribute(
    _ element: XMLElement
  ) throws(UnknownFeature) -> (name: String, plan: AttributePlan, isRequired: Bool) {
    let use = element.attribute("use") ?? "optional"
    guard element.name == "attribute", ["optional", "required"].contains(use),
      try parts(of: element, attributes: ["name", "type", "use"]).isEmpty,
      let name = element.attribute("name")
    else { throw UnknownFeature() }
    let place = place(of: name)
    let simple = try simple(named: element.attribute("type"), at: element)
    return (
      name,
      AttributePlan(
        name: place.range, start: ShortText((name + "=\"").utf8), number: place.number,
        simple: simple),
      use == "required"
    )
  }
}
