import ArgumentParser
import ReviewModel

/// A figure as a person names it: subject, name and period as one path, or only the end of it.
///
/// `D001/12345675/S01/weekly-average/m2`, `S01/status`, `payable-total`. The name is that of
/// `figures.csv`, or the title that stands on a page.
struct FigurePath: ExpressibleByArgument {
  /// As it was typed.
  let text: String
  /// The whole subject or its end; empty for none.
  let subject: String
  let name: String
  /// A service month's number.
  let month: Int?

  init?(argument: String) {
    text = argument
    var parts = argument.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    month = parts.count > 1 ? parts.last.flatMap(Self.month) : nil
    if month != nil { parts.removeLast() }
    guard let last = parts.popLast(), !last.isEmpty, !parts.contains("") else { return nil }
    name = last
    subject = parts.joined(separator: "/").uppercased()
  }

  private static func month(_ text: String) -> Int? {
    guard text.first == "m", text.utf8.count <= 4,
      text.dropFirst().utf8.allSatisfy({ 48...57 ~= $0 })
    else { return nil }
    return Int(text.dropFirst())
  }

  /// The figures that have the name, of any scope.
  var codes: Set<FigureCode> {
    let lowercased = name.lowercased()
    return Set(
      FigureCode.allCases.filter { code in
        let rule = code.rule
        return rule.name == lowercased || rule.title.zh == name
          || rule.title.en.lowercased() == lowercased
      })
  }

  /// Whether the path's subject is the one that is given, or the end of it.
  func fits(subject other: String) -> Bool {
    subject.isEmpty || other == subject || other.hasSuffix("/" + subject)
  }
}

extension Figure {
  /// The whole path, by which no other figure of the season is meant.
  var path: String {
    ([subject, code.rule.name] + (month == nil ? [] : [period])).joined(separator: "/")
  }
}
