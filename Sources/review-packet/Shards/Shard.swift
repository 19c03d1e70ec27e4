import ArgumentParser
import ReviewModel

/// One of several parts of a season's packets, for one of several machines.
struct Shard: Equatable, Sendable {
  /// From 1 to `count`.
  let number: Int
  let count: Int

  /// The contracts of this part: every `count`-th in the order of their ids, so that districts of many
  /// contracts are spread.
  func part(of contracts: [ContractReview]) -> [ContractReview] {
    contracts.enumerated().filter { $0.offset % count == number - 1 }.map(\.element)
  }
}

extension Shard: ExpressibleByArgument {
  /// `2/4`: the second of four.
  init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
      .map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1],
      (1...100_000).contains(count),
      (1...count).contains(number)
    else { return nil }
    self.init(number: number, count: count)
  }
}
