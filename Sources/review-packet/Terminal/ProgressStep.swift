import ReviewModel
import SeasonReading

/// How far a stage is.
struct ProgressStep: Equatable, Sendable {
  enum Unit: String {
    case bytes
    case packets
  }

  private static let width = 24

  var done = 0
  var total = 0
  var unit = Unit.bytes
  /// Files that were read, of how many; nil where the stage has none to count.
  var files: (done: Int, total: Int)?

  static func == (left: Self, right: Self) -> Bool {
    left.done == right.done && left.total == right.total && left.unit == right.unit
      && left.files?.done == right.files?.done && left.files?.total == right.files?.total
  }

  /// Units a second, in whole ones; nil before any time has passed.
  func rate(_ spent: Duration) -> Int? {
    let milliseconds = spent.milliseconds
    guard milliseconds > 0, done > 0 else { return nil }
    return Int(Int128(done) * 1_000 / Int128(milliseconds))
  }

  /// The time that the rest takes at the rate so far, in milliseconds; nil where nothing tells.
  func left(_ spent: Duration) -> Int? {
    guard done > 0, total >= done else { return nil }
    return Int(Int128(spent.milliseconds) * Int128(total - done) / Int128(done))
  }

  /// A line for other programs.
  func json(_ stage: Stage, _ spent: Duration, isDone: Bool) -> String {
    var members = [
      "\"stage\":\"\(stage.rawValue)\"", "\"state\":\"\(isDone ? "done" : "running")\"",
    ]
    if total > 0 {
      members += ["\"unit\":\"\(unit.rawValue)\"", "\"done\":\(done)", "\"total\":\(total)"]
    }
    if let files { members += ["\"files\":\(files.done)", "\"files_total\":\(files.total)"] }
    members.append("\"elapsed_ms\":\(spent.milliseconds)")
    if total > 0, let rate = rate(spent) { members.append("\"per_second\":\(rate)") }
    if total > 0, !isDone, let left = left(spent) { members.append("\"left_ms\":\(left)") }
    return "{" + members.joined(separator: ",") + "}"
  }

  /// A line for a terminal.
  func bar(_ stage: Stage, _ spent: Duration, _ language: Language) -> String {
    let title = stage.title[language]
    guard total > 0 else { return title + "…" }
    let cells = done * Self.width / total
    var parts = [
      String(repeating: "█", count: cells) + String(repeating: "░", count: Self.width - cells),
      title, amounts(language),
    ]
    if let rate = rate(spent) { parts.append(rated(rate, language)) }
    if let left = left(spent), done < total {
      let seconds = (left + 999) / 1_000
      let time = "\(seconds / 60):" + (seconds % 60 < 10 ? "0" : "") + "\(seconds % 60)"
      parts.append(language == .en ? "\(time) left" : "剩餘 \(time)")
    }
    return parts.joined(separator: "  ")
  }

  private func amounts(_ language: Language) -> String {
    switch unit {
    case .bytes: "\(done / 1_000_000)/\((total + 999_999) / 1_000_000) MB"
    case .packets: "\(done)/\(total) \(language == .en ? "packets" : "份")"
    }
  }

  private func rated(_ rate: Int, _ language: Language) -> String {
    switch unit {
    case .bytes: "\(rate / 1_000_000) MB/s"
    case .packets: language == .en ? "\(rate)/s" : "每秒 \(rate) 份"
    }
  }
}

extension ProgressStep {
  /// A step of reading usage.
  init(_ progress: UsageProgress) {
    self.init(
      done: progress.bytes, total: progress.byteCount,
      files: (progress.files, progress.fileCount))
  }
}

extension Duration {
  /// Whole milliseconds.
  var milliseconds: Int {
    let (seconds, attoseconds) = components
    return Int(seconds) * 1_000 + Int(attoseconds / 1_000_000_000_000_000)
  }
}
