import ArgumentParser
import Foundation
import ReviewModel

/// A figure as a person names it: subject, name and period as one path, or only the end of it.
///
/// `D001/12345675/S01/weekly-average/m2`, `S01/status`, `payable-total`. The name is that of
/// `figures.csv`, or the title that stands on a page.
struct FigurePath: ExpressibleByArgument {
  /// As it was typed.
  let text: String
  /// The whole subject or its end, as ids are kept; empty for none.
  let subject: String
  let name: String
  /// A service month's number.
  let month: Int?

  init?(argument: String) {
    text = argument
    // As cells are read: full-width letters and digits are their narrow ones.
    let plain = argument.precomposedStringWithCompatibilityMapping
      .trimmingCharacters(in: .whitespaces)
    var parts = plain.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    month = parts.count > 1 ? parts.last.flatMap(Self.month) : nil
    if month != nil { parts.removeLast() }
    guard let last = parts.popLast(), !last.isEmpty, !parts.contains("") else { return nil }
    name = last
    subject = parts.joined(separator: "/").uppercased()
  }

  private init(_ path: FigurePath, subject: String) {
    (text, name, month) = (path.text, path.name, path.month)
    self.subject = subject
  }

  /// The same of another subject.
  func with(subject: String) -> FigurePath { FigurePath(self, subject: subject) }

  private static func month(_ text: String) -> Int? {
    let digits = text.utf8.dropFirst()
    guard text.first == "m" || text.first == "M", (1...3).contains(digits.count),
      digits.allSatisfy({ 48...57 ~= $0 })
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

  /// The name or title that differs least from the one that was typed, when it is near enough.
  var nearestName: String? {
    let rules = FigureCode.allCases.map(\.rule)
    let names = rules.map(\.name) + rules.map(\.title.zh) + rules.map { $0.title.en.lowercased() }
    return ReviewModel.nearestName(to: name.lowercased(), in: names)
  }

  /// Whether the path's subject is the one that is given, or the end of it.
  func fits(subject other: String) -> Bool {
    subject.isEmpty || other == subject || other.hasSuffix("/" + subject)
  }

  /// Whether a figure may be meant.
  func fits(_ figure: Figure, _ codes: Set<FigureCode>) -> Bool {
    codes.contains(figure.code) && (month == nil || month == figure.month)
      && fits(subject: figure.subject)
  }
}

extension Figure {
  /// The path that names it: subject, name and period.
  var path: String {
    ([subject, code.rule.name] + (month == nil ? [] : [period])).joined(separator: "/")
  }
}
