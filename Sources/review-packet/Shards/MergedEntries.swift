import PacketStore

/// The files of several manifests in the order of their paths, each once with the manifests that list
/// it.
struct MergedEntries: Sequence, IteratorProtocol {
  /// A file as the first of its owners lists it.
  struct File {
    let entry: Manifest.Entry
    /// The numbers of the manifests, at least one.
    let owners: [Int]
  }

  private let manifests: [Manifest]
  /// Per manifest the place of its next entry, and that entry.
  private var places: [Int]
  private var heads: [Manifest.Entry?]

  init(_ manifests: [Manifest]) {
    self.manifests = manifests
    places = Array(repeating: 0, count: manifests.count)
    heads = manifests.map { $0.count > 0 ? $0.entry(at: 0) : nil }
  }

  mutating func next() -> File? {
    guard let path = heads.lazy.compactMap({ $0?.path }).min() else { return nil }
    var first: Manifest.Entry?
    var owners: [Int] = []
    for (number, head) in heads.enumerated() {
      guard let head, head.path == path else { continue }
      first = first ?? head
      owners.append(number)
      places[number] += 1
      let place = places[number]
      heads[number] =
        place < manifests[number].count ? manifests[number].entry(at: place) : nil
    }
    return first.map { File(entry: $0, owners: owners) }
  }
}
