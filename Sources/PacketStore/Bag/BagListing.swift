import Glibc

/// Everything that stands in a bag's folder, looked at without following a link.
struct BagListing {
  struct File {
    let path: BagPath
    /// Unit: bytes.
    let size: Int
  }

  private let root: String
  private let limits: BagLimits
  /// Plain files in the order of their paths.
  private(set) var files: [File] = []
  private(set) var problems: [BagProblem] = []
  /// Whether all was looked at.
  private(set) var isComplete = true
  private var count = 0

  init(_ root: String, _ limits: BagLimits) {
    self.root = root
    self.limits = limits
    walk("", depth: 0)
    files.sort { $0.path < $1.path }
  }

  private mutating func walk(_ folder: String, depth: Int) {
    guard depth <= limits.depth else { return stop(folder, .tooDeep(limits.depth)) }
    let names: [String]
    do throws(OutputError) {
      names = try FileCalls.names(
        in: folder.isEmpty ? root : root + "/" + folder, atMost: limits.entries - count)
    } catch {
      problems.append(BagProblem(folder, error.bagReason))
      return
    }
    count += names.count
    guard count <= limits.entries else { return stop("", .tooManyEntries(limits.entries)) }
    var seen: [String: String] = [:]
    for name in names where isComplete {
      let path = folder.isEmpty ? name : folder + "/" + name
      // Bytes that are not UTF-8 were read as this character.
      if name.unicodeScalars.contains("\u{FFFD}") {
        problems.append(BagProblem(path, .name(.notUTF8)))
        continue
      }
      if let fault = BagPath.fault(of: path) {
        problems.append(BagProblem(path, .name(fault)))
        continue
      }
      if let other = seen.updateValue(path, forKey: BagPath.folded(name)) {
        problems.append(BagProblem(path, .sameName(other)))
      }
      look(path, depth: depth)
    }
  }

  private mutating func look(_ path: String, depth: Int) {
    var status = stat()
    guard lstat(root + "/" + path, &status) == 0 else {
      problems.append(BagProblem(path, .system(.look, errno)))
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: walk(path, depth: depth + 1)
    case S_IFREG: files.append(File(path: BagPath(text: path), size: Int(status.st_size)))
    case S_IFLNK: problems.append(BagProblem(path, .link))
    default: problems.append(BagProblem(path, .notAFile))
    }
  }

  private mutating func stop(_ path: String, _ reason: BagProblem.Reason) {
    problems.append(BagProblem(path, reason))
    isComplete = false
  }
}

extension OutputError {
  var bagReason: BagProblem.Reason {
    if case .system(let step, let number) = reason { .system(step, number) } else { .notAFile }
  }
}
