/// The memory that a sink works in.
///
/// All in it are plain values, which need no taking down.
final class SchemaRoom {
  /// The elements that are open.
  let frames: UnsafeMutablePointer<SchemaSink.Frame>
  /// The attributes of the last start tag by their ranks.
  let ranked: UnsafeMutablePointer<AttributeSpan>
  /// For each simple type where a value stands that was found to be of it; empty for none.
  let accepted: UnsafeMutablePointer<PlanRange>
  private let simpleCount: Int

  init(for plan: SchemaPlan) {
    frames = .allocate(capacity: MarkupScanner.maximumDepth + 1)
    ranked = .allocate(capacity: MarkupScanner.maximumAttributes)
    simpleCount = plan.simple.count
    accepted = .allocate(capacity: simpleCount)
    forgetPlaces()
  }

  deinit {
    frames.deallocate()
    ranked.deallocate()
    accepted.deallocate()
  }

  /// Forgets where values stand, since the text is another one.
  func forgetPlaces() { accepted.initialize(repeating: PlanRange(), count: simpleCount) }
}
