extension SchemaSink {
  func isNamespace(_ attribute: AttributeSpan) -> Bool {
    guard attribute.name.count == 5, attribute.value.count == namespace.count else { return false }
    return begins(bytes + attribute.name.start, 5, with: "xmlns")
      && namespace.elementsEqual(
        UnsafeBufferPointer(start: bytes + attribute.value.start, count: namespace.count))
  }

  /// The ranks of the attributes as bits, the attributes then being ranked; nil where one is wrong.
  func seen(_ tag: StartTag, from first: Int, _ type: UnsafePointer<TypePlan>) -> UInt64? {
    let declared = type.pointee.attributes
    var seen: UInt64 = 0
    // Most attributes stand in the order of the schema.
    var guess = 0
    for index in first..<tag.count {
      let attribute = tag.attributes[index]
      guard !attribute.value.traits.contains(.control) else { return nil }
      var tries = 0
      while true {
        guard tries < declared.count else { return nil }
        if guess == declared.count { guess = 0 }
        if isSame(attribute.name, attributes[declared.start + guess].name) { break }
        guess += 1
        tries += 1
      }
      let plan = attributes + (declared.start + guess)
      guess += 1
      let bit = UInt64(1) << UInt64(plan.pointee.rank)
      guard seen & bit == 0, values.accepts(attribute.value, plan.pointee.simple) else {
        return nil
      }
      seen |= bit
      ranked[plan.pointee.rank] = attribute
    }
    return seen & type.pointee.required == type.pointee.required ? seen : nil
  }

  /// Takes an element that a constraint selects; false where that is not certainly right.
  mutating func add(_ constraint: Int, _ seen: UInt64, _ type: UnsafePointer<TypePlan>) -> Bool {
    let start = table.end
    let fields = table.fields(of: constraint)
    for field in fields {
      // The element's own text is known only when it ends.
      guard field != ConstraintPlan.ownText else { return fields.count == 1 }
      guard let plan = attribute(field, seen, type) else {
        return table.drop(constraint, from: start)
      }
      guard values.isText(plan.simple) else { return false }
      table.append(ranked[plan.rank].value)
    }
    table.finish(constraint, from: start)
    return true
  }

  /// The attribute with a name's number, if the element has it.
  @inline(__always)
  private func attribute(
    _ number: Int, _ seen: UInt64, _ type: UnsafePointer<TypePlan>
  ) -> AttributePlan? {
    let declared = type.pointee.attributes
    for place in declared.start..<declared.start + declared.count
    where attributes[place].number == number {
      return seen & (1 << UInt64(attributes[place].rank)) != 0 ? attributes[place] : nil
    }
    return nil
  }
}
