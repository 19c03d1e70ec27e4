/// The names and words of a BagIt bag (RFC 8493).
enum BagLayout {
  static let declaration = "bagit.txt"
  static let info = "bag-info.txt"
  static let fetch = "fetch.txt"
  /// The folder of the payload.
  static let payload = SafePath(components: ["data"])
  static let payloadPrefix = "data/"

  /// What `bagit.txt` holds in the bags that we write.
  static let declarationText = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
  /// The versions that can be read.
  static let versions = ["1.0", "0.97"]
  /// The field of `bag-info.txt` that counts the payload's bytes and files.
  static let oxum = "Payload-Oxum"

  /// A payload manifest's name.
  static func manifest(_ algorithm: BagAlgorithm) -> String {
    "manifest-\(algorithm.rawValue).txt"
  }

  /// A tag manifest's name.
  static func tagManifest(_ algorithm: BagAlgorithm) -> String {
    "tagmanifest-\(algorithm.rawValue).txt"
  }
}

/// A digest that bags use, under the name in its manifest's name.
enum BagAlgorithm: String, CaseIterable, Sendable {
  case md5
  case sha1
  case sha256
  case sha384
  case sha512

  /// The hexadecimal digits of a digest.
  var digits: Int {
    switch self {
    case .md5: 32
    case .sha1: 40
    case .sha256: 64
    case .sha384: 96
    case .sha512: 128
    }
  }

  /// Whether two files of the same digest are the same file, as far as anybody knows.
  var isTrusted: Bool {
    switch self {
    case .sha256, .sha384, .sha512: true
    case .md5, .sha1: false
    }
  }
}
