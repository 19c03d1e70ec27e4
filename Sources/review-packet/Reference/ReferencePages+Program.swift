import ArgumentParser
import PacketDocuments

extension ReferencePages {
  static var commands: MarkdownPage {
    var page = MarkdownPage("commands.md", title: "Commands 指令")
    page.paragraph("What `--help` prints.")
    page.code(ReviewPacket.helpMessage(columns: 90), language: "text")
    for command in ReviewPacket.configuration.subcommands
    where command.configuration.shouldDisplay {
      page.heading("`\(command._commandName)`")
      page.code(ReviewPacket.helpMessage(for: command, columns: 90), language: "text")
    }
    return page
  }

  static var templateNames: MarkdownPage {
    let offered = DocumentRenderer.offeredNames
    var page = MarkdownPage("template-names.md", title: "Template names 範本可用的名稱")
    page.paragraph(
      """
      A template starts from the view that is named here; inside a section the names of the record \
      come first, then those around it. How templates are written: [templates.md](../templates.md).
      """)
    page.table(
      ["template", "starts from"],
      offered.templates.map { [MarkdownPage.code($0.file), link($0.view)] })
    for view in offered.views {
      page.heading(view.name)
      page.list(lines(of: view))
    }
    return page
  }

  private static func link(_ view: String) -> String { "[\(view)](#\(view.lowercased()))" }

  /// A view's names, those of a kind and of the same further view together.
  private static func lines(of view: OfferedView) -> [String] {
    ViewShape.Kind.allCases.flatMap { kind -> [String] in
      var notes: [String] = []
      var names: [String: [String]] = [:]
      for name in view.names where name.kind == kind {
        let note = note(on: name)
        if names[note] == nil { notes.append(note) }
        names[note, default: []].append(MarkdownPage.code(name.name))
      }
      return notes.map { note in
        "\(kind.rawValue)\(note): " + names[note, default: []].joined(separator: ", ")
      }
    }
  }

  private static func note(on name: OfferedView.Name) -> String {
    let inner =
      switch name.kind {
      case .text, .markup, .flag: ""
      case .record: name.view.map { " " + link($0) } ?? ""
      case .list: " of " + (name.view.map(link) ?? "texts")
      }
    return inner + (name.isOptional ? " that may be missing" : "")
  }
}
