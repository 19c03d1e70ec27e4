import Foundation
import ReviewModel
import Testing

@testable import PacketDocuments

struct TemplateLintTests {
  private func faults(_ templates: TemplateSet) -> [String] {
    TemplateLint.faults(in: templates).map { $0.text(in: .en) }
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

  @Test func `names a figure that a document owes, once, and how to add it`() {
    let templates = TemplateSet.builtIn.changing(
      "usage.html.mustache", "{{#average}}{{>partials/figure}}{{/average}}", to: "")
    let found = faults(templates)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("usage.html.mustache:1:1: ") == true)
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
