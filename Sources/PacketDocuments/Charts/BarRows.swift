/// Bars one below the other, each under its own label: parts of an outline, or steps of a sum.
struct BarRows {
  struct Bar {
    enum Style: String {
      /// What is there.
      case solid = "done"
      /// What is taken away.
      case hatched = "minus"
    }

    let label: String
    let value: String
    let style: Style
    let from: Int128
    let through: Int128
    /// Where the outline ends that the bar should fill; nil for none.
    let outline: Int128?
  }

  let id: String
  let title: String
  let description: String
  let bars: [Bar]
  /// What the whole width stands for.
  let whole: Int128

  private static let rowHeight = 38
  /// What a telephone has room for beside an amount of eight digits, in Chinese characters.
  private static let labelWidth = 18

  var picture: String {
    var svg = SVG(
      id: id, height: bars.count * Self.rowHeight + 2, title: title, description: description)
    for (index, bar) in bars.enumerated() {
      let y = index * Self.rowHeight
      svg.text(LabelText.fitted(bar.label, into: Self.labelWidth), at: .left, y: y + 13)
      svg.text(bar.value, "value", at: .right, y: y + 13, .end)
      if let outline = bar.outline {
        svg.rect("plan", from: .left, to: Share.of(outline, in: whole), y: y + 18, height: 14)
      }
      let (start, end) = (Share.of(bar.from, in: whole), Share.of(bar.through, in: whole))
      let inset = bar.outline == nil ? 0 : 3
      if bar.through > bar.from {
        svg.rect(
          bar.style.rawValue, from: start, to: end, y: y + 18 + inset, height: 14 - 2 * inset)
      } else {
        svg.line("mark", at: start, from: y + 16, to: y + 34)
      }
    }
    return svg.text()
  }
}
