/// One routine of a template that brings in another, for finding circles without an end.
struct RoutineCall {
  /// How the context changes on the way from the caller's to the callee's.
  enum Descent {
    /// Not at all, or for a flag or a text only.
    case none
    /// Into parts of the innermost record, and nothing else.
    case inner
    /// Into a part of a record further out, from where the same way may begin again.
    case outer
  }

  let from: Int
  let to: Int
  let descent: Descent
  let name: TemplateName
}

extension [RoutineCall] {
  /// The calls on a circle that does not lead down into the data.
  ///
  /// A circle ends when every section on it goes into a part of the innermost record, and there is
  /// at least one: no value is endlessly deep.
  var endless: [RoutineCall] {
    filter { call in
      switch call.descent {
      case .inner: false
      case .outer: leads(from: call.to, to: call.from) { _ in true }
      case .none: leads(from: call.to, to: call.from) { $0.descent == .none }
      }
    }
  }

  private func leads(from start: Int, to goal: Int, by isAllowed: (RoutineCall) -> Bool) -> Bool {
    var seen: Set<Int> = [start]
    var open = [start]
    while let routine = open.popLast() {
      if routine == goal { return true }
      for call in self where call.from == routine && isAllowed(call) {
        if seen.insert(call.to).inserted { open.append(call.to) }
      }
    }
    return false
  }
}
