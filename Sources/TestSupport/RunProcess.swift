import Foundation
import Glibc

/// What a program left when it ended.
package struct ProcessResult: Sendable {
  /// The exit code, or 128 and the signal's number as a shell gives it.
  package let status: Int32
  /// The signal that ended it, if one did.
  package let signal: Int32?
  /// Whether it had to be ended because its time was up.
  package let timedOut: Bool
  package let stdout: [UInt8]
  package let stderr: [UInt8]

  /// Standard output as text.
  package var output: String { String(decoding: stdout, as: UTF8.self) }
  /// Standard error as text.
  package var errors: String { String(decoding: stderr, as: UTF8.self) }
}

/// When a running program is to be sent a signal.
package struct ProcessInterruption: Sendable {
  let signal: Int32
  let isDue: @Sendable (Duration) -> Bool

  /// Sends the signal once this much time has gone by.
  package static func after(_ time: Duration, signal: Int32 = SIGKILL) -> Self {
    Self(signal: signal) { $0 >= time }
  }

  /// Sends the signal as soon as the closure says so; it is asked about every millisecond.
  package static func when(
    signal: Int32 = SIGKILL, _ isDue: @escaping @Sendable () -> Bool
  ) -> Self {
    Self(signal: signal) { _ in isDue() }
  }
}

/// Whether a program of this name can be found in PATH.
package func isInstalled(_ program: String) -> Bool {
  (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
    FileManager.default.isExecutableFile(atPath: $0 + "/" + program)
  }
}

/// A program that could not be started or watched.
package struct ProcessFailure: Error, CustomStringConvertible {
  package let description: String
}

/// Runs a program to its end and gives its status and its streams.
///
/// The streams go through files without names, not pipes: a program never waits for its reader, and
/// programs started by other tests at the same time can't hold an end open.
/// The executable is a path or a name to be found in PATH; the environment is the whole one, nil hands
/// on that of the tests. Once the time is up the program is killed, with all that it has started.
package func runProcess(
  _ executable: String, _ arguments: [String] = [], environment: [String: String]? = nil,
  directory: String? = nil, stdin: [UInt8] = [], timeout: Duration = .seconds(300),
  interruption: ProcessInterruption? = nil
) async throws -> ProcessResult {
  let input = try NamelessFile(stdin)
  let output = try NamelessFile()
  let errors = try NamelessFile()
  let process = try spawn(
    // env changes the folder and then becomes the program, so the process id is the program's.
    directory.map { ["env", "-C", $0, executable] + arguments } ?? [executable] + arguments,
    environment: environment ?? ProcessInfo.processInfo.environment,
    streams: [input, output, errors])
  let (wait, timedOut) = await end(of: process, timeout: timeout, interruption: interruption)
  // The lower seven bits are the signal, as WIFSIGNALED and WTERMSIG take them apart.
  let signal = wait & 0x7F
  return ProcessResult(
    status: signal == 0 ? (wait >> 8) & 0xFF : 128 + signal, signal: signal == 0 ? nil : signal,
    timedOut: timedOut, stdout: try output.bytes(), stderr: try errors.bytes())
}

private func end(
  of process: pid_t, timeout: Duration, interruption: ProcessInterruption?
) async -> (wait: Int32, timedOut: Bool) {
  let start = ContinuousClock.now
  var wait: Int32 = 0
  var interruption = interruption
  var timedOut = false
  while waitpid(process, &wait, WNOHANG) == 0 {
    let time = ContinuousClock.now - start
    if let due = interruption, due.isDue(time) {
      kill(process, due.signal)
      interruption = nil
    }
    if time >= timeout {
      timedOut = true
      // The whole group, so that what the program has started ends as well.
      kill(-process, SIGKILL)
    }
    // A cancelled test ends its program too.
    if Task.isCancelled { kill(-process, SIGKILL) }
    try? await Task.sleep(for: .milliseconds(1))
  }
  return (wait, timedOut)
}

private func spawn(
  _ words: [String], environment: [String: String], streams: [NamelessFile]
) throws -> pid_t {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  for (number, stream) in streams.enumerated() {
    posix_spawn_file_actions_adddup2(&actions, stream.descriptor, Int32(number))
  }
  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  // The threads of a task pool block most signals, and a child would inherit that.
  var signals = sigset_t()
  sigemptyset(&signals)
  posix_spawnattr_setsigmask(&attributes, &signals)
  sigfillset(&signals)
  posix_spawnattr_setsigdefault(&attributes, &signals)
  let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
  posix_spawnattr_setflags(&attributes, Int16(flags))
  // strdup's copies live until the call has returned.
  let argv = words.map { strdup($0) } + [nil]
  let envp = environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
  defer { for text in argv + envp { free(text) } }
  var process = pid_t()
  let number = posix_spawnp(&process, words[0], &actions, &attributes, argv, envp)
  guard number == 0 else {
    throw ProcessFailure(description: "\(words[0]): \(String(cString: strerror(number)))")
  }
  return process
}

/// A file that has no name any more and ends with its last user.
private final class NamelessFile: Sendable {
  let descriptor: Int32

  init(_ content: [UInt8] = []) throws {
    let path = FileManager.default.temporaryDirectory.path + "/stream-\(UUID().uuidString)"
    // Above the numbers of the streams, or the child would lose one in the rearranging.
    let opened = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    descriptor = fcntl(opened, F_DUPFD_CLOEXEC, 3)
    close(opened)
    unlink(path)
    guard descriptor >= 0 else { throw ProcessFailure(description: "\(path): cannot create") }
    var offset = 0
    while offset < content.count {
      let count = content.withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress?.advanced(by: offset), $0.count - offset, off_t(offset))
      }
      guard count > 0 else { throw ProcessFailure(description: "\(path): cannot write") }
      offset += count
    }
  }

  deinit { close(descriptor) }

  func bytes() throws -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = piece.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress, $0.count, off_t(bytes.count))
      }
      guard count >= 0 else { throw ProcessFailure(description: "a stream could not be read") }
      if count == 0 { return bytes }
      bytes += piece[..<count]
    }
  }
}
