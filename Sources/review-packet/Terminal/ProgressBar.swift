import ReviewModel

/// A bar on standard error while a long run goes on; nothing where that is no terminal.
struct ProgressBar {
  private static let width = 30

  private let total: Int
  private let isShown: Bool
  private let language: Language
  private var shown = -1

  init(total: Int, language: Language, isShown: Bool = Console.isErrorTerminal) {
    self.total = total
    self.language = language
    self.isShown = isShown && total > 0
  }

  mutating func advance(to done: Int) {
    guard isShown else { return }
    let cells = done * Self.width / total
    guard cells != shown || done == total else { return }
    shown = cells
    let bar =
      String(repeating: "█", count: cells) + String(repeating: "░", count: Self.width - cells)
    let word = language == .en ? "packets" : "份審查資料"
    Console.errorInPlace("\r\(bar) \(done)/\(total) \(word)")
    if done == total { finish() }
  }

  /// Takes the bar away, so that what follows stands on a line of its own.
  mutating func finish() {
    guard isShown, shown >= 0 else { return }
    Console.errorInPlace("\r\u{1B}[K")
    shown = -1
  }
}
