/// Holds what a scanner finds against a plan, and writes its canonical form.
struct SchemaSink: MarkupSink {
  /// An element that is open.
  struct Frame {
    let type: Int
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
  let longestName: Int
  let nameClasses: UnsafePointer<UInt8>
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
  let frames: UnsafeMutablePointer<Frame>
  /// The attributes of the last start tag by their ranks.
  let ranked: UnsafeMutablePointer<AttributeSpan>
  var depth = 0

  /// The plan and the room have to outlive the sink.
  init(
    _ plan: SchemaPlan, _ scanner: MarkupScanner, _ output: CanonicalOutput, _ room: SchemaRoom
  ) {
    bytes = scanner.bytes
    nameClasses = scanner.nameClasses
    roots = plan.roots
    namespace = plan.namespace
    names = plan.names.pointer
    longestName = plan.longestName
    types = plan.types.pointer
    particles = plan.particles.pointer
    options = plan.options.pointer
    attributes = plan.attributes.pointer
    steps = plan.steps.pointer
    edges = plan.edges.pointer
    uses = plan.uses.pointer
    values = ValueCheck(plan, scanner, room)
    self.output = output
    table = ConstraintTable(plan, bytes)
    frames = room.frames
    ranked = room.ranked
  }

  // MARK: Events

  mutating func start(_ tag: StartTag) -> Bool {
    let name = tag.name
    var first = 0
    let frame: Frame
    if depth == 0 {
      // Canonical XML has the namespace before all attributes; so has every template.
      guard let root = root(name), tag.count > 0, isNamespace(tag.attributes[0]) else {
        return false
      }
      frame = root
      output.skip(to: tag.start)
      first = 1
    } else {
      let parent = frames + (depth - 1)
      guard let choice = choice(below: parent, { isSame(name, $0.pointee.name) }) else {
        return false
      }
      frame = open(choice, parent)
    }
    guard let seen = seen(tag, from: first, types + frame.type) else { return false }
    output.keep(upTo: name.end)
    if first > 0 { output.attribute(tag.attributes[0]) }
    var rest = seen
    while rest != 0 {
      output.attribute(ranked[rest.trailingZeroBitCount])
      rest &= rest - 1
    }
    output.put(UInt8(ascii: ">"))
    output.skip(to: tag.end)
    return enter(frame, seen)
  }

  mutating func text(_ span: MarkupSpan) -> Bool {
    switch types[frames[depth - 1].type].content {
    case .elements: return !span.traits.contains(.ink)
    case .empty: return false
    case .simple:
      frames[depth - 1].text = span
      output.text(span)
      return true
    }
  }

  func comment() -> Bool { false }

  mutating func end(_ name: MarkupSpan, tag: MarkupSpan) -> Bool {
    depth -= 1
    let frame = frames + depth
    let type = types + frame.pointee.type
    switch type.pointee.content {
    case .empty: break
    case .elements:
      guard isComplete(frame, type) else { return false }
    case .simple:
      let text = frame.pointee.text ?? MarkupSpan(start: name.start, end: name.start)
      guard values.accepts(text, type.pointee.simple) else { return false }
      let used = steps[frame.pointee.step].uses
      for use in used.start..<used.start + used.count {
        guard table.complete(uses[use], text, isText: values.isText(type.pointee.simple)) else {
          return false
        }
      }
    }
    // `</name>` is canonical as it stands.
    if tag.count != name.count + 3 {
      output.keep(upTo: tag.start)
      output.endTag(name, isPadded: name.end + CanonicalOutput.padding <= values.count)
      output.skip(to: tag.end)
    }
    if depth == 0 { output.keep(upTo: tag.end) }
    return !output.isFull
  }

  mutating func pause(at place: Int) {
    if depth > 0 { output.keep(upTo: place) }
  }
}
