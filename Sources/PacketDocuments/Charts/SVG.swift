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
    // Short numbers, as nearly all are, divide many times faster.
    if let part = Int32(exactly: part), let whole = Int32(exactly: whole) {
      return part >= whole ? .right : Share(hundredths: Int(part) * 10_000 / Int(whole))
    }
    return part >= whole ? .right : Share(hundredths: Int(part * 10_000 / whole))
  }

  static func < (left: Share, right: Share) -> Bool { left.hundredths < right.hundredths }
  static func - (left: Share, right: Share) -> Share {
    Share(hundredths: left.hundredths - right.hundredths)
  }

  /// `12.50%`.
  var text: String { DocumentOutput.text { write(to: &$0) } }

  func write(to output: inout DocumentOutput) {
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    output.digits(whole)
    if rest != 0 {
      output.append(UInt8(ascii: "."))
      output.twoDigits(rest)
    }
    output.append(UInt8(ascii: "%"))
  }
}

/// A picture in the making: whole numbers and shares only, every text escaped.
struct SVG: ~Copyable {
  enum Anchor: String {
    case start, middle, end
  }

  private var markup = DocumentOutput(.html, capacity: 4_096)

  /// A picture as wide as its place, with the name and the description that are read aloud.
  ///
  /// The id is the program's own and stands once in a page; the height is in CSS pixels.
  init(id: String, height: Int, title: String, description: String) {
    markup.append("<svg class=\"chart\" width=\"100%\"" as StaticString)
    attribute(" height=\"", height)
    open(id, title, description)
  }

  /// A picture with a fixed grid of whole units, for small multiples that need no other width.
  init(id: String, grid: (width: Int, height: Int), title: String, description: String) {
    markup.append("<svg class=\"chart small\" viewBox=\"0 0 " as StaticString)
    markup.digits(grid.width)
    markup.append(UInt8(ascii: " "))
    markup.digits(grid.height)
    markup.append("\"" as StaticString)
    open(id, title, description)
  }

  private mutating func open(_ id: String, _ title: String, _ description: String) {
    markup.append(" role=\"img\" aria-labelledby=\"" as StaticString)
    markup.append(id)
    markup.append("-title " as StaticString)
    markup.append(id)
    markup.append("-desc\"><title id=\"" as StaticString)
    markup.append(id)
    markup.append("-title\">" as StaticString)
    markup.write(title)
    markup.append("</title><desc id=\"" as StaticString)
    markup.append(id)
    markup.append("-desc\">" as StaticString)
    markup.write(description)
    markup.append("</desc>" as StaticString)
  }

  /// The whole picture.
  consuming func text() -> String {
    markup.append("</svg>" as StaticString)
    return String(decoding: markup.written, as: UTF8.self)
  }

  mutating func rect(_ style: String, from start: Share, to end: Share, y: Int, height: Int) {
    open("<rect", style)
    attribute(" x=\"", start)
    attribute(" y=\"", y)
    attribute(" width=\"", max(start, end) - start)
    attribute(" height=\"", height)
    close()
  }

  /// A box of a legend, at a place in pixels.
  mutating func key(_ style: String, x: Int, y: Int, width: Int, height: Int) {
    open("<rect", style)
    attribute(" x=\"", x)
    attribute(" y=\"", y)
    attribute(" width=\"", width)
    attribute(" height=\"", height)
    close()
  }

  /// An upright line.
  mutating func line(_ style: String, at x: Share, from top: Int, to bottom: Int) {
    open("<line", style)
    attribute(" x1=\"", x)
    attribute(" x2=\"", x)
    attribute(" y1=\"", top)
    attribute(" y2=\"", bottom)
    close()
  }

  /// A line across, at places in pixels; without them from edge to edge.
  mutating func rule(_ style: String, y: Int, from start: Int = 0, to end: Int? = nil) {
    open("<line", style)
    attribute(" x1=\"", start)
    if let end { attribute(" x2=\"", end) } else { attribute(" x2=\"", Share.right) }
    attribute(" y1=\"", y)
    attribute(" y2=\"", y)
    close()
  }

  mutating func circle(_ style: String, at x: Share, y: Int, radius: Int) {
    open("<circle", style)
    attribute(" cx=\"", x)
    attribute(" cy=\"", y)
    attribute(" r=\"", radius)
    close()
  }

  mutating func text(
    _ text: String, _ style: String = "", at x: Share, y: Int, _ anchor: Anchor = .start
  ) {
    open("<text", style)
    attribute(" x=\"", x)
    label(text, y, anchor)
  }

  mutating func text(
    _ text: String, _ style: String = "", x: Int, y: Int, _ anchor: Anchor = .start
  ) {
    open("<text", style)
    attribute(" x=\"", x)
    label(text, y, anchor)
  }

  private mutating func label(_ text: String, _ y: Int, _ anchor: Anchor) {
    attribute(" y=\"", y)
    if anchor != .start {
      markup.append(" text-anchor=\"" as StaticString)
      markup.append(anchor.rawValue)
      markup.append("\"" as StaticString)
    }
    markup.append(">" as StaticString)
    markup.write(text)
    markup.append("</text>" as StaticString)
  }

  /// A path of the picture's own grid; none where no step is written.
  mutating func path(_ style: String, _ steps: (inout DocumentOutput) -> Void) {
    let before = markup.count
    open("<path", style)
    markup.append(" d=\"" as StaticString)
    let start = markup.count
    steps(&markup)
    guard markup.count > start else { return markup.takeBack(to: before) }
    markup.append("\"" as StaticString)
    close()
  }

  /// Lines from point to point, the heights in pixels.
  mutating func curve(_ style: String, _ points: [(x: Share, y: Int)]) {
    for (from, to) in zip(points, points.dropFirst()) {
      open("<line", style)
      attribute(" x1=\"", from.x)
      attribute(" y1=\"", from.y)
      attribute(" x2=\"", to.x)
      attribute(" y2=\"", to.y)
      close()
    }
  }

  // MARK: Parts of a tag

  private mutating func open(_ tag: StaticString, _ style: String) {
    markup.append(tag)
    guard !style.isEmpty else { return }
    markup.append(" class=\"" as StaticString)
    markup.append(style)
    markup.append("\"" as StaticString)
  }

  private mutating func close() { markup.append("/>" as StaticString) }

  private mutating func attribute(_ start: StaticString, _ number: Int) {
    markup.append(start)
    markup.digits(number)
    markup.append("\"" as StaticString)
  }

  private mutating func attribute(_ start: StaticString, _ share: Share) {
    markup.append(start)
    share.write(to: &markup)
    markup.append("\"" as StaticString)
  }
}
