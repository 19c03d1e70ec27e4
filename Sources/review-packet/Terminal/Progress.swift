import ArgumentParser
import ReviewModel
import SeasonReading
import Synchronization

/// How a long run shows how far it is, on standard error.
enum ProgressDisplay: String, ExpressibleByArgument, CaseIterable {
  /// A bar where standard error is a terminal, else nothing.
  case auto
  /// A line of JSON for each step, for other programs.
  case json
  case none
}

/// The parts of a run that take long.
enum Stage: String, Sendable {
  case tables
  case usage
  case review
  case packets
  case verify

  var title: Bilingual {
    switch self {
    case .tables: Bilingual(zh: "讀取清冊", en: "reading tables")
    case .usage: Bilingual(zh: "讀取使用流量", en: "reading usage")
    case .review: Bilingual(zh: "檢核與計算", en: "reviewing")
    case .packets: Bilingual(zh: "產出審查資料", en: "making packets")
    case .verify: Bilingual(zh: "查驗審查資料", en: "verifying packets")
    }
  }
}

/// Shows how far a run is, with its rate and the time left; nothing of it reaches a result.
final class Progress: Sendable {
  /// Steps that come sooner are not shown; the first and the last of a stage always are.
  private static let interval = Duration.milliseconds(100)

  private struct State {
    var stage: Stage?
    var begun: ContinuousClock.Instant
    var told: ContinuousClock.Instant?
    var step = ProgressStep()
    var isBarShown = false
    var isStepShown = false
  }

  private let display: ProgressDisplay
  private let language: Language
  private let write: @Sendable (String) -> Void
  private let clock = ContinuousClock()
  private let state: Mutex<State>

  /// - Parameters:
  ///   - display: `auto` becomes `none` where standard error is no terminal.
  ///   - language: Of the bar.
  ///   - isTerminal: Whether standard error is one.
  ///   - write: Gets what is shown, with line ends.
  init(
    _ display: ProgressDisplay, _ language: Language,
    isTerminal: Bool = Console.isErrorTerminal,
    write: @escaping @Sendable (String) -> Void = Console.errorInPlace
  ) {
    self.display = display == .auto && !isTerminal ? .none : display
    self.language = language
    self.write = write
    state = Mutex(State(begun: clock.now))
  }

  /// Begins a stage, and ends the one before it.
  func begin(_ stage: Stage) {
    guard display != .none else { return }
    end()
    state.withLock { state in
      (state.stage, state.begun, state.told) = (stage, clock.now, nil)
      state.step = ProgressStep()
    }
  }

  /// Goes on with a stage, or begins it where another one was the last.
  func resume(_ stage: Stage) {
    guard display != .none, state.withLock({ $0.stage != stage }) else { return }
    begin(stage)
  }

  /// Shows a step of the stage that was begun last.
  func show(_ step: ProgressStep) {
    guard display != .none else { return }
    state.withLock { state in
      (state.step, state.isStepShown) = (step, false)
      let now = clock.now
      if let told = state.told, now - told < Self.interval { return }
      state.told = now
      tell(&state, now, isDone: false)
    }
  }

  /// Ends the stage that was begun last.
  func end() {
    guard display != .none else { return }
    state.withLock { state in
      guard state.stage != nil else { return }
      tell(&state, clock.now, isDone: true)
      state.stage = nil
    }
  }

  private func tell(_ state: inout State, _ now: ContinuousClock.Instant, isDone: Bool) {
    guard let stage = state.stage else { return }
    let spent = now - state.begun
    switch display {
    case .none: break
    case .auto where isDone && state.isStepShown || isDone && state.step.total == 0:
      if state.isBarShown { write("\r\u{1B}[K") }
      state.isBarShown = false
    case .auto:
      write("\r" + state.step.bar(stage, spent, language) + "\u{1B}[K")
      (state.isBarShown, state.isStepShown) = (true, true)
      if isDone { tell(&state, now, isDone: true) }
    case .json:
      write(state.step.json(stage, spent, isDone: isDone) + "\n")
    }
  }
}
