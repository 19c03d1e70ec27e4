/// Who can mend what a finding points out.
package enum Owner: String, Sendable, CaseIterable {
  case vendor, district, office, reviewer
}
