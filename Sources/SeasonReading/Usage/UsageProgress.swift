/// How far the reading of usage files is.
package struct UsageProgress: Sendable, Equatable {
  package let fileCount: Int
  package let byteCount: Int
  package internal(set) var files = 0
  package internal(set) var bytes = 0

  init(fileCount: Int, byteCount: Int) {
    self.fileCount = fileCount
    self.byteCount = byteCount
  }
}
