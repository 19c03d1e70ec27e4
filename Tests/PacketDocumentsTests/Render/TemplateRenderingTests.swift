import Testing

@testable import PacketDocuments

@Suite struct TemplateRenderingTests {
  private let shops = ContractView(
    stores: [StoreView(name: "甲", notes: ["x", "y"]), StoreView(name: "乙", isShort: true)])

  @Test func `enters a list for each element, with the names outside still known`() throws {
    let text = try rendered("{{#stores}}{{name}}@{{title}};{{/stores}}", [:], shops)
    #expect(text == "甲@示範契約;乙@示範契約;")
  }

  @Test func `enters an inverted list when it is empty`() throws {
    #expect(try rendered("{{^stores}}無{{/stores}}") == "無")
    #expect(try rendered("{{^stores}}無{{/stores}}", [:], shops) == "")
  }

  @Test func `shows flags, and texts of a list as the implicit iterator`() throws {
    let main =
      "{{#stores}}{{#short}}S{{/short}}{{^short}}L{{/short}}{{#notes}}-{{.}}{{/notes}}{{/stores}}"
    #expect(try rendered(main, [:], shops) == "L-x-yS")
  }

  @Test func `keeps the context inside the section of a flag`() throws {
    let main = "{{#stores}}{{#notes}}{{#short}}{{/short}}{{.}}{{/notes}}{{/stores}}"
    #expect(try rendered(main, [:], shops) == "xy")
  }

  @Test func `enters the section of a text when it is not empty`() throws {
    let main = "{{#title}}[{{.}}|{{title}}]{{/title}}{{^title}}none{{/title}}"
    #expect(try rendered(main) == "[示範契約|示範契約]")
    #expect(try rendered(main, [:], ContractView(title: "")) == "none")
  }

  @Test func `enters an optional view or not`() throws {
    let main = "{{#ruling}}{{date}} {{title}}{{/ruling}}{{^ruling}}未核定{{/ruling}}"
    #expect(try rendered(main) == "未核定")
    let decided = ContractView(ruling: RulingView(date: "今"))
    #expect(try rendered(main, [:], decided) == "今 示範契約")
  }

  @Test func `writes markup raw and text escaped`() throws {
    #expect(try rendered("{{{chart}}}{{&chart}}{{first.name}}") == "<svg/><svg/>甲商店")
    #expect(try rendered("{{title}}", [:], ContractView(title: "<b>")) == "&lt;b&gt;")
  }

  @Test func `uses one partial in different contexts`() throws {
    let main = "{{#first}}{{>name}}{{/first}}{{#stores}}{{>name}}{{/stores}}"
    #expect(try rendered(main, ["name": "({{name}})"], shops) == "(甲商店)(甲)(乙)")
  }

  @Test func `walks down a tree by a partial that uses itself, with growing indent`() throws {
    let node = "{{title}}\n{{#children}}\n  {{>node}}\n{{/children}}\n"
    let leaf = ContractView(title: "c")
    let view = ContractView(
      title: "a", children: [ContractView(title: "b", children: [leaf]), leaf])
    #expect(try rendered("{{>node}}", ["node": node], view) == "a\n  b\n    c\n  c\n")
  }

  @Test func `does not indent lines inside a text`() throws {
    let view = ContractView(title: "1\n2")
    #expect(try rendered("  {{>p}}\n", ["p": "{{title}}\nx\n"], view) == "  1\n2\n  x\n")
  }

  @Test func `frames a page by its parent`() throws {
    let page = """
      <html>
        <title>{{$title}}無題{{/title}}</title>
        {{$body}}
        {{/body}}
      </html>

      """
    let main = """
      {{<page}}
      {{! what the page is given }}
      {{$title}}{{title}}{{/title}}
      {{$body}}
          <ul>
            {{#stores}}
            <li>{{name}}</li>
            {{/stores}}
          </ul>
      {{/body}}
      {{/page}}

      """
    let expected = """
      <html>
        <title>示範契約</title>
        <ul>
          <li>甲</li>
          <li>乙</li>
        </ul>
      </html>

      """
    #expect(try rendered(main, ["page": page], shops) == expected)
  }

  @Test func `finds a partial by the ending of the file that names it`() throws {
    let sources = [
      "main.html.mustache": "{{>partials/row}}", "partials/row.html.mustache": "html",
      "main.xml.mustache": "{{>partials/row}}", "partials/row.xml.mustache": "xml",
    ]
    let library = TemplateLibrary(sources: sources.mapValues { Array($0.utf8) })
    let html = try library.template("main.html.mustache", for: ContractView.self)
    let xml = try library.template("main.xml.mustache", for: ContractView.self)
    #expect(html.rendered(ContractView()) == Array("html".utf8))
    #expect(xml.rendered(ContractView()) == Array("xml".utf8))
  }

  @Test func `escapes in a partial for the document that it becomes part of`() throws {
    let sources = ["a.html.mustache": "{{>b.css.mustache}}", "b.css.mustache": "{{title}}"]
    let library = TemplateLibrary(sources: sources.mapValues { Array($0.utf8) })
    let template = try library.template("a.html.mustache", for: ContractView.self)
    #expect(template.rendered(ContractView(title: "</style>")) == Array("&lt;/style&gt;".utf8))
  }

  @Test func `drops a byte order mark before the first tag`() throws {
    #expect(try rendered("\u{FEFF}{{! note }}\nx") == "x")
  }

  @Test func `renders worked-out values as it does the view`() throws {
    let template = try library(
      "{{title}}{{#stores}}{{>row}}{{/stores}}{{^ruling}}-{{/ruling}}{{first.name}}{{{chart}}}",
      ["row": "<{{name}}{{#short}}!{{/short}}{{#notes}} {{.}}{{/notes}}>"]
    ).template("main.html.mustache", for: ContractView.self)
    let view = ContractView(
      title: "a & b", stores: [StoreView(isShort: true, notes: ["x", "<y>"]), StoreView(name: "")])
    let values = template.program.ofValues.rendered(TemplateValue(view))
    #expect(template.rendered(view) == values)
    let text = "a &amp; b<甲商店! x &lt;y&gt;><>-甲商店<svg/>"
    #expect(String(decoding: values, as: UTF8.self) == text)
  }
}
