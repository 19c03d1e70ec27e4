extension SchemaSink {
  /// A child's place in the content of its parent.
  struct Choice {
    let option: OptionPlan
    let particle: Int
    let filled: Int
  }

  func root(_ name: MarkupSpan) -> Frame? {
    for root in roots where isSame(name, root.option.name) {
      return Frame(type: root.option.type, step: root.step)
    }
    return nil
  }

  /// The first place from where the parent's content stands on that takes a name.
  @inline(__always)
  func choice(
    below parent: UnsafePointer<Frame>, _ isNamed: (UnsafePointer<OptionPlan>) -> Bool
  ) -> Choice? {
    let type = types + parent.pointee.type
    guard type.pointee.content == .elements else { return nil }
    var (place, filled) = (parent.pointee.particle, parent.pointee.filled)
    while place < type.pointee.particles.count {
      let particle = particles + (type.pointee.particles.start + place)
      if filled < particle.pointee.maximum {
        let range = particle.pointee.options
        for option in range.start..<range.start + range.count where isNamed(options + option) {
          return Choice(option: options[option], particle: place, filled: filled + 1)
        }
      }
      guard filled >= particle.pointee.minimum else { return nil }
      place += 1
      filled = 0
    }
    return nil
  }

  /// Takes a choice in the parent's content; gives the child's frame.
  @inline(__always)
  func open(_ choice: Choice, _ parent: UnsafeMutablePointer<Frame>) -> Frame {
    parent.pointee.particle = choice.particle
    parent.pointee.filled = choice.filled
    return Frame(
      type: choice.option.type, step: step(parent.pointee.step, choice.option.number))
  }

  @inline(__always)
  private func step(_ step: Int, _ number: Int) -> Int {
    let range = steps[step].edges
    for place in range.start..<range.start + range.count where edges[place].number == number {
      return edges[place].step
    }
    return 0
  }

  /// Goes into an element of which the start tag was found right.
  @inline(__always)
  mutating func enter(_ frame: Frame, _ seen: UInt64) -> Bool {
    let used = steps[frame.step].uses
    for use in used.start..<used.start + used.count {
      guard add(uses[use], seen, types + frame.type) else { return false }
    }
    (frames + depth).initialize(to: frame)
    depth += 1
    return !output.isFull
  }

  @inline(__always)
  func isComplete(_ frame: UnsafePointer<Frame>, _ type: UnsafePointer<TypePlan>) -> Bool {
    var (place, filled) = (frame.pointee.particle, frame.pointee.filled)
    while place < type.pointee.particles.count {
      guard filled >= particles[type.pointee.particles.start + place].minimum else { return false }
      place += 1
      filled = 0
    }
    return true
  }

  @inline(__always)
  func isSame(_ span: MarkupSpan, _ name: PlanRange) -> Bool {
    span.count == name.count
      && XMLTools.isSame(bytes + span.start, names + name.start, name.count)
  }
}
