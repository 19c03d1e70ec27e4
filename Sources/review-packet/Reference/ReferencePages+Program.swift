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
    var page = MarkdownPage("template-names.md", title: "Template names 範本可用的名稱")
    page.paragraph(TemplateNames.markdown)
    return page
  }
}
