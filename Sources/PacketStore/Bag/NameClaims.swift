/// Paths that are told apart on every file system, also where case or normal form does not count.
package struct NameClaims {
  /// What was claimed, folders among it, by its name in one case.
  private var claimed: [String: String] = [:]

  package init() {}

  /// Takes a path; gives false where it, or a folder above it, can't be told from another.
  package mutating func claim(_ path: SafePath) -> Bool {
    let own = path.description
    for folder in path.folders {
      let name = folder.description
      // A slash tells a folder from a file of the same name, which it can't stand beside.
      if let other = claimed[BagPath.folded(name)], other != name + "/" { return false }
    }
    guard claimed[BagPath.folded(own)] == nil else { return false }
    claimed[BagPath.folded(own)] = own
    for folder in path.folders {
      claimed[BagPath.folded(folder.description)] = folder.description + "/"
    }
    return true
  }
}
