import ReviewModel
import TestSupport
import Testing

@testable import PacketDocuments

@Suite struct DocumentOutputTests {
  /// Numbers around each length, and those that no `Int` holds.
  private static let numbers: [Int128] =
    (0...19).flatMap { length -> [Int128] in
      let power = (0..<length).reduce(Int128(1)) { power, _ in power * 10 }
      return [power - 1, power, power + 1, -power]
    } + [Int128(Int.min), Int128(Int.max), .min + 1, .max]

  @Test(arguments: numbers)
  func `writes a number as its text has it`(number: Int128) {
    let amount = TWD(number)
    let sign = number < 0 ? "−" : ""
    #expect(DocumentOutput.text { $0.digits(number) } == String(number))
    #expect(DocumentOutput.text { $0.plain(amount) } == amount.plainText)
    #expect(DocumentOutput.text { $0.money(amount) } == amount.displayText)
    #expect(
      DocumentOutput.text { $0.number(number) } == sign + grouped(number < 0 ? -number : number))
    let decimal = Hundredths(number)
    #expect(DocumentOutput.text { $0.decimal(decimal) } == decimal.text)
    if let short = Int(exactly: number) {
      #expect(DocumentOutput.text { $0.digits(short) } == String(short))
      #expect(DocumentOutput.text { $0.number(short) } == FigureText(language: .en).number(number))
    }
  }

  @Test func `writes a day as its text has it`() {
    var random = SeededGenerator(seed: 20_210_831)
    let near = (-800...800).map { CalendarDate(dayNumber: $0 * 31) }
    let far = (0..<500).map { _ in
      CalendarDate(dayNumber: Int.random(in: -800_000...3_000_000, using: &random))
    }
    for day in near + far {
      #expect(DocumentOutput.text { $0.isoDay(day) } == day.isoText)
      #expect(DocumentOutput.text { $0.rocDay(day) } == day.rocText)
    }
    #expect(DocumentOutput.text { $0.isoDay(nil) }.isEmpty)
  }

  @Test func `writes a value as figures.csv has it`() {
    let values: [FigureValue] = [
      .count(-3), .money(TWD(1_234_567)), .hundredths(Hundredths(-5)),
      .date(CalendarDate(dayNumber: 18_000)), .code("met"), .none,
    ]
    for value in values { #expect(DocumentOutput.text { $0.value(value) } == value.text) }
  }

  /// Every place of a character that needs another form, in texts shorter and longer than a move.
  @Test func `escapes a character wherever it stands`() {
    for length in 0..<40 {
      for place in 0..<max(1, length) {
        var text = Array(repeating: "a", count: length)
        if length > 0 { text[place] = "<" }
        var output = DocumentOutput(.html, capacity: 1)
        output.write(text.joined())
        let escaped = text.map { $0 == "<" ? "&lt;" : $0 }.joined()
        #expect(String(decoding: output.written, as: UTF8.self) == escaped)
      }
    }
  }

  /// Only what begins no character of UTF-8 may be taken for a byte that needs care.
  @Test func `a block of bytes needs care where one of them does`() {
    for count in 1...TextBlock.size {
      for place in 0..<count {
        for byte in UInt8.min...(.max) {
          var bytes = Array(repeating: UInt8(ascii: "a"), count: count)
          bytes[place] = byte
          let needsCare = bytes.withUnsafeBufferPointer { bytes in
            bytes.baseAddress.map { TextBlock($0, count).needsCare }
          }
          #expect(needsCare == (Escaping.needsCare(byte) || byte >= 0xF5), "\(byte) at \(place)")
        }
      }
    }
  }

  /// Texts of characters that stand for themselves, that may need another form, and that do.
  @Test func `escapes a text as its characters one by one`() {
    let characters = [
      "a", "Z", "~", " ", "é", "—", "，", "商", "\u{1F600}", "\u{200B}", "&", "\t", "<", "\"", "'",
      ">", "\u{7F}", "\u{85}", "\u{61C}", "\u{FFFE}", "\u{202E}",
    ]
    var random = SeededGenerator(seed: 20_211_102)
    for round in 0..<20_000 {
      let count = Int.random(in: 0...40, using: &random)
      // Most texts have few that need another form, so that long runs come up too.
      let kinds = round % 4 == 0 ? characters.count : round % 4 == 1 ? 10 : 5
      let text = (0..<count).map { _ in characters[Int.random(in: 0..<kinds, using: &random)] }
      for escaping in [Escaping.html, .xml, .none] {
        let bytes = text.flatMap { escaping.escaped($0) }
        #expect(escaping.escaped(text.joined()) == bytes, "\(text)")
      }
    }
  }

  @Test func `moves a literal of any length, and no byte behind it`() {
    let bytes = (0..<100).map { UInt8($0) } + Array(repeating: 0, count: DocumentOutput.slack)
    bytes.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      for length in 0...100 {
        var output = DocumentOutput(nil, capacity: 1)
        output.append(slack: start, count: length)
        output.append(0xFF)
        #expect(Array(output.written) == (0..<length).map { UInt8($0) } + [0xFF])
      }
    }
  }
}
