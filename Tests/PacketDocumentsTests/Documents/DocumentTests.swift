import Foundation
import ReviewModel
import Testing
import XMLTools

@testable import PacketDocuments

struct DocumentTests {
  private static let hostile =
    "<script>alert(1)</script>&\"\u{301}'=cmd|' /C calc'!A0\u{202E}../../x\u{1}\u{9}\r\n{{words}}"

  private func files(
    _ sample: SamplePacket, _ options: DocumentOptions = DocumentOptions(),
    templates: TemplateSet = .builtIn
  ) throws -> [DocumentFile] {
    let renderer = try DocumentRenderer(templates: templates, options: options)
    return try renderer.files(of: sample.packet)
      + renderer.wholeFiles(of: sample.overview).map {
        DocumentFile(path: "season/" + $0.path, bytes: $0.bytes)
      }
  }

  private func text(_ name: String, _ files: [DocumentFile]) throws -> String {
    String(decoding: try #require(files.first { $0.path == name }).bytes, as: UTF8.self)
  }

  @Test func `gives every file of a packet and of the season`() throws {
    #expect(
      try files(SamplePacket()).map(\.path) == [
        "index.html", "work-progress.html", "service-schedule.html", "store-roster.html",
        "usage.html", "settlement.html", "findings.html", "packet.xml", "figures.csv",
        "findings.csv", "season/index.html", "season/season.xml", "season/figures.csv",
        "season/findings.csv",
      ])
  }

  @Test func `writes as much from texts that stand ready as from the packet`() throws {
    let renderer = try DocumentRenderer(templates: .builtIn, options: DocumentOptions())
    let packet = SamplePacket().packet
    let documents = try renderer.files(of: packet).filter { !$0.path.hasSuffix(".csv") }
    let meter = DocumentMeter(packet, renderer)
    let bytes = documents.map(\.bytes.count).reduce(0, +)
    #expect(meter.writeFrozen() == meter.write())
    // The archived form of packet.xml is another than that which its template writes.
    let pages = documents.filter { $0.path.hasSuffix(".html") }.map(\.bytes.count).reduce(0, +)
    #expect(meter.write() > pages && bytes > pages)
  }

  @Test func `gives the same bytes each time`() throws {
    #expect(try files(SamplePacket()) == files(SamplePacket()))
  }

  @Test(arguments: [Phase.midterm, .final], [Assessment.monthlyAverage, .everyWeek])
  func `marks every figure that a page shows, and none with another value`(
    phase: Phase, assessment: Assessment
  ) throws {
    let sample = SamplePacket(phase: phase, assessment: assessment, verdict: .pass)
    let figures = Set(sample.packet.figures.map { FigureMark($0) })
    let marks = try files(sample).filter { $0.path.hasSuffix(".html") && !$0.path.contains("/") }
      .flatMap { FigureMark.marks(in: $0.bytes) }
    #expect(Set(marks) == figures)
    let season = try files(sample).filter { $0.path == "season/index.html" }
      .flatMap { FigureMark.marks(in: $0.bytes) }
    #expect(Set(season).isSubset(of: Set(sample.overview.figures.map { FigureMark($0) })))
  }

  @Test(arguments: [Language.zhHant, .en])
  func `shows hostile names as text`(language: Language) throws {
    let sample = SamplePacket(hostileText: Self.hostile)
    let made = try files(sample, DocumentOptions(language: language, contacts: .full))
    for file in made {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(!file.bytes.contains(0x01))
      guard !file.path.hasSuffix(".csv") else { continue }
      #expect(!text.contains("<script"), "\(file.path)")
      // Canonical XML has no numeric references: there the mark stands as it is.
      let isShown = file.path.hasSuffix(".html")
      #expect(!isShown || !text.unicodeScalars.contains("\u{202E}"), "\(file.path)")
    }
    #expect(try text("index.html", made).contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(try text("index.html", made).contains("⟦U+202E⟧"))
    #expect(try text("index.html", made).utf8.contains("&quot;\u{301}".utf8))
  }

