import ArgumentParser
import Dispatch
import ReviewModel
import Synchronization

private import Glibc

/// Ctrl-C, a closed terminal, and what asks a program to end: the run stops at its next step and takes
/// away what it began.
///
/// A second one ends it at once; what it leaves then, the next run removes.
final class Interruption: Sendable {
  static let message = Bilingual(
    zh: "已中斷，輸出維持原狀", en: "interrupted; what stood at the output's place is as it was")

  /// An interrupted run that has done a part of its work, which stays.
  struct Partway: Error {
    /// What to say in place of the common message.
    let line: String
  }

  /// The signal that came, 0 before any did.
  private let signal = Mutex<CInt>(0)

  /// The exit code of an interrupted run, as shells tell it: 128 and the signal's number.
  var exitCode: ExitCode { ExitCode(128 + signal.withLock { $0 }) }

  /// Watches for the signals while a body runs, and cancels it at the first.
  func during(_ body: @escaping @Sendable () async -> Void) async {
    let (beginning, begin) = AsyncStream<Void>.makeStream()
    let run = Task {
      for await _ in beginning {}
      await body()
    }
    var sources: [any DispatchSourceSignal] = []
    // What whoever started us had ignored stays so: a run under nohup.
    for number in [SIGINT, SIGTERM, SIGHUP] where !Self.isIgnored(number) {
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { [self] in
        let isFirst = signal.withLock { seen in
          defer { seen = number }
          return seen == 0
        }
        if isFirst { run.cancel() } else { _exit(128 + number) }
      }
      // Dispatch takes the signal over when it watches: ignored by us before that, one would be lost.
      await withCheckedContinuation { isWatching in
        source.setRegistrationHandler { isWatching.resume() }
        source.resume()
      }
      sources.append(source)
    }
    begin.finish()
    await run.value
    for source in sources { source.cancel() }
  }

  private static func isIgnored(_ number: CInt) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
