/// Holds what a scanner finds against a plan, and writes its canonical form.
struct SchemaSink: MarkupSink {
  /// An element that is open.
  struct Frame {
    let type: Int
    let option: OptionPlan
    let step: Int
    /// The place in the type's sequence, and how often it was filled.
    var particle = 0
    var filled = 0
    /// The text of an element that has nothing else.
    var text: MarkupSpan?
  }

  let bytes: UnsafePointer<UInt8>
  let roots: [RootPlan]
  let namespace: [UInt8]
  let names: UnsafePointer<UInt8>
  let types: UnsafePointer<TypePlan>
  let particles: UnsafePointer<ParticlePlan>
  let options: UnsafePointer<OptionPlan>
  let attributes: UnsafePointer<AttributePlan>
  let steps: UnsafePointer<StepPlan>
  let edges: UnsafePointer<EdgePlan>
  let uses: UnsafePointer<Int>
  let values: ValueCheck
  var output: CanonicalOutput
  var table: ConstraintTable
  private let frames: UnsafeMutablePointer<Frame>
  private let ranks: UnsafeMutablePointer<Int>
  var depth = 0

  /// The plan has to outlive the sink, and both buffers too: of `maximumDepth` + 1 frames and of
  /// `maximumAttributes` ranks.
  init(
    _ plan: SchemaPlan, _ bytes: UnsafePointer<UInt8>, _ output: CanonicalOutput,
    _ frames: UnsafeMutablePointer<Frame>, _ ranks: UnsafeMutablePointer<Int>
  ) {
    self.bytes = bytes
    roots = plan.roots
    namespace = plan.namespace
    names = plan.names.pointer
    types = plan.types.pointer
    particles = plan.particles.pointer
    options = plan.options.pointer
    attributes = plan.attributes.pointer
    steps = plan.steps.pointer
    edges = plan.edges.pointer
    uses = plan.uses.pointer
    values = ValueCheck(plan, bytes)
    self.output = output
    table = ConstraintTable(plan, bytes)
    self.frames = frames
    self.ranks = ranks
  }

  // MARK: Events

  mutating func start(
    _ name: MarkupSpan, _ found: UnsafePointer<AttributeSpan>, count: Int
  ) -> Bool {
    guard let frame = depth == 0 ? root(name) : child(name) else { return false }
    output.put(UInt8(ascii: "<"))
    output.copy(bytes + name.start, name.count)
    var first = 0
    if depth == 0 {
      // Canonical XML has the namespace before all attributes; so has every template.
      guard count > 0, isNamespace(found[0]) else { return false }
      output.put(" xmlns=\"")
      output.value(bytes, found[0].value)
      output.put(UInt8(ascii: "\""))
      first = 1
    }
    let type = types + frame.type
    guard let seen = seen(found, first..<count, type) else { return false }
    var rest = seen
    while rest != 0 {
      let attribute = found + ranks[rest.trailingZeroBitCount]
      rest &= rest - 1
      output.put(UInt8(ascii: " "))
      output.copy(bytes + attribute.pointee.name.start, attribute.pointee.name.count)
      output.put(UInt8(ascii: "="))
      output.put(UInt8(ascii: "\""))
      output.value(bytes, attribute.pointee.value)
      output.put(UInt8(ascii: "\""))
    }
    output.put(UInt8(ascii: ">"))
    let used = steps[frame.step].uses
    for use in used.start..<used.start + used.count {
      guard add(uses[use], found, seen, type) else { return false }
    }
    frames[depth] = frame
    depth += 1
    return !output.isFull
  }

  mutating func text(_ span: MarkupSpan) -> Bool {
    switch types[frames[depth - 1].type].content {
    case .elements: guard !span.traits.contains(.ink) else { return false }
    case .empty: return false
    case .simple: frames[depth - 1].text = span
    }
    output.text(bytes, span)
    return true
  }

  func comment() -> Bool { false }

  mutating func end(_ name: MarkupSpan) -> Bool {
    depth -= 1
    let frame = frames[depth]
    let type = types + frame.type
    switch type.pointee.content {
    case .empty: break
    case .elements:
      guard isComplete(frame, type) else { return false }
    case .simple:
      let text = frame.text ?? MarkupSpan(start: name.start, end: name.start)
      guard values.accepts(text, type.pointee.simple) else { return false }
      let used = steps[frame.step].uses
      for use in used.start..<used.start + used.count {
        guard table.complete(uses[use], text, isText: values.isText(type.pointee.simple)) else {
          return false
        }
      }
    }
    output.put(UInt8(ascii: "<"))
    output.put(UInt8(ascii: "/"))
    output.copy(bytes + name.start, name.count)
    output.put(UInt8(ascii: ">"))
    return !output.isFull
  }

