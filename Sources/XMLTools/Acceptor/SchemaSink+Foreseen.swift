/// Start tags as the program's own templates write them: attributes in the order of the schema, a
/// space before each, double quotes, no references.
///
/// Names are not looked for but compared with those that may come next, and a value is held against
/// its type while its end is looked for, so that most bytes are looked at once.
extension SchemaSink {
  @inline(__always)
  mutating func foreseenStart(at start: Int, before count: Int) -> ForeseenTag {
    // Behind this place a name with its `="` or the padding of a copy might go over the end.
    let limit = count - longestName - CanonicalOutput.padding
    guard depth > 0, start < limit else { return .unknown }
    let parent = frames + (depth - 1)
    guard let choice = choice(below: parent, { isName($0.pointee, at: start + 1) }) else {
      return .unknown
    }
    let nameEnd = start + 1 + choice.option.name.count
    guard
      let (seen, isSorted, end) = foreseenAttributes(
        at: nameEnd, before: limit, count, types + choice.option.type)
    else { return .unknown }
    let isEmpty = bytes[end] == UInt8(ascii: "/")
    let tag = ReadTag(nameEnd: nameEnd, end: end + (isEmpty ? 2 : 1), isEmpty: isEmpty)
    guard bytes[tag.end - 1] == UInt8(ascii: ">") else { return .unknown }
    let frame = open(choice, parent)
    if !isSorted {
      output.keepShort(upTo: nameEnd)
      var rest = seen
      while rest != 0 {
        let attribute = ranked + rest.trailingZeroBitCount
        let from = attribute.pointee.name.start - 1
        output.copyShort(bytes + from, attribute.pointee.value.end + 1 - from)
        rest &= rest - 1
      }
      output.skip(to: end)
    }
    if isEmpty {
      output.keepShort(upTo: end)
      output.put(UInt8(ascii: ">"))
      output.skip(to: tag.end)
    }
    return enter(frame, seen) ? .read(tag) : .refused
  }

  /// Whether an element's name stands at a place from where on it is not too long.
  @inline(__always)
  private func isName(_ option: OptionPlan, at place: Int) -> Bool {
    option.start.stands(at: bytes + place) && isRest(of: option.name, at: place)
      && nameClasses[Int(bytes[place + option.name.count])] == 0
  }

  /// Whether what is beyond a short text of a name stands there too.
  @inline(__always)
  private func isRest(of name: PlanRange, at place: Int) -> Bool {
    name.count <= ShortText.size || XMLTools.isSame(bytes + place, names + name.start, name.count)
  }

  /// The ranks of the attributes as bits, whether they are in the order of Canonical XML, and the
  /// place behind them, which is before the limit.
  @inline(__always)
  private func foreseenAttributes(
    at start: Int, before limit: Int, _ count: Int, _ type: UnsafePointer<TypePlan>
  ) -> (seen: UInt64, isSorted: Bool, end: Int)? {
    var place = start
    var seen: UInt64 = 0
    var isSorted = true
    var next = type.pointee.attributes.start
    let last = next + type.pointee.attributes.count
    while place < limit, bytes[place] == UInt8(ascii: " ") {
      place += 1
      var plan: UnsafePointer<AttributePlan>
      repeat {
        guard next < last else { return nil }
        plan = attributes + next
        next += 1
      } while !isAttribute(plan, at: place)
      let value = place + plan.pointee.name.count + 2
      guard let end = values.end(from: value, plan.pointee.simple) else { return nil }
      ranked[plan.pointee.rank] = AttributeSpan(
        name: MarkupSpan(start: place, end: value - 2), value: MarkupSpan(start: value, end: end))
      isSorted = isSorted && seen >> UInt64(plan.pointee.rank) == 0
      seen |= 1 << UInt64(plan.pointee.rank)
      place = end + 1
    }
    guard place < limit, seen & type.pointee.required == type.pointee.required else { return nil }
    return (seen, isSorted, place)
  }

  @inline(__always)
  private func isAttribute(_ plan: UnsafePointer<AttributePlan>, at place: Int) -> Bool {
    guard plan.pointee.start.stands(at: bytes + place) else { return false }
    let name = plan.pointee.name
    // A short text has the `="` of a name that is not longer.
    return name.count + 2 <= ShortText.size
      || XMLTools.isSame(bytes + place, names + name.start, name.count)
        && bytes[place + name.count] == UInt8(ascii: "=")
        && bytes[place + name.count + 1] == UInt8(ascii: "\"")
  }
}
