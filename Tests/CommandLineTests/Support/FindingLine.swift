/// A finding as standard error has it: `path:line:column: severity CODE message`.
struct FindingLine: Equatable {
  let path: String
  let line: Int
  let column: Int
  let severity: String
  let code: String
  let message: String

  /// Takes a line apart; nil where it is no finding about a file.
  init?(_ text: String) {
    let form = /(.+?):(\d+):(\d+): (fatal|error|warning|info) ([A-Z]{2}\d{3}) (.+)/
    guard let match = text.wholeMatch(of: form), let line = Int(match.2),
      let column = Int(match.3)
    else { return nil }
    path = String(match.1)
    (self.line, self.column) = (line, column)
    (severity, code, message) = (String(match.4), String(match.5), String(match.6))
  }
}
