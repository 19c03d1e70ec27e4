/// Start tags of a text that were found right, so that the same bytes need no second look.
///
/// Whether a start tag is well-formed does not depend on where it stands.
final class KnownTags {
  private struct Tag {
    var start = 0
    /// Of all its bytes; 0 for none.
    var count = 0
    var nameCount = 0
    var isEmpty = false
  }

  /// A page has some dozens of tags without marks.
  private static let slotCount = 128
  /// Longer ones are seldom the same.
  private static let maximumCount = 80

  private let bytes: UnsafePointer<UInt8>
  /// Of the text.
  private let count: Int
  private let slots: UnsafeMutablePointer<Tag>

  init(in scanner: MarkupScanner) {
    (bytes, count) = (scanner.bytes, scanner.count)
    slots = .allocate(capacity: Self.slotCount)
    slots.initialize(repeating: Tag(), count: Self.slotCount)
  }

  deinit { slots.deallocate() }

  /// The tag whose `<` stands at a place, if the same one was found right.
  @inline(__always)
  func tag(at place: Int) -> ReadTag? {
    guard place + ByteBlock.size < count else { return nil }
    let tag = slots[slot(of: place)]
    guard tag.count > 0, place + tag.count <= count,
      isSame(bytes + place, bytes + tag.start, tag.count)
    else { return nil }
    return ReadTag(
      nameEnd: place + 1 + tag.nameCount, end: place + tag.count, isEmpty: tag.isEmpty)
  }

  /// Takes a tag that was found right, in the place of another one if need be.
  @inline(__always)
  func insert(_ tag: StartTag) {
    let length = tag.end - tag.start
    guard length <= Self.maximumCount, tag.start + ByteBlock.size < count else { return }
    slots[slot(of: tag.start)] = Tag(
      start: tag.start, count: length, nameCount: tag.name.count, isEmpty: tag.isEmpty)
  }

  /// By the sixteen bytes behind the `<`, but none behind a `>`.
  @inline(__always)
  private func slot(of place: Int) -> Int {
    let (low, high) = (ByteWord(bytes + place + 1), ByteWord(bytes + place + 9))
    let length = ByteBlock.place(of: ByteBlock(bytes + place + 1).marks(of: UInt8(ascii: ">")))
    let mixed = low.first(min(length, 8)) &* 0x9E37_79B9_7F4A_7C15
    let both = (mixed ^ high.first(max(length - 8, 0))) &* 0xC2B2_AE3D_27D4_EB4F
    return Int(truncatingIfNeeded: both >> 57)
  }
}
