import Foundation
import ReviewModel
import Testing

@testable import PacketDocuments

struct TemplateLintTests {
  private func faults(_ templates: TemplateSet) -> [String] {
    TemplateLint.faults(in: templates).map { $0.text(in: .en) }
  }

  /// The line of a text in a built-in template, from 1.
  private func line(of text: String, in name: String) -> Int {
    let source = String(decoding: TemplateSet.builtIn[name] ?? [], as: UTF8.self)
    return (source.components(separatedBy: text).first ?? "").count { $0 == "\n" } + 1
  }

  @Test func `finds nothing in the built-in templates`() {
    #expect(faults(.builtIn) == [])
  }

  @Test func `names an unknown name with its place and the nearest known one`() {
    let templates = TemplateSet.builtIn.changing(
      "usage.html.mustache", "{{assessment}}", to: "{{asessment}}")
    let found = faults(templates)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("usage.html.mustache:") == true)
    #expect(found.first?.contains("did you mean “assessment”") == true)
  }

  @Test func `names a section that is not closed`() {
    let templates = TemplateSet.builtIn.changing("cover.html.mustache", "{{/hasOwners}}", to: "")
    #expect(faults(templates).contains { $0.contains("hasOwners") })
  }

  @Test func `names text that would be written without escaping`() {
    let templates = TemplateSet.builtIn.changing(
      "usage.html.mustache", "{{name}}</h3>", to: "{{{name}}}</h3>")
    let found = faults(templates)
    #expect(found.count == 1)
    #expect(found.first?.contains("can't be written raw") == true)
  }

  @Test(arguments: [
    (
      "usage.html.mustache", "{{#average}}{{>partials/figure}}{{/average}}",
      "{{#stores}}{{#service}}{{#months}}"
    ),
    (
      "usage.html.mustache",
      "{{#figure.longest-idle}}{{>partials/figure}}{{/figure.longest-idle}}",
      "{{#stores}}{{#service}}"
    ),
  ])
  func `tells in which sections a figure is to be added`(
    file: String, figure: String, sections: String
  ) {
    let found = faults(TemplateSet.builtIn.changing(file, figure, to: ""))
    #expect(found.count == 1, "\(found)")
    #expect(found.first?.hasSuffix("add \(figure) inside \(sections)") == true, "\(found)")
  }

  @Test func `names a figure that a document owes, once, and how to add it`() {
    let templates = TemplateSet.builtIn.changing(
      "usage.html.mustache", "{{#average}}{{>partials/figure}}{{/average}}", to: "")
    let found = faults(templates)
    #expect(found.count == 1)
    let line = line(of: "{{#verdict}}{{>partials/badge}}{{/verdict}}", in: "usage.html.mustache")
    #expect(found.first?.hasPrefix("usage.html.mustache:\(line):") == true, "\(found)")
    #expect(found.first?.contains("add {{#average}}{{>partials/figure}}{{/average}}") == true)
  }

  @Test func `traces a page that is not well-formed back to the template's own line`() throws {
    let templates = TemplateSet.builtIn.changing(
      "partials/severities.html.mustache", "<li>{{words.total}} {{total}}</li>",
      to: "<li>{{words.total}} {{total}}</b></li>")
    let line = String(
      decoding: try #require(templates["partials/severities.html.mustache"]), as: UTF8.self
    ).split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains("</b>") }
    let place = "partials/severities.html.mustache:\(try #require(line) + 1):"
    #expect(faults(templates).first?.hasPrefix(place) == true, "\(faults(templates).prefix(2))")
  }

  @Test func `tells a slip in a partial once, though many documents have it`() {
    let templates = TemplateSet.builtIn.changing(
      "partials/severities.html.mustache", "<li>{{words.total}} {{total}}</li>",
      to: "<li>{{words.total}} {{total}}</b></li>")
    #expect(faults(templates).count == 1)
  }

  @Test func `tells in one run what is wrong with sections, names, markup and figures`() {
    let templates = TemplateSet.builtIn
      .changing("cover.html.mustache", "{{/hasOwners}}\n", to: "")
      .changing("cover.html.mustache", "{{words.otherFiles}}", to: "{{words.otherFile}}")
      .changing("layout.html.mustache", "{{words.skipToContent}}", to: "{{words.skipToConten}}")
      .changing("settlement.html.mustache", "{{amount.title}}", to: "{{{amount.title}}}")
      .changing("partials/severities.html.mustache", "{{total}}</li>", to: "{{total}}</b></li>")
      .changing("findings.html.mustache", "<p>{{words.csv", to: "<p class={{words.x}}>{{words.csv")
      .changing("usage.html.mustache", "{{assessment}}", to: "{{asessment}}")
      .changing(
        "usage.html.mustache", "{{#average}}{{>partials/figure}}{{/average}}", to: ""
      )
      .changing(
        "store-roster.html.mustache", "{{#figure.go-live}}{{>partials/figure}}{{/figure.go-live}}",
        to: "")
    let told = faults(templates)
    for (file, words) in [
      ("cover", "expected “hasOwners”"), ("cover", "did you mean “otherFiles”"),
      ("layout", "did you mean “skipToContent”"), ("settlement", "can't be written raw"),
      ("partials/severities", "tag mismatch"), ("findings", "no name “words.x”"),
      ("usage", "did you mean “assessment”"), ("usage", "add {{#average}}"),
      ("store-roster", "add {{#figure.go-live}}"),
    ] {
      #expect(
        told.contains { $0.hasPrefix(file + ".html.mustache:") && $0.contains(words) },
        "\(file): \(words)")
    }
    #expect(told.count == 10, "\(told)")
  }

  @Test func `takes no name for unknown since a slip hides where its section begins`() {
    let templates = TemplateSet.builtIn.changing(
      "usage.html.mustache", "{{#months}}", to: "{{#months}")
    let told = faults(templates)
    #expect(!told.isEmpty && !told.contains { $0.contains("no name “") }, "\(told)")
  }

  @Test func `names the frame's content where a document lost all of its figures`() {
    let empty = TemplateSet(files: [
      ("findings.html.mustache", Array("{{<layout}}{{$body}}<p/>{{/body}}{{/layout}}".utf8)),
      ("work-progress.html.mustache", Array("{{<layout}}\n{{$body}}<p/>{{/body}}{{/layout}}".utf8)),
    ]).completed(by: .builtIn)
    let told = faults(empty)
    #expect(told.count == 3, "\(told)")
    #expect(told.allSatisfy { $0.hasPrefix("work-progress.html.mustache:2:1: ") })
  }

  @Test func `traces XML that the schema rejects back to a template`() {
    let templates = TemplateSet.builtIn.changing(
      "partials/store.xml.mustache", " status=\"{{status}}\"", to: " status=\"fine\"")
    #expect(faults(templates).first?.contains(".xml.mustache:") == true)
  }

  @Test func `names a value in an attribute without quotes`() {
    let templates = TemplateSet.builtIn.changing(
      "usage.html.mustache", "<section class=\"store\">", to: "<section class={{id}}>")
    #expect(faults(templates).first?.hasPrefix("usage.html.mustache:") == true)
  }

  @Test func `names a style sheet that would end its element`() {
    let templates = TemplateSet.builtIn.changing("print.css", "nav, .skip", to: "</style> nav")
    #expect(faults(templates).first?.hasPrefix("print.css:") == true)
  }

  @Test func `documents names that hold what they hold in the views`() {
    let text = TemplateNames.markdown
    #expect(text.contains("| `figure` | record [ContractFigures](#contractfigures) |  |"))
    #expect(text.contains("| `payable-total` | optional record [FigureView](#figureview) |"))
    #expect(text.contains("| `districtName` | text | `範例老街商圈` |"))
    #expect(text.contains("| `waterfall` | markup | a drawing or style sheet |"))
    #expect(!text.contains("#)"), "a link to nothing")
  }
}
