/// The schema uses something that only libxml2 decides.
struct UnknownFeature: Error {}

/// The regular expressions of a schema as tables of states, one byte a step.
///
/// Known are characters of ASCII, classes without `^`, groups, `|`, `?`, `*`, `+` and `{n,m}`.
struct PatternMachine {
  /// Rows of the table, each: 1 where it accepts, then the next row for each class of bytes.
  ///
  /// Row 0 rejects all.
  private(set) var rows: [UInt16] = []
  private(set) var width = 1
  /// The class of each byte; 0 is of the bytes that nothing takes.
  private(set) var classes: [UInt8] = Array(repeating: 0, count: 256)

  /// Whether all bytes that it takes stand for themselves in a value in double quotes.
  var isPlain: Bool {
    (UInt8.min..<0x20).allSatisfy { classes[Int($0)] == 0 }
      && "\"&<".utf8.allSatisfy { classes[Int($0)] == 0 }
  }

  private static let maximumRows = 2_000

  init(_ pattern: String) throws(UnknownFeature) {
    var parser = PatternParser(pattern)
    let automaton = PatternAutomaton(try parser.whole())
    classify(automaton.sets)
    try build(automaton)
  }

  /// Bytes that are in the same sets need one column only.
  private mutating func classify(_ sets: [ASCIISet]) {
    var known: [[Bool]: UInt8] = [:]
    for byte in UInt8(0)..<128 {
      let signature = sets.map { $0.contains(byte) }
      guard signature.contains(true) else { continue }
      let number = known[signature] ?? UInt8(known.count + 1)
      known[signature] = number
      classes[Int(byte)] = number
    }
    width = known.count + 1
  }

  private mutating func build(_ automaton: PatternAutomaton) throws(UnknownFeature) {
    var samples = Array(repeating: UInt8(0), count: width)
    for byte in UInt8(0)..<128 { samples[Int(classes[Int(byte)])] = byte }
    let start = automaton.closure(of: [automaton.start])
    var places: [PatternAutomaton.Closure: UInt16] = [start: 1]
    var open = [start]
    rows = Array(repeating: 0, count: width)
    while rows.count / width <= open.count {
      let state = open[rows.count / width - 1]
      var row: [UInt16] = [state.accepts ? 1 : 0]
      for column in 1..<max(1, width) {
        let next = automaton.closure(of: automaton.step(state, samples[column]))
        guard !next.states.isEmpty || next.accepts else {
          row.append(0)
          continue
        }
        if let place = places[next] {
          row.append(place)
        } else {
          guard open.count < Self.maximumRows else { throw UnknownFeature() }
          open.append(next)
          places[next] = UInt16(open.count)
          row.append(UInt16(open.count))
        }
      }
      rows += row
    }
  }
}

/// A set of ASCII characters.
struct ASCIISet: Hashable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  func contains(_ byte: UInt8) -> Bool {
    (byte < 64 ? low : high) & (1 << UInt64(byte & 63)) != 0 && byte < 128
  }

  mutating func insert(_ byte: UInt8) {
    if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 63) }
  }
}

/// The states between which a pattern moves, several at once.
struct PatternAutomaton {
  private enum State {
    case take(set: Int, next: Int)
    case split(Int, Int)
    case accept
  }

  /// States that are reached together; of those only the ones that take a byte.
  struct Closure: Hashable {
    var states: [Int] = []
    var accepts = false
  }

  private var states: [State] = [.accept]
  private(set) var sets: [ASCIISet] = []
  private(set) var start = 0

  init(_ pattern: PatternNode) {
    start = add(pattern, before: 0)
  }

  private mutating func add(_ node: PatternNode, before next: Int) -> Int {
    switch node {
    case .set(let set):
      let place = sets.firstIndex(of: set) ?? sets.count
      if place == sets.count { sets.append(set) }
      return append(.take(set: place, next: next))
    case .sequence(let parts):
      return parts.reversed().reduce(next) { add($1, before: $0) }
    case .choice(let options):
      let starts = options.map { add($0, before: next) }
      return starts.dropFirst().reduce(starts.first ?? next) { append(.split($0, $1)) }
    case .optional(let part): return append(.split(add(part, before: next), next))
    case .repeated(let part):
      let loop = append(.accept)
      states[loop] = .split(add(part, before: loop), next)
      return loop
    }
  }

  private mutating func append(_ state: State) -> Int {
    states.append(state)
    return states.count - 1
  }

  func step(_ closure: Closure, _ byte: UInt8) -> [Int] {
    closure.states.compactMap { place in
      guard case .take(let set, let next) = states[place], sets[set].contains(byte) else {
        return nil
      }
      return next
    }
  }

  func closure(of places: [Int]) -> Closure {
    var (open, seen, closure) = (places, Set(places), Closure())
    while let place = open.popLast() {
      switch states[place] {
      case .take: closure.states.append(place)
      case .accept: closure.accepts = true
      case .split(let one, let other):
        for next in [one, other] where seen.insert(next).inserted { open.append(next) }
      }
    }
    closure.states.sort()
    return closure
  }
}
