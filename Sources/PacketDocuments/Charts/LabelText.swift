/// Names from input files as they fit into a chart.
enum LabelText {
  /// The text, or its beginning with an ellipsis where it is wider than so many Chinese characters.
  ///
  /// A Latin letter counts as 0.6 of one. The whole name stands in the table beside the chart.
  static func fitted(_ text: String, into width: Int) -> String {
    var left = width * 10
    var kept = ""
    for character in text {
      left -= Self.width(of: character)
      guard left >= 0 else { return kept + "…" }
      kept.append(character)
    }
    return kept
  }

  /// About the room that a text takes in a legend, in CSS pixels; letters are 13 pixels high.
  static func pixels(of text: String) -> Int { (width(of: text) * 13 + 9) / 10 }

  /// In tenths of a Chinese character.
  static func width(of text: String) -> Int { text.reduce(0) { $0 + width(of: $1) } }

  private static func width(of character: Character) -> Int {
    // A character may carry any number of marks; each counts a little, so that none is free.
    character.unicodeScalars.reduce(0) { sum, scalar in
      switch scalar.value {
      case 0x0300...0x036F: sum + 1
      case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: sum + 60
      case ..<0x2E80: sum + 6
      default: sum + 10
      }
    }
  }
}
