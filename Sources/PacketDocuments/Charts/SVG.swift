/// A share of a chart's width, in hundredths of a percent: 0 is its left edge, 10,000 its right.
///
/// Charts are as wide as the page gives them, so that their letters keep their size on a telephone
/// and on paper; shares are whole numbers, so that no rounding of a machine reaches a document.
struct Share: Hashable, Comparable, Sendable {
  let hundredths: Int

  static let left = Share(hundredths: 0)
  static let right = Share(hundredths: 10_000)

  /// The share that a part is of a whole, rounded down; within the chart whatever the numbers.
  static func of(_ part: Int128, in whole: Int128) -> Share {
    guard whole > 0, part > 0 else { return .left }
    return part >= whole ? .right : Share(hundredths: Int(part * 10_000 / whole))
  }

  static func < (left: Share, right: Share) -> Bool { left.hundredths < right.hundredths }
  static func - (left: Share, right: Share) -> Share {
    Share(hundredths: left.hundredths - right.hundredths)
  }

  /// `12.50%`.
  var text: String {
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    guard rest != 0 else { return "\(whole)%" }
    return rest < 10 ? "\(whole).0\(rest)%" : "\(whole).\(rest)%"
  }
}

/// A picture in the making: whole numbers and shares only, every text escaped.
struct SVG {
  enum Anchor: String {
    case start, middle, end
  }

  private var markup: String
  private let closing = "</svg>"

  /// A picture as wide as its place, with the name and the description that are read aloud.
  ///
  /// The id is the program's own and stands once in a page; the height is in CSS pixels.
  init(id: String, height: Int, title: String, description: String) {
    markup = Self.opening(
      id, "class=\"chart\" width=\"100%\" height=\"\(height)\"", title, description)
  }

  /// A picture with a fixed grid of whole units, for small multiples that need no other width.
  init(id: String, grid: (width: Int, height: Int), title: String, description: String) {
    markup = Self.opening(
      id, "class=\"chart small\" viewBox=\"0 0 \(grid.width) \(grid.height)\"", title, description)
  }

  private static func opening(
    _ id: String, _ attributes: String, _ title: String, _ description: String
  ) -> String {
    "<svg \(attributes) role=\"img\" aria-labelledby=\"\(id)-title \(id)-desc\">"
      + "<title id=\"\(id)-title\">\(escaped(title))</title>"
      + "<desc id=\"\(id)-desc\">\(escaped(description))</desc>"
  }

  /// The whole picture.
  var text: String { markup + closing }

  mutating func rect(_ style: String, from start: Share, to end: Share, y: Int, height: Int) {
    markup += "<rect class=\"\(style)\" x=\"\(start.text)\" y=\"\(y)\""
    markup += " width=\"\((max(start, end) - start).text)\" height=\"\(height)\"/>"
  }

  /// A box of a legend, at a place in pixels.
  mutating func key(_ style: String, x: Int, y: Int, width: Int, height: Int) {
    markup += "<rect class=\"\(style)\" x=\"\(x)\" y=\"\(y)\""
    markup += " width=\"\(width)\" height=\"\(height)\"/>"
  }

  /// An upright line.
  mutating func line(_ style: String, at x: Share, from top: Int, to bottom: Int) {
    markup += "<line class=\"\(style)\" x1=\"\(x.text)\" x2=\"\(x.text)\""
    markup += " y1=\"\(top)\" y2=\"\(bottom)\"/>"
  }

  /// A line across, at places in pixels; without them from edge to edge.
  mutating func rule(_ style: String, y: Int, from start: Int = 0, to end: Int? = nil) {
    markup += "<line class=\"\(style)\" x1=\"\(start)\" x2=\"\(end.map { "\($0)" } ?? "100%")\""
    markup += " y1=\"\(y)\" y2=\"\(y)\"/>"
  }

  mutating func circle(_ style: String, at x: Share, y: Int, radius: Int) {
    markup += "<circle class=\"\(style)\" cx=\"\(x.text)\" cy=\"\(y)\" r=\"\(radius)\"/>"
  }

  mutating func text(
    _ text: String, _ style: String = "", at x: Share, y: Int, _ anchor: Anchor = .start
  ) {
    label(text, style, "x=\"\(x.text)\" y=\"\(y)\"", anchor)
  }

  mutating func text(
    _ text: String, _ style: String = "", x: Int, y: Int, _ anchor: Anchor = .start
  ) {
    label(text, style, "x=\"\(x)\" y=\"\(y)\"", anchor)
  }

  private mutating func label(
    _ text: String, _ style: String, _ place: String, _ anchor: Anchor
  ) {
    markup += "<text"
    if !style.isEmpty { markup += " class=\"\(style)\"" }
    markup += " \(place)"
    if anchor != .start { markup += " text-anchor=\"\(anchor.rawValue)\"" }
    markup += ">\(Self.escaped(text))</text>"
  }

  /// A path of the picture's own grid.
  mutating func path(_ style: String, _ steps: String) {
    guard !steps.isEmpty else { return }
    markup += "<path class=\"\(style)\" d=\"\(steps)\"/>"
  }

  /// Lines from point to point, the heights in pixels.
  mutating func curve(_ style: String, _ points: [(x: Share, y: Int)]) {
    for (from, to) in zip(points, points.dropFirst()) {
      markup += "<line class=\"\(style)\" x1=\"\(from.x.text)\" y1=\"\(from.y)\""
      markup += " x2=\"\(to.x.text)\" y2=\"\(to.y)\"/>"
    }
  }

  private static func escaped(_ text: String) -> String {
    String(decoding: Escaping.html.escaped(text), as: UTF8.self)
  }
}
