internal import Crypto

/// The digests of one file by several algorithms, in one reading.
struct BagDigests {
  private var md5: Insecure.MD5?
  private var sha1: Insecure.SHA1?
  private var sha256 = SHA256()
  private var sha384: SHA384?
  private var sha512: SHA512?

  /// SHA-256 is always among them.
  init(_ algorithms: Set<BagAlgorithm>) {
    if algorithms.contains(.md5) { md5 = Insecure.MD5() }
    if algorithms.contains(.sha1) { sha1 = Insecure.SHA1() }
    if algorithms.contains(.sha384) { sha384 = SHA384() }
    if algorithms.contains(.sha512) { sha512 = SHA512() }
  }

  mutating func update(_ piece: ArraySlice<UInt8>) {
    piece.withUnsafeBytes { buffer in
      md5?.update(bufferPointer: buffer)
      sha1?.update(bufferPointer: buffer)
      sha256.update(bufferPointer: buffer)
      sha384?.update(bufferPointer: buffer)
      sha512?.update(bufferPointer: buffer)
    }
  }

  /// The digests in hexadecimal digits.
  func finished() -> [BagAlgorithm: String] {
    var digests: [BagAlgorithm: String] = [.sha256: Digest.hex(sha256.finalize())]
    if let md5 { digests[.md5] = Digest.hex(md5.finalize()) }
    if let sha1 { digests[.sha1] = Digest.hex(sha1.finalize()) }
    if let sha384 { digests[.sha384] = Digest.hex(sha384.finalize()) }
    if let sha512 { digests[.sha512] = Digest.hex(sha512.finalize()) }
    return digests
  }
}
