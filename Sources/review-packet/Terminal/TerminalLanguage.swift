import ReviewModel

private import Foundation

/// The language of a terminal without `--lang`: Chinese where LC_ALL, LC_MESSAGES or LANG is.
enum TerminalLanguage {
  static func ofEnvironment(
    _ environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = environment[name], !value.isEmpty else { continue }
      return value.hasPrefix("zh") ? .zhHant : .en
    }
    return .en
  }
}