  @Test func `shows documents in English when asked`() throws {
    let made = try files(
      SamplePacket(hostileText: "Example"), DocumentOptions(language: .en))
    let page = try text("settlement.html", made)
    #expect(page.contains("<html lang=\"en\">"))
    #expect(page.contains("Settlement"))
    #expect(!page.contains("經費"))
    let chinese = try text("settlement.html", files(SamplePacket()))
    #expect(chinese.contains("<html lang=\"zh-Hant-TW\">"))
  }

  @Test func `marks a draft while the verdict is fail`() throws {
    #expect(try text("usage.html", files(SamplePacket())).contains("草稿"))
    #expect(try !text("usage.html", files(SamplePacket(verdict: .pass))).contains("草稿"))
  }

  @Test func `masks contacts unless full ones are asked for`() throws {
    let masked = try text("store-roster.html", files(SamplePacket()))
    #expect(masked.contains("王○明") && masked.contains("0912***678"))
    #expect(!masked.contains("王小明") && !masked.contains("0912-345-678"))
    let full = try text(
      "store-roster.html", files(SamplePacket(), DocumentOptions(contacts: .full)))
    #expect(full.contains("王小明") && full.contains("0912-345-678"))
    let archive = try text("packet.xml", files(SamplePacket()))
    #expect(archive.contains("<contact>王小明</contact>"))
    #expect(archive.contains("<value personal=\"true\">王?明</value>"))
    let messages = archive.components(separatedBy: "<message").dropFirst().map {
      $0.prefix { $0 != "<" }
    }
    #expect(!messages.contains { $0.contains("王?明") })
  }

  @Test func `says why a store is not completed`() throws {
    let page = try text("settlement.html", files(SamplePacket()))
    #expect(page.contains("第 2 月每週平均 7.00 &lt; 10，尚缺 14 次"))
    #expect(page.contains("110年8月28日認定不予認列：現場查核無使用（rulings.csv:2）"))
    #expect(page.contains("新臺幣肆拾伍萬參仟捌佰貳拾陸元整"))
    #expect(page.contains("試算"))
  }

  @Test(arguments: [Phase.midterm, .final], [Language.zhHant, .en])
  func `explains every clause that the settlement cites`(
    phase: Phase, language: Language
  ) throws {
    let page = try text(
      "settlement.html", files(SamplePacket(phase: phase), DocumentOptions(language: language)))
    let explained = Set(page.matches(of: /<tr id="clause-(C[0-9]+)">/).map { $0.output.1 })
    let cited = Set(page.matches(of: /\b(C[0-9]{1,2})\b/).map { $0.output.1 })
    #expect(cited == explained)
    #expect(explained.isSuperset(of: ["C10", "C16"]))
  }

