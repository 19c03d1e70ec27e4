/// One thing for which a folder is not taken as a bag.
package struct BagProblem: Error, Equatable, Sendable {
  /// Why a name is not one that a bag may have.
  package enum NameFault: Equatable, Sendable {
    case empty, tooLong, absolute, upward, backslash, driveLetter, control, notUTF8
  }

  /// The cause, as a value.
  package enum Reason: Error, Equatable, Sendable {
    /// A system call failed with this `errno`.
    case system(OutputError.Step, Int32)
    /// Nothing, or no folder, stands at the path.
    case notAFolder
    /// The folder holds no `bagit.txt`.
    case notABag
    case link
    /// A device, a pipe or a socket.
    case notAFile
    case name(NameFault)
    /// Another entry of the folder has the same name but for case or normal form.
    case sameName(String)
    case tooManyEntries(Int)
    case tooDeep(Int)
    /// The payload's bytes, and the bound.
    case tooLarge(Int, Int)
    case tooManyManifests(Int)
    case tooManyLines(Int)
    case longLine(Int, Int)
    case longFile(Int, Int)
    case notUTF8(Int)
    /// `bagit.txt` is not the two lines that it has to be; what was found.
    case declaration(String)
    case version(String)
    case encoding(String)
    case fetch
    /// No manifest with SHA-256 or stronger.
    case noTrustedManifest
    case missingTagFile
    /// A manifest's line is not a digest and a path.
    case line(Int, String)
    /// A line's path, for its fault.
    case linePath(Int, String, NameFault)
    /// A payload manifest's path outside `data/`, or a tag manifest's inside.
    case linePlace(Int, String)
    /// The path stands in an earlier line already.
    case listedTwice(Int, String, first: Int)
    case infoLine(Int, String)
    /// The field as it stands, and what the payload has: bytes, files.
    case oxum(String, bytes: Int, files: Int)
    case oxumTwice
    /// The named manifest lists the file, but the bag has none.
    case missing(manifest: String)
    /// The file is in the payload, but the named manifest does not list it.
    case unlisted(manifest: String)
    case digest(manifest: String, expected: String, found: String)
    /// The file changed while it was read.
    case changed
    /// More problems than are told.
    case more(Int)
  }

  /// The path inside the bag; empty for the bag itself.
  package let path: String
  package let reason: Reason

  init(_ path: String, _ reason: Reason) {
    self.path = path
    self.reason = reason
  }
}

/// All that is wrong with a bag, never empty; the folder's own path leads each text.
package struct BagProblems: Error, Equatable, Sendable {
  /// As it was given.
  package let folder: String
  package let problems: [BagProblem]
}