  // MARK: Elements

  private func root(_ name: MarkupSpan) -> Frame? {
    for root in roots where isSame(name, root.option.name) {
      return Frame(type: root.option.type, option: root.option, step: root.step)
    }
    return nil
  }

  @inline(__always)
  private func child(_ name: MarkupSpan) -> Frame? {
    let parent = frames + (depth - 1)
    let type = types + parent.pointee.type
    guard type.pointee.content == .elements else { return nil }
    while parent.pointee.particle < type.pointee.particles.count {
      let particle = particles + (type.pointee.particles.start + parent.pointee.particle)
      if parent.pointee.filled < particle.pointee.maximum {
        let range = particle.pointee.options
        for place in range.start..<range.start + range.count
        where isSame(name, options[place].name) {
          parent.pointee.filled += 1
          let option = options[place]
          return Frame(
            type: option.type, option: option, step: step(parent.pointee.step, option.number))
        }
      }
      guard parent.pointee.filled >= particle.pointee.minimum else { return nil }
      parent.pointee.particle += 1
      parent.pointee.filled = 0
    }
    return nil
  }

  @inline(__always)
  private func step(_ step: Int, _ number: Int) -> Int {
    let range = steps[step].edges
    for place in range.start..<range.start + range.count where edges[place].number == number {
      return edges[place].step
    }
    return 0
  }

  private func isComplete(_ frame: Frame, _ type: UnsafePointer<TypePlan>) -> Bool {
    var filled = frame.filled
    for place in frame.particle..<max(frame.particle, type.pointee.particles.count) {
      guard filled >= particles[type.pointee.particles.start + place].minimum else { return false }
      filled = 0
    }
    return true
  }

  // MARK: Attributes

  private func isNamespace(_ attribute: AttributeSpan) -> Bool {
    guard attribute.name.count == 5, attribute.value.count == namespace.count else { return false }
    let isDefault = "xmlns".utf8.elementsEqual(
      UnsafeBufferPointer(start: bytes + attribute.name.start, count: 5))
    return isDefault
      && namespace.elementsEqual(
        UnsafeBufferPointer(start: bytes + attribute.value.start, count: namespace.count))
  }

  /// The ranks of the attributes as bits, with their places in `ranks`; nil where one is wrong.
  @inline(__always)
  private func seen(
    _ found: UnsafePointer<AttributeSpan>, _ range: Range<Int>, _ type: UnsafePointer<TypePlan>
  ) -> UInt64? {
    let declared = type.pointee.attributes
    var seen: UInt64 = 0
    // Most attributes stand in the order of the schema.
    var guess = 0
    for index in range {
      let attribute = found + index
      guard !attribute.pointee.value.traits.contains(.control) else { return nil }
      var tries = 0
      while true {
        guard tries < declared.count else { return nil }
        if guess == declared.count { guess = 0 }
        if isSame(attribute.pointee.name, attributes[declared.start + guess].name) { break }
        guess += 1
        tries += 1
      }
      let plan = attributes + (declared.start + guess)
      guess += 1
      let bit = UInt64(1) << UInt64(plan.pointee.rank)
      guard seen & bit == 0, values.accepts(attribute.pointee.value, plan.pointee.simple) else {
        return nil
      }
      seen |= bit
      ranks[plan.pointee.rank] = index
    }
    return seen & type.pointee.required == type.pointee.required ? seen : nil
  }

  /// Takes an element that a constraint selects; false where that is not certainly right.
  private mutating func add(
    _ constraint: Int, _ found: UnsafePointer<AttributeSpan>, _ seen: UInt64,
    _ type: UnsafePointer<TypePlan>
  ) -> Bool {
    let start = table.end
    let fields = table.fields(of: constraint)
    for field in fields {
      // The element's own text is known only when it ends.
      guard field != ConstraintPlan.ownText else { return fields.count == 1 }
      guard let plan = attribute(field, seen, type) else {
        return table.drop(constraint, from: start)
      }
      guard values.isText(plan.simple) else { return false }
      table.append(found[ranks[plan.rank]].value)
    }
    table.finish(constraint, from: start)
    return true
  }

  /// The attribute with a name's number, if the element has it.
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

  @inline(__always)
  private func isSame(_ span: MarkupSpan, _ name: PlanRange) -> Bool {
    guard span.count == name.count else { return false }
    var offset = 0
    while offset < name.count {
      guard bytes[span.start + offset] == names[name.start + offset] else { return false }
      offset += 1
    }
    return true
  }
}
