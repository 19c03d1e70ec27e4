import ArgumentParser
import ReviewModel

private import Glibc

/// Writes lines to the standard streams, as bytes: no locale, no buffering between the two.
enum Console {
  /// Makes the streams safe to use; once, before anything is opened.
  static func prepare() {
    // A reader that leaves must not end a run: `review-packet … | head`.
    signal(SIGPIPE, SIG_IGN)
    // Where a stream is closed, the next file opened would get its number, and then our lines.
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", O_RDWR)
    }
  }

  /// Prints a result; a run whose results can't be written has not done its work.
  static func out(_ line: String) throws(ExitCode) {
    try out(bytes: Array((line + "\n").utf8))
  }

  /// Prints bytes as they are, as `out` does a line.
  static func out(bytes: [UInt8]) throws(ExitCode) {
    let number = writeAll(bytes, to: STDOUT_FILENO)
    // Who closed the stream wants no more of it.
    guard number != 0, number != EPIPE, number != EBADF else { return }
    let reason = String(cString: strerror(number))
    error(
      TerminalLanguage.ofEnvironment() == .en
        ? "standard output can't be written: \(reason)" : "無法寫入標準輸出：\(reason)")
    throw Outcome.nothingDone.exitCode
  }

  static func error(_ line: String) {
    _ = writeAll(Array((line + "\n").utf8), to: STDERR_FILENO)
  }

  static var isErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// The columns of the terminal that results go to; 80 where they go elsewhere, so that a file
  /// has the same lines whoever writes it.
  static var outputWidth: Int {
    var size = winsize()
    guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0,
      size.ws_col > 0
    else { return 80 }
    return Int(size.ws_col)
  }

  /// Writes text without a line end, for progress.
  static func errorInPlace(_ text: String) {
    _ = writeAll(Array(text.utf8), to: STDERR_FILENO)
  }

  /// Text from input files as it may stand on a terminal: no control characters, which could
  /// move the cursor or hide a part, and no marks that turn the direction around.
  static func safe(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var out = ""
    for scalar in text.unicodeScalars {
      if isUnsafe(scalar) {
        out += "⟦U+" + String(scalar.value, radix: 16, uppercase: true) + "⟧"
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// A folder as typed, so that a path below it has one slash.
  static func withoutFinalSlash(_ folder: String) -> String {
    var folder = folder
    while folder.utf8.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    return folder
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Writes all bytes and gives 0, or the system's reason why it could not.
  private static func writeAll(_ bytes: [UInt8], to descriptor: CInt) -> CInt {
    bytes.withUnsafeBytes { buffer in
      var start = 0
      while start < buffer.count, let base = buffer.baseAddress {
        let count = Glibc.write(descriptor, base + start, buffer.count - start)
        if count < 0 {
          if errno == EINTR { continue }
          return errno
        }
        start += count
      }
      return 0
    }
  }
}
