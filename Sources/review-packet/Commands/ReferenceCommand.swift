import ArgumentParser

private import Foundation

/// `reference`: the documentation's tables, made from the registries; for developers.
struct ReferenceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference",
    abstract: "Writes the documentation's reference pages.",
    discussion: "Example: review-packet reference docs/reference",
    shouldDisplay: false)

  @Argument(help: "The folder to write to; pages of the same names there are replaced.")
  var folder: String

  func run() async throws {
    let folder = URL(fileURLWithPath: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for page in ReferencePages.all {
      try Data(page.text.utf8).write(to: folder.appendingPathComponent(page.name))
    }
  }
}
