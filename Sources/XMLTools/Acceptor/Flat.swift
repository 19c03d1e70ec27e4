/// A fixed list of plain values that a scan reads without counting references.
///
/// Nothing writes to it once it is made, so that any task may read it.
final class Flat<Element: BitwiseCopyable>: @unchecked Sendable {
  /// Valid as long as the list is.
  let pointer: UnsafePointer<Element>
  let count: Int

  init(_ elements: [Element]) {
    let copy = UnsafeMutablePointer<Element>.allocate(capacity: max(1, elements.count))
    for (index, element) in elements.enumerated() { (copy + index).initialize(to: element) }
    pointer = UnsafePointer(copy)
    count = elements.count
  }

  deinit { pointer.deallocate() }
}
