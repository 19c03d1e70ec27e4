/// A text with one to three random changes of the kinds that a slip in a template could make.
package func mutatedMarkup(_ text: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
  var text = text
  for _ in 0..<Int.random(in: 1...3, using: &generator) where !text.isEmpty {
    mutate(&text, using: &generator)
  }
  return text
}

private func mutate(_ text: inout [UInt8], using generator: inout SeededGenerator) {
  let place = Int.random(in: 0..<text.count, using: &generator)
  switch Int.random(in: 0..<12, using: &generator) {
  case 0: text[place] = UInt8.random(in: 0...255, using: &generator)
  case 1: text[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
  case 2: text.remove(at: place)
  case 3: text.insert(text[Int.random(in: 0..<text.count, using: &generator)], at: place)
  case 4, 5:
    let inserted = splinters.randomElement(using: &generator) ?? ""
    text.insert(contentsOf: Array(inserted.utf8), at: place)
  case 6, 7:
    let tag = piece(of: text, from: place, UInt8(ascii: "<"), UInt8(ascii: ">"))
    if Bool.random(using: &generator) {
      text.insert(contentsOf: text[tag], at: tag.lowerBound)
    } else {
      text.removeSubrange(tag)
    }
  case 8, 9:
    let attribute = piece(of: text, from: place, UInt8(ascii: " "), UInt8(ascii: "\""))
    if Bool.random(using: &generator) {
      text.insert(contentsOf: text[attribute], at: attribute.lowerBound)
    } else {
      text.removeSubrange(attribute)
    }
  case 10:
    // One value or text in another's place.
    let other = Int.random(in: 0..<text.count, using: &generator)
    let source = piece(of: text, from: other, UInt8(ascii: "\""), UInt8(ascii: "\""))
    let target = piece(of: text, from: place, UInt8(ascii: "\""), UInt8(ascii: "\""))
    text.replaceSubrange(target, with: Array(text[source]))
  default:
    let other = Int.random(in: 0..<text.count, using: &generator)
    let source = piece(of: text, from: other, UInt8(ascii: "<"), UInt8(ascii: ">"))
    text.insert(contentsOf: Array(text[source]), at: place)
  }
}

/// From the first such byte at or after a place to the next end behind it, both included.
private func piece(of text: [UInt8], from place: Int, _ start: UInt8, _ end: UInt8) -> Range<Int> {
  guard let first = text[place...].firstIndex(of: start),
    let last = text[(first + 1)...].firstIndex(of: end)
  else { return place..<place }
  return first..<last + 1
}

private let splinters = [
  "<", ">", "&", "]]>", "--", "<!--", "-->", "<!-- c -->", "&amp;", "&nbsp;", "&#0;", "&#x41;",
  "&#38;", "&#60;", "&quot;", "<![CDATA[x]]>", "<?x y?>", "</", "/>", "<br/>", "\"", "'", "=", " ",
  "\n", "\t", "\r", "\u{0}", "\u{85}", "\u{FFFE}", "\u{FFFD}", "𝟘", "商", "x:", " xmlns=\"\"",
  " xml:lang=\"en\"", " a='\"'", " a=\"&gt;\"", "0", "-", "9999-99-99", "+1", "01",
]
