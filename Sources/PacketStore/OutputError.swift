/// Why an output folder could not be written; nothing of it is in place then.
package struct OutputError: Error, Equatable, Sendable {
  /// What was being done when the system said no.
  package enum Step: Equatable, Sendable {
    case look, createFolder, write, read, replace
  }

  /// The cause, as a value.
  package enum Reason: Equatable, Sendable {
    /// A system call failed with this `errno`.
    case system(Step, Int32)
    /// A file, or something else that is not a folder, stands at the path.
    case notAFolder
    /// A folder, pipe or device stands where a file is to be read.
    case notAFile
    /// A file to be read has more bytes than these.
    case longerThan(Int)
    /// A folder with content but without a readable manifest stands at the path.
    case notOurs
    /// A file in the existing folder is not in its manifest: somebody else put it there.
    case foreignEntry
    /// Something stands at the path, and it must not be replaced.
    case alreadyExists
    /// The folder is where this run, and perhaps the user's shell, is working.
    case workingFolder
    /// The folder is a mount point, which cannot be swapped.
    case mountPoint
    /// A file to be kept is not what its manifest says.
    case changedSinceWritten
    /// A file to be kept is missing, or can't be read: the `errno` tells why.
    case lostSinceWritten(Int32)
    /// A file to be copied is not what it was when it was first read.
    case changedWhileRead
    /// A folder to be kept is not in the existing output.
    case nothingToKeep
    /// The same file was written twice, or below a folder that was sealed.
    case writtenTwice
    /// A file's writing failed or has not ended, so the folder must not be put in place.
    case incomplete
    /// The folder was already put in place or given up.
    case finished
  }

  /// The path concerned, as far as it is known.
  package let path: String
  package let reason: Reason

  /// States a reason for a path.
  package init(_ path: String, _ reason: Reason) {
    self.path = path
    self.reason = reason
  }
}
