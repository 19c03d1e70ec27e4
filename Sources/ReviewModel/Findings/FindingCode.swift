/// The published code of a finding; declared in the published order, which is also the sorting order.
///
/// A code is never used again with another meaning.
package enum FindingCode: String, Sendable, CaseIterable, Comparable {
  case IN001, IN002, IN003, IN004, IN005, IN006, IN007, IN008, IN009, IN010, IN011, IN012
  case AP001, AP002, AP003, AP004, AP005, AP006, AP007, AP008, AP009
  case SO001, SO002, SO003, SO004, SO005
  case RO012, RO001, RO002, RO003, RO004, RO005, RO006, RO007, RO008, RO009, RO010, RO011
  case US001, US002, US003, US004, US005, US006, US007, US008, US009, US010, US011, US012, US013
  case PR001, PR002, PR003, PR004, PR005, PR006, PR007
  case RU001, RU002, RU003
  case XX000, XX999

  /// The place in the published order, from 0.
  package var rank: Int { FindingRegistry.rule(self).rank }

  package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
}
