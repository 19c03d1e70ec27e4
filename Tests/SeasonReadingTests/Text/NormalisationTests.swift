import Testing

@testable import SeasonReading

private func text(_ cell: String) -> String { withBytes(cell) { Normalisation.text($0) } }
private func code(_ cell: String) -> String { withBytes(cell) { Normalisation.code($0) } }

@Suite struct NormalisationTests {
  @Test func `keeps a text as typed, trimmed and in NFC`() {
    #expect(text(" \t　\u{A0}ＡＢＣ小吃 ①\u{A0}　\r\n") == "ＡＢＣ小吃 ①")
    #expect(Array(text("Cafe\u{301}").utf8) == Array("Caf\u{E9}".utf8))
    #expect(text("a　b") == "a　b")
    #expect(text("") == "" && text("　\u{A0} ") == "")
  }

  @Test func `reads a code after NFKC`() {
    #expect(code("　Ｓ００１－Ａ　") == "S001-A")
    #expect(code("１００％") == "100%")
    #expect(code("㍻") == "平成")
    // An em space becomes an ordinary one by NFKC, and is trimmed then.
    #expect(code("\u{2003}x\u{2003}") == "x")
  }

  @Test func `changes the case of ASCII letters only`() {
    #expect(Normalisation.upperCased("aZ_é") == "AZ_é")
    #expect(Normalisation.lowerCased("aZ_É.CSV") == "az_É.csv")
  }

  @Test(arguments: [
    ("權重(%)", "權重"), ("費用（元）", "費用"), (" 費用 ( 新台幣 仟元 ) ", "費用"), ("Store_ID", "store_id"),
    ("ｓｔｏｒｅ＿ｉｄ", "store_id"), ("店　家 編\n號", "店家編號"), ("GA資源編號", "ga資源編號"), ("(一)", "(一)"), ("", ""),
    ("費用()", "費用"), ("()", "()"),
  ])
  func `compares headers without case, width, blanks and unit`(title: String, name: String) {
    #expect(Normalisation.header(title) == name)
  }

  @Test(arguments: [
    "\u{9}", "\u{A}", "\u{B}", "\u{C}", "\u{D}", " ", "\u{A0}", "\u{3000}", "\u{FEFF}",
  ])
  func `trims every kind of blank at both ends`(blank: String) {
    #expect(text(blank + "店 x" + blank + blank) == "店 x")
    #expect(text(blank) == "")
    #expect(blank.unicodeScalars.allSatisfy(Blanks.isBlank))
  }

  @Test func `trims no part of another character`() {
    // 、 is E3 80 81 and ł is C5 82; no-break space is C2 A0 and à ends in A0.
    for whole in ["、", "à", "\u{3001}\u{A1}", "ﻼ", "｀", "\u{2028}x\u{200B}"] {
      #expect(text(whole) == whole)
    }
  }
}
