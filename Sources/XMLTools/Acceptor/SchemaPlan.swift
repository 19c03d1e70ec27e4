/// A schema in flat tables; what they refer to are places in each other.
struct SchemaPlan: Sendable {
  let namespace: [UInt8]
  let roots: [RootPlan]
  let names: Flat<UInt8>
  let longestName: Int
  let types: Flat<TypePlan>
  let particles: Flat<ParticlePlan>
  let options: Flat<OptionPlan>
  let attributes: Flat<AttributePlan>
  let simple: Flat<SimplePlan>
  let machines: Flat<MachinePlan>
  let rows: Flat<UInt32>
  let classes: Flat<UInt8>
  let words: Flat<PlanRange>
  let steps: Flat<StepPlan>
  let edges: Flat<EdgePlan>
  let uses: Flat<Int>
  let constraints: Flat<ConstraintPlan>
  let fields: Flat<Int>
}

/// Neighbours in one of the tables.
struct PlanRange: Hashable {
  var start = 0
  var count = 0
}

/// An element that a document may begin with, and where the paths of its constraints start.
struct RootPlan: Sendable {
  let option: OptionPlan
  let step: Int
}

struct TypePlan {
  enum Content { case empty, elements, simple }

  var content = Content.empty
  var particles = PlanRange()
  var attributes = PlanRange()
  /// The ranks of the attributes that must be there, as bits.
  var required: UInt64 = 0
  var simple = 0
}

/// A place in a sequence: one element, or one of several.
struct ParticlePlan {
  let minimum: Int
  let maximum: Int
  let options: PlanRange
}

struct OptionPlan {
  let name: PlanRange
  /// The beginning of the name.
  let start: ShortText
  let type: Int
  /// Equal for equal names.
  let number: Int
}

struct AttributePlan {
  let name: PlanRange
  /// The beginning of the name with its `="`.
  let start: ShortText
  let number: Int
  let simple: Int
  /// The place among the type's attributes in the order of Canonical XML.
  var rank = 0
}

struct SimplePlan {
  enum Kind { case any, filled, boolean, natural, positive, date, list, word, pattern }

  let kind: Kind
  /// A string with its white space kept, so that equal bytes are equal values and no others are.
  let isText: Bool
  /// Whether the type that is restricted takes all that this one does, and this one nothing that
  /// would not stand for itself in a value.
  var isWhole = false
  /// The type that is restricted, or that of a list's items.
  var base = 0
  /// Of a pattern the machine; of a list its least length.
  var number = 0
  /// Of an enumeration its hash table, whose size is a power of two.
  var words = PlanRange()
}

/// A machine of a pattern; its rows give the place of the next row behind that of the first.
struct MachinePlan {
  let rows: Int
  let width: Int
  let classes: Int
}

/// A step on the paths of constraints: where names lead from here, and which constraints select it.
struct StepPlan {
  var edges = PlanRange()
  var uses = PlanRange()
}

struct EdgePlan {
  let number: Int
  let step: Int
}

struct ConstraintPlan {
  enum Kind { case key, unique, reference }

  /// In place of an attribute's number: the element's own text.
  static let ownText = -1

  let kind: Kind
  var fields = PlanRange()
  /// The constraint whose values are meant: of a reference the key, else itself.
  var table = 0
  /// Whether values are looked up, which those of a key that nobody refers to are not.
  var isLookedUp = false
}

/// How an enumeration's table spreads its words.
@inline(__always)
func wordHash(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
  guard count > 0 else { return 0 }
  let mixed =
    UInt(bytes[0]) &+ UInt(bytes[count / 2]) &* 31 &+ UInt(bytes[count - 1]) &* 1_009
    &+ UInt(count) &* 7_919
  return Int(bitPattern: (mixed ^ (mixed >> 5)) & 0xFFFF)
}
