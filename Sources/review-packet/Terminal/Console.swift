private import Glibc

/// Writes lines to the standard streams, as bytes: no locale, no buffering between the two.
enum Console {
  static func out(_ line: String) {
    write(line, to: STDOUT_FILENO)
  }

  static func error(_ line: String) {
    write(line, to: STDERR_FILENO)
  }

  static var isErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Writes text without a line end, for progress.
  static func errorInPlace(_ text: String) {
    writeAll(Array(text.utf8), to: STDERR_FILENO)
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

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private static func write(_ line: String, to descriptor: CInt) {
    writeAll(Array(line.utf8) + [UInt8(ascii: "\n")], to: descriptor)
  }

  /// Writes all bytes; a reader that went away is no error of ours.
  private static func writeAll(_ bytes: [UInt8], to descriptor: CInt) {
    bytes.withUnsafeBytes { buffer in
      var start = 0
      while start < buffer.count, let base = buffer.baseAddress {
        let count = Glibc.write(descriptor, base + start, buffer.count - start)
        if count < 0 {
          if errno == EINTR { continue }
          return
        }
        start += count
      }
    }
  }
}
