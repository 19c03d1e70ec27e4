/// Stops the run where a reader's promise does not hold; libFuzzer then keeps the input.
///
/// Not `precondition`: its text must stand in the report of an optimised build too.
package func require(_ holds: Bool, _ promise: @autoclosure () -> String) {
  if !holds { fatalError(promise()) }
}

/// The input that libFuzzer gives, as bytes.
package func bytes(_ data: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
  Array(UnsafeBufferPointer(start: data, count: count))
}
