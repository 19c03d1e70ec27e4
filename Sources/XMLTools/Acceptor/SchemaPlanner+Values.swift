extension SchemaPlanner {
  /// The place of a simple type.
  mutating func simple(
    named name: String?, at element: XMLElement
  ) throws(UnknownFeature) -> Int {
    let (local, isBuiltIn) = try resolve(name, at: element)
    let key = "{\(isBuiltIn ? Self.schemaNamespace : namespace)}" + local
    if let known = simplePlaces[key] { return known }
    let plan: SimplePlan
    if isBuiltIn {
      plan = try builtIn(local)
    } else {
      guard let definition = simpleElements[local] else { throw UnknownFeature() }
      plan = try self.simple(definition)
    }
    simple.append(plan)
    simplePlaces[key] = simple.count - 1
    return simple.count - 1
  }

  private func builtIn(_ name: String) throws(UnknownFeature) -> SimplePlan {
    switch name {
    case "string": SimplePlan(kind: .any, isText: true)
    case "boolean": SimplePlan(kind: .boolean, isText: false)
    case "nonNegativeInteger": SimplePlan(kind: .natural, isText: false)
    case "positiveInteger": SimplePlan(kind: .positive, isText: false)
    case "date": SimplePlan(kind: .date, isText: false)
    default: throw UnknownFeature()
    }
  }

  private mutating func simple(_ definition: XMLElement) throws(UnknownFeature) -> SimplePlan {
    let parts = try parts(of: definition, attributes: ["name"])
    guard parts.count == 1, let part = parts.first else { throw UnknownFeature() }
    switch part.name {
    case "list":
      guard try self.parts(of: part, attributes: ["itemType"]).isEmpty else {
        throw UnknownFeature()
      }
      let item = try simple(named: part.attribute("itemType"), at: part)
      guard simple[item].kind != .any, simple[item].kind != .filled, simple[item].kind != .list
      else { throw UnknownFeature() }
      return SimplePlan(kind: .list, isText: false, base: item)
    case "restriction":
      let base = try simple(named: part.attribute("base"), at: part)
      let facets = try self.parts(of: part, attributes: ["base"])
      return try restriction(of: base, facets)
    default: throw UnknownFeature()
    }
  }

  /// Whether a value's text has no byte that a document writes in another way.
  private func standsForItself(_ value: String) -> Bool {
    value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x26 && $0 != 0x3C }
  }

  private mutating func restriction(
    of base: Int, _ facets: [XMLElement]
  ) throws(UnknownFeature) -> SimplePlan {
    var values: [String] = []
    for facet in facets {
      guard try parts(of: facet, attributes: ["value"]).isEmpty, facet.name == facets[0].name,
        let value = facet.attribute("value")
      else { throw UnknownFeature() }
      values.append(value)
    }
    let isText = simple[base].isText
    switch (facets.first?.name, simple[base].kind) {
    case ("enumeration", _) where isText:
      return SimplePlan(
        kind: .word, isText: true,
        isWhole: simple[base].kind == .any && values.allSatisfy(standsForItself), base: base,
        words: append(words: values))
    case ("pattern", _) where isText && values == ["[\\s\\S]+"]:
      return SimplePlan(kind: .filled, isText: true, base: base)
    // A date with a zone is left to libxml2 anyway.
    case ("pattern", .date) where values == ["[0-9]{4}-[0-9]{2}-[0-9]{2}"]: return simple[base]
    case ("pattern", _) where isText && values.count == 1,
      ("pattern", .date) where values.count == 1:
      let machine = try PatternMachine(values[0])
      return SimplePlan(
        kind: .pattern, isText: isText, isWhole: simple[base].kind == .any && machine.isPlain,
        base: base, number: append(machine))
    case ("minLength", .list) where values.count == 1:
      guard let least = Int(values[0]), least >= 0 else { throw UnknownFeature() }
      return SimplePlan(kind: .list, isText: false, base: simple[base].base, number: least)
    default: throw UnknownFeature()
    }
  }

  private mutating func append(_ machine: PatternMachine) -> Int {
    machines.append(
      MachinePlan(rows: rows.count, width: machine.width, classes: classes.count))
    rows += machine.rows.enumerated().map { place, entry in
      UInt32(entry) * (place.isMultiple(of: machine.width) ? 1 : UInt32(machine.width))
    }
    classes += machine.classes
    return machines.count - 1
  }

  /// A hash table with free slots, which have the count -1.
  private mutating func append(words values: [String]) -> PlanRange {
    var size = 4
    while size < values.count * 4 { size *= 2 }
    let start = words.count
    words += Array(repeating: PlanRange(start: 0, count: -1), count: size)
    for value in values {
      let word = place(of: value).range
      var slot = Array(value.utf8).withUnsafeBufferPointer { bytes in
        bytes.baseAddress.map { wordHash($0, bytes.count) } ?? 0
      }
      while words[start + slot & (size - 1)].count >= 0 { slot += 1 }
      words[start + slot & (size - 1)] = word
    }
    return PlanRange(start: start, count: size)
  }
}
