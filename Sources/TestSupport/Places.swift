package import Foundation

/// The repository's top folder, found from this file's own place at compile time.
package let repositoryRoot = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// The folder `shared` beside the repository, or nil where the repository stands alone.
package var sharedFolder: URL? {
  let folder = repositoryRoot.deletingLastPathComponent().appendingPathComponent("shared")
  var isFolder: ObjCBool = false
  let exists = FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder)
  return exists && isFolder.boolValue ? folder : nil
}

/// The program as `swift build` leaves it, for tests that run it.
///
/// It stands beside the test bundle, whichever configuration or scratch path was built.
package var builtProgram: URL {
  let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
  let folder = bundle.deletingLastPathComponent()
  let beside = folder.appendingPathComponent("review-packet")
  guard !FileManager.default.isExecutableFile(atPath: beside.path) else { return beside }
  return repositoryRoot.appendingPathComponent(".build/debug/review-packet")
}
