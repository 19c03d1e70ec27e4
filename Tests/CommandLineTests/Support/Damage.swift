import Foundation
import Testing

/// What may have happened to the second packet of an output since it was built.
struct Damage: Sendable, CustomTestStringConvertible {
  static let packet = "D002-99900003"

  let testDescription: String
  /// The first file, in the order of their paths, that is not there as it was.
  let file: String
  private let change: @Sendable (_ packet: URL) throws -> Void

  private init(
    _ name: String, _ file: String, _ change: @escaping @Sendable (_ packet: URL) throws -> Void
  ) {
    (testDescription, self.change) = (name, change)
    self.file = Self.packet + "/" + file
  }

  func apply(to out: URL) throws { try change(out.appendingPathComponent(Self.packet)) }

  static let all = [
    Damage("taken away as a whole", "figures.csv") { try FileManager.default.removeItem(at: $0) },
    Damage("a page taken away", "usage.html") { packet in
      try FileManager.default.removeItem(at: packet.appendingPathComponent("usage.html"))
    },
    Damage("the manifest taken away", "manifest-sha256.txt") { packet in
      try FileManager.default.removeItem(at: packet.appendingPathComponent("manifest-sha256.txt"))
    },
    Damage("a page a link to a copy of it", "usage.html") { packet in
      let page = packet.appendingPathComponent("usage.html")
      let copy = packet.deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("copy.html")
      try FileManager.default.moveItem(at: page, to: copy)
      try FileManager.default.createSymbolicLink(at: page, withDestinationURL: copy)
    },
    Damage("a page a folder", "usage.html") { packet in
      let page = packet.appendingPathComponent("usage.html")
      try FileManager.default.removeItem(at: page)
      try FileManager.default.createDirectory(at: page, withIntermediateDirectories: false)
    },
    Damage("a page a pipe", "usage.html") { packet in
      let page = packet.appendingPathComponent("usage.html")
      try FileManager.default.removeItem(at: page)
      guard mkfifo(page.path, 0o600) == 0 else { throw ProcessOutcome("no pipe could be made") }
    },
  ]
}
