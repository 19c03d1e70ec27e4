import PacketStore
import ReviewModel

private import Foundation

/// The names of a packet's archives: `D001-12345675-110-final`, then `…-s02`, `…-s03`; the public copy of
/// each has `-public` at its end.
struct ArchiveName {
  static let publicEnding = "-public"

  /// Without a number: the first archive's own name.
  private let stem: String
  /// 1 for the first one.
  let number: Int
  /// The newest archive that stands there, which this one replaces in its meaning; it stays.
  let previous: String?
  /// The newest public copy that stands there.
  let previousPublic: String?

  var text: String { Self.text(stem, number) }
  var publicText: String { text + Self.publicEnding }

  /// The next free name in a folder, which may not be there yet.
  init(_ contract: ContractID, _ phase: Phase, year: Int, in folder: String) {
    stem = "\(contract.folderName)-\(year)-\(phase.rawValue)"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    var (newest, newestPublic) = (0, 0)
    for name in names {
      let isPublic = name.hasSuffix(Self.publicEnding)
      let own = isPublic ? String(name.dropLast(Self.publicEnding.count)) : name
      guard let number = Self.number(of: own, stem) else { continue }
      if isPublic { newestPublic = max(newestPublic, number) } else { newest = max(newest, number) }
    }
    number = max(newest, newestPublic) + 1
    previous = newest > 0 ? Self.text(stem, newest) : nil
    previousPublic = newestPublic > 0 ? Self.text(stem, newestPublic) + Self.publicEnding : nil
  }

  private static func text(_ stem: String, _ number: Int) -> String {
    number == 1 ? stem : "\(stem)-s\(number < 10 ? "0" : "")\(number)"
  }

  private static func number(of name: String, _ stem: String) -> Int? {
    if name == stem { return 1 }
    guard name.hasPrefix(stem + "-s"), let number = Int(name.dropFirst(stem.count + 2)),
      number > 1, text(stem, number) == name
    else { return nil }
    return number
  }
}