  @Test func `shows words beside the numbers of a formula, and code names in small print only`()
    throws
  {
    let page = try text("settlement.html", files(SamplePacket()))
    #expect(
      page.contains(
        "<b>每家扣減廠商</b> = 10,000 "
          + "<span class=\"origin\">programme.yaml: money.vendor_deduction_per_store</span>"))
    #expect(page.contains("<b>d 短少家數</b> = 4</span>"))
    #expect(!page.contains("= midterm") && !page.contains("<b>phase"))
  }

  @Test func `calls only pages with amounts a trial calculation at mid-term`() throws {
    let made = try files(SamplePacket())
    let marked = made.filter {
      String(decoding: $0.bytes, as: UTF8.self).contains("class=\"phase-mark\"")
    }
    #expect(marked.map(\.path) == ["index.html", "settlement.html", "season/index.html"])
  }

  @Test func `heads each column of weeks with its number and its first day`() throws {
    let page = try text("usage.html", files(SamplePacket(phase: .final)))
    #expect(
      page.contains(
        "<th scope=\"col\" class=\"n\">2<br/><span class=\"start\">6/9</span></th>"))
    let english = try text(
      "usage.html", files(SamplePacket(phase: .final), DocumentOptions(language: .en)))
    #expect(english.contains("<span class=\"start\">06-09</span>"))
  }

  @Test func `writes full-width signs on Chinese pages only`() throws {
    let sample = SamplePacket(hostileText: "Example")
    for file in try files(sample, DocumentOptions(language: .en))
    where file.path.hasSuffix(".html") {
      let page = String(decoding: file.bytes, as: UTF8.self)
      for sign in ["／", "：", "；", "，", "（", "。"] {
        #expect(!page.contains(sign), "\(file.path): \(sign)")
      }
    }
  }

  @Test func `says at mid-term on the cover what is recognised on trial in all`() throws {
    let page = try text("index.html", files(SamplePacket()))
    let recognised = SamplePacket().settlement.recognisedTotal.displayText
    #expect(page.contains("<span class=\"trial-mark\">試算</span></dt><dd>\(recognised)</dd>"))
    #expect(
      try !text("index.html", files(SamplePacket(phase: .final))).contains("class=\"trial-mark\""))
  }

  @Test func `caps the findings of a code after sorting and keeps exact totals`() throws {
    let many = (0..<250).map { line in
      Finding(
        .IN005, at: Place(file: "approvals.csv", line: line + 3, column: 1, row: line + 3),
        field: Field(title: "核定家數"), value: "x\(line)")
    }
    let made = try files(SamplePacket(extraFindings: many))
    let page = try text("findings.html", made)
    #expect(page.components(separatedBy: "<th scope=\"row\" class=\"code\">IN005").count - 1 == 101)
    #expect(page.contains("<td class=\"n\">250<br/><span class=\"note\">本頁 100</span></td>"))
    #expect(page.contains("103 / 253"))
    #expect(try text("findings.csv", made).split(separator: "\n").count == 254)
    #expect(try text("index.html", made).contains("20 / 253"))
  }

  @Test func `refuses a page that leaves out a figure it owes`() {
    let templates = TemplateSet.builtIn.changing(
      "settlement.html.mustache", "<td class=\"n\">{{>partials/figure}}</td>", to: "<td></td>"
    )
    .changing("settlement.html.mustache", "{{#amount}}{{>partials/figure}}{{/amount}}", to: "")
    let problems = #expect(throws: DocumentProblems.self) {
      try files(SamplePacket(), templates: templates)
    }
    #expect(
      problems?.problems.contains(
        .missingFigure(
          document: "D001-12345675/settlement.html", template: "settlement.html.mustache",
          figure: "contract D001/12345675 payable-total")) == true)
  }

  @Test func `refuses a page that is not well-formed, with document, template and line`() {
    let templates = TemplateSet.builtIn.changing(
      "usage.html.mustache", "<h2 id=\"rule\">", to: "<br><h2 id=\"rule\">")
    let problems = #expect(throws: DocumentProblems.self) {
      try files(SamplePacket(), templates: templates)
    }
    guard case .rejected(let document, let template, let line, _)? = problems?.problems.first else {
      Issue.record("no rejection")
      return
    }
    #expect(document == "D001-12345675/usage.html")
    #expect(template == "usage.html.mustache")
    #expect(line > 1)
  }

  @Test func `refuses XML that the schema rejects`() {
    let templates = TemplateSet.builtIn.changing(
      "partials/store.xml.mustache", " status=\"{{status}}\"", to: " status=\"fine\"")
    let problems = #expect(throws: DocumentProblems.self) {
      try files(SamplePacket(), templates: templates)
    }
    guard case .rejected("D001-12345675/packet.xml", _, _, let message)? = problems?.problems.first
    else {
      Issue.record("no rejection")
      return
    }
    #expect(message.contains("status"))
  }

  @Test func `refuses a mark that says another value`() {
    let templates = TemplateSet.builtIn.changing(
      "partials/fact.html.mustache", "{{>partials/figure}}",
      to: """
        {{>partials/figure}}<i data-scope="contract" data-figure="cloud-fee" \
        data-subject="D001/12345675" data-value="1"></i>
        """)
    #expect(throws: DocumentProblems.self) { try files(SamplePacket(), templates: templates) }
  }
}
