/// A district's code, 1 to 64 of `A-Z0-9_-`.
package struct DistrictID: Sendable, Hashable, Comparable {
  package let text: String
  package init(_ text: String) { self.text = text }
  package static func < (left: Self, right: Self) -> Bool { bytesPrecede(left.text, right.text) }
}

/// A store's code, unique in the season.
package struct StoreID: Sendable, Hashable, Comparable {
  package let text: String
  package init(_ text: String) { self.text = text }
  package static func < (left: Self, right: Self) -> Bool { bytesPrecede(left.text, right.text) }
}

/// A cloud solution's code.
package struct SolutionID: Sendable, Hashable, Comparable {
  package let text: String
  package init(_ text: String) { self.text = text }
  package static func < (left: Self, right: Self) -> Bool { bytesPrecede(left.text, right.text) }
}

/// A contract: the pair of a district and a vendor.
package struct ContractID: Sendable, Hashable, Comparable {
  package let district: DistrictID
  package let vendor: TaxID

  package init(district: DistrictID, vendor: TaxID) {
    self.district = district
    self.vendor = vendor
  }

  /// `D001/12345675`, as findings and figures name it.
  package var text: String { district.text + "/" + vendor.digits }

  /// `D001-12345675`, the packet's folder.
  package var folderName: String { district.text + "-" + vendor.digits }

  package static func < (left: Self, right: Self) -> Bool { bytesPrecede(left.text, right.text) }
}

/// Whether a text comes before another in the order of their UTF-8 bytes.
package func bytesPrecede(_ left: String, _ right: String) -> Bool {
  left.utf8.lexicographicallyPrecedes(right.utf8)
}
