package import ReviewModel

/// What `packet.xml` is called and how it begins; the schema says what it may hold.
package enum PacketArchive {
  package static let fileName = "packet.xml"
  /// Another one means that a reader of this one can't read it.
  package static let namespace = namespaceStem + "1"
  static let namespaceStem = "urn:review-packet:packet:"
  /// A later 1.x adds to 1.0 only.
  package static let version = "1.0"
  /// Canonical XML 1.1 leaves the declaration out; a file has it all the same.
  package static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  /// Far more than the largest packet: one with 200,000 findings has some 200 MB.
  static let maximumBytes = 256 << 20
  /// Tags and attributes, so that the tree stays below 2 GB.
  static let maximumMarkup = 12_000_000
}

/// A packet as its archive holds it, with the options that its pages were made with.
package struct ArchivedPacket: Sendable {
  package let packet: Packet
  package let options: DocumentOptions

  package init(packet: Packet, options: DocumentOptions) {
    self.packet = packet
    self.options = options
  }
}

/// Why a text can't be read as a packet's archive.
package struct PacketArchiveError: Error, Sendable, Equatable {
  /// One reason with its line in the text.
  package struct Fault: Sendable, Equatable {
    /// 1-based; 0 where it is about the text as a whole.
    package let line: Int
    package let text: Bilingual

    package init(line: Int, _ text: Bilingual) {
      self.line = line
      self.text = text
    }
  }

  /// Never empty.
  package let faults: [Fault]

  /// Whether a later version of the program made the text.
  package let isOfLaterVersion: Bool

  package init(_ faults: [Fault]) {
    self.faults = faults
    isOfLaterVersion = false
  }

  init(line: Int, isOfLaterVersion: Bool = false, zh: String, en: String) {
    faults = [Fault(line: line, Bilingual(zh: zh, en: en))]
    self.isOfLaterVersion = isOfLaterVersion
  }
}
