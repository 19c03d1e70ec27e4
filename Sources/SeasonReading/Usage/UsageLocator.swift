package import ReviewModel

/// Finds the lines of usage files that speak of a store's day, for a person who has to look at them.
///
/// It goes by the cells alone: one that names the store (its id, or a path that ends with it) and one
/// that is the day. An export that counts its days from 0 has no such cell, and only its file is known.
package struct UsageLocator {
  /// A store's day that is looked for.
  package struct Wanted: Hashable, Sendable {
    package let store: StoreID
    package let day: CalendarDate

    package init(store: StoreID, day: CalendarDate) {
      self.store = store
      self.day = day
    }
  }

  /// No difference is explained by more lines than these.
  private static let mostLines = 20

  private let folder: String

  /// - Parameter folder: The season folder.
  package init(folder: String) {
    self.folder = folder
  }

  /// The places of the rows that speak of the days asked for, in the order of the files.
  package func places(of wanted: Set<Wanted>, in files: [InputFile]) -> [Wanted: [Place]] {
    var byStore: [String: Set<CalendarDate>] = [:]
    for one in wanted { byStore[one.store.text, default: []].insert(one.day) }
    var found: [Wanted: [Place]] = [:]
    for file in files where file.kind == .usage {
      guard let encoding = file.encoding else { continue }
      let text = TextFile(path: file.path, location: folder + "/" + file.path, encoding: encoding)
      for delimiter in Delimiter.allCases where !scan(text, delimiter, byStore, &found) { break }
    }
    return found
  }

  /// Reads a file by one delimiter; false once rows of more than one cell show that it is the right
  /// one.
  private func scan(
    _ text: TextFile, _ delimiter: Delimiter, _ byStore: [String: Set<CalendarDate>],
    _ found: inout [Wanted: [Place]]
  ) -> Bool {
    guard let source = try? text.source() else { return false }
    var scanner = CSVScanner(source, delimiter: delimiter)
    var isRight = false
    while true {
      let more: Bool?? = try? scanner.next { record in
        if record.count > 1 { isRight = true }
        guard record.count > 1, record.count < 64, let store = store(in: record, byStore),
          let days = byStore[store], let day = day(in: record, days)
        else { return true }
        let key = Wanted(store: StoreID(store), day: day)
        if found[key, default: []].count < Self.mostLines {
          found[key, default: []].append(
            Place(file: text.path, line: record.line, row: record.row))
        }
        return true
      }
      guard case .some(.some) = more else { return !isRight }
    }
  }

  private func store(in record: Record, _ stores: [String: Set<CalendarDate>]) -> String? {
    for index in 0..<record.count {
      let code = Normalisation.upperCased(Normalisation.code(record.cell(index)))
      if stores[code] != nil { return code }
      // A page's path: the part of it that is a store's id.
      guard code.contains("/") else { continue }
      for part in code.split(whereSeparator: { "/?#&=".contains($0) }) {
        if stores[String(part)] != nil { return String(part) }
      }
    }
    return nil
  }

  private func day(in record: Record, _ days: Set<CalendarDate>) -> CalendarDate? {
    for index in 0..<record.count {
      // A time may stand behind the day of an event.
      let code = Normalisation.code(record.cell(index))
      for text in [code, code.split(whereSeparator: { " T".contains($0) }).first.map(String.init)] {
        if let text, case .value(let date) = DateParser.parse(text), days.contains(date) {
          return date
        }
      }
    }
    return nil
  }
}
