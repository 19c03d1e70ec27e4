/// A template that was checked against a view type: every name is a slot of that view.
package struct Template<View: TemplateView>: Sendable {
  let program: TemplateProgram

  /// The document of one view.
  package func rendered(_ view: View) -> [UInt8] {
    var output: [UInt8] = []
    render(view, into: &output)
    return output
  }

  /// The document of one view with where its parts stand in the templates.
  func traced(_ view: View) -> (document: [UInt8], trace: TemplateTrace) {
    program.traced(TemplateValue(view))
  }

  /// Appends the document of one view.
  package func render(_ view: View, into output: inout [UInt8]) {
    program.render(TemplateValue(view), into: &output)
  }
}

/// Where a value lies: a register of the running routine, then slots of records in it.
struct TemplateReference: Sendable {
  let register: Int
  let slots: [Int]
}

/// One step of a compiled template.
enum TemplateOperation: Sendable {
  case literal([UInt8], startsLine: Bool, TemplatePlace?)
  case value(TemplateReference, isRaw: Bool)
  /// Entered for each element, for what is there, or for what holds; all but flags push a register.
  case section(TemplateReference, [TemplateOperation])
  case inverted(TemplateReference, [TemplateOperation])
  /// Runs a routine with some registers as its own; a nil indent means «in the middle of a line».
  case call(routine: Int, registers: [Int], indent: [UInt8]?)
  case indented([UInt8], [TemplateOperation])
}

/// The routines of a template and of what it brings in, one for each body and context shape.
struct TemplateProgram: Sendable {
  let routines: [[TemplateOperation]]
  let escaping: Escaping

  /// Runs the first routine with one value as the whole context.
  func render(_ root: TemplateValue, into output: inout [UInt8]) {
    var run = TemplateRun(program: self, output: output)
    output = []
    var registers = [root]
    run.perform(routines[0], &registers)
    output = run.output
  }

  /// The document of a value, and where its parts stand in the templates; slower.
  func traced(_ root: TemplateValue) -> (document: [UInt8], trace: TemplateTrace) {
    var run = TemplateRun(program: self, output: [], trace: TemplateTrace())
    var registers = [root]
    run.perform(routines[0], &registers)
    return (run.output, run.trace ?? TemplateTrace())
  }
}

/// One rendering: what is written so far, and the indent of the lines that begin now.
private struct TemplateRun {
  let program: TemplateProgram
  var output: [UInt8]
  var indent: [UInt8] = []
  var trace: TemplateTrace?

  mutating func perform(_ operations: [TemplateOperation], _ registers: inout [TemplateValue]) {
    for operation in operations {
      switch operation {
      case .literal(let bytes, let startsLine, let place):
        if trace != nil, let place { trace?.add(output.count, place, bytes) }
        write(bytes, startsLine: startsLine)
      case .value(let reference, let isRaw):
        guard case .text(let text) = value(reference, registers) else { continue }
        if isRaw {
          output.append(contentsOf: text.utf8)
        } else {
          program.escaping.append(text, to: &output)
        }
      case .section(let reference, let body):
        enter(value(reference, registers), body, &registers)
      case .inverted(let reference, let body):
        if isFalse(value(reference, registers)) { perform(body, &registers) }
      case .call(let routine, let kept, let more):
        var own = kept.map { registers[$0] }
        let outer = indent
        indent = more.map { outer + $0 } ?? []
        perform(program.routines[routine], &own)
        indent = outer
      case .indented(let more, let body):
        let outer = indent
        indent += more
        perform(body, &registers)
        indent = outer
      }
    }
  }

  private mutating func enter(
    _ value: TemplateValue, _ body: [TemplateOperation], _ registers: inout [TemplateValue]
  ) {
    switch value {
    case .absent, .flag(false), .text(""): break
    case .flag(true): perform(body, &registers)
    case .text, .record:
      registers.append(value)
      perform(body, &registers)
      registers.removeLast()
    case .list(let count, let element):
      for index in 0..<count {
        registers.append(element(index))
        perform(body, &registers)
        registers.removeLast()
      }
    }
  }

  private func isFalse(_ value: TemplateValue) -> Bool {
    switch value {
    case .absent: true
    case .flag(let holds): !holds
    case .text(let text): text.isEmpty
    case .list(let count, _): count == 0
    case .record: false
    }
  }

  private func value(
    _ reference: TemplateReference, _ registers: [TemplateValue]
  ) -> TemplateValue {
    // Nearly all names are one slot of a record; this way spares copies of the record.
    if reference.slots.count == 1, case .record(let record) = registers[reference.register] {
      return record.value(at: reference.slots[0])
    }
    var value = registers[reference.register]
    for slot in reference.slots {
      guard case .record(let record) = value else { return .absent }
      value = record.value(at: slot)
    }
    return value
  }

  private mutating func write(_ bytes: [UInt8], startsLine: Bool) {
    guard !indent.isEmpty else {
      output.append(contentsOf: bytes)
      return
    }
    if startsLine { output.append(contentsOf: indent) }
    for (index, byte) in bytes.enumerated() {
      output.append(byte)
      if byte == lineFeed, index + 1 < bytes.count { output.append(contentsOf: indent) }
    }
  }
}
