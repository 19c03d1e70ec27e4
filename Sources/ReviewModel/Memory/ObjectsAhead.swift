private import CProcessor

extension Array where Element: AnyObject {
  /// Goes through many objects in order, and asks memory for those that come next.
  ///
  /// Objects that were made by several threads lie scattered over more memory than a processor's caches
  /// hold: each would be waited for.
  ///
  /// - Parameters:
  ///   - size: The bytes of an object that are looked at.
  ///   - body: Gets each object's index, and the object.
  @inline(__always)
  package func forEachAskedAhead(bytes size: Int, _ body: (Int, Element) -> Void) {
    let (ahead, line) = (8, 64)
    withUnsafeBytes { references in
      for index in indices {
        if index + ahead < count {
          // The reference alone: to look at the object would be to wait for it.
          let next = references.load(
            fromByteOffset: (index + ahead) * MemoryLayout<Element>.stride,
            as: UnsafeRawPointer.self)
          for offset in stride(from: 0, to: size, by: line) { rp_prefetch(next + offset) }
        }
        body(index, self[index])
      }
    }
  }
}
