/// The candidate that differs least from a name, when it is near enough to be meant.
///
/// Near is at most one edit (insert, remove, change, swap) for each three letters, and at least one.
/// Of equally near ones, the first in the order of the alphabet.
package func nearestName(to name: String, in candidates: some Sequence<String>) -> String? {
  let wanted = Array(name.unicodeScalars)
  let best = candidates.map { (distance: edits(wanted, Array($0.unicodeScalars)), name: $0) }
    .min { ($0.distance, $0.name) < ($1.distance, $1.name) }
  guard let best, best.distance <= max(1, wanted.count / 3) else { return nil }
  return best.name
}

/// The distance of two names in edits, where two neighbours swapped count as one.
private func edits(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var before: [Int] = []
  var row = Array(0...b.count)
  for i in a.indices {
    var next = [i + 1]
    for j in b.indices {
      var best = min(row[j] + (a[i] == b[j] ? 0 : 1), row[j + 1] + 1, next[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
      next.append(best)
    }
    (before, row) = (row, next)
  }
  return row[b.count]
}
