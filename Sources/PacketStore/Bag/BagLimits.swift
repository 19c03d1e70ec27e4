/// How much of a bag from strangers is looked at before it is refused.
package struct BagLimits: Sendable {
  /// Files and folders, and lines of a manifest.
  package var entries = 200_000
  /// Folders inside each other.
  package var depth = 32
  /// Unit: bytes, of the payload.
  package var payloadBytes = 1 << 36
  /// Unit: bytes, of one manifest or other tag file that is read.
  package var tagFileBytes = 64 << 20
  /// Unit: bytes, of a line in such a file.
  package var lineBytes = 8_192
  /// Manifests of either kind.
  package var manifests = 8
  /// Problems that are told.
  package var problems = 100

  package init() {}
}
