import ReviewModel

/// A normalised row with what tells it from the others of its table, for comparing two packets.
///
/// A row's place is not among its cells: a file that was sorted has the same rows.
struct NamedRow: Sendable {
  /// Unique in its table: of equal rows the second and later ones are numbered.
  let key: [String]
  let subject: String
  let cells: [(column: Column, text: String)]
  let place: Place
  let store: StoreID?

  private typealias Draft = (
    key: [String], subject: String, cells: [(Column, String)], source: RowSource, store: StoreID?
  )

  /// The columns in which another row of the same key has other values.
  func changes(to other: NamedRow) -> [NamedChange] {
    zip(cells, other.cells).compactMap { one, two in
      NamedChange(one.column.rawValue, one.text, two.text).map { change in
        one.column.isPersonal ? change.withoutTexts : change
      }
    }
  }

  /// The rows of a packet's table, in their order; of those with a day, up to the last that counts.
  static func rows(
    of table: RowChange.Table, in packet: Packet, upTo end: CalendarDate
  ) -> [NamedRow] {
    let review = packet.review
    let rows: [Draft] =
      switch table {
      case .approval:
        [([], review.id.text, cells(of: review.approval), review.approval.source, nil)]
      case .solution:
        packet.solutions.map { ([$0.id.text], $0.id.text, cells(of: $0), $0.source, nil) }
      case .store:
        review.stores.map(\.entry).map {
          ([$0.store.text], $0.store.text, cells(of: $0), $0.source, $0.store)
        }
      case .work: review.work.items.flatMap { workRows($0, upTo: end) }
      case .ruling:
        review.rulings.filter { $0.ruledOn <= end }.map { row in
          let words = [row.kind.rawValue, row.store?.text, row.ruledOn.isoText].compactMap { $0 }
          return (words, words.joined(separator: " "), cells(of: row), row.source, row.store)
        }
      }
    var counts: [[String]: Int] = [:]
    return rows.map { row in
      let number = counts[row.key, default: 0]
      counts[row.key] = number + 1
      return NamedRow(
        key: row.key + [String(number)], subject: row.subject, cells: row.cells,
        place: Place(file: row.source.file, line: row.source.line, row: row.source.row),
        store: row.store)
    }
  }

  /// A work item's plan, and its reports by their dates.
  private static func workRows(_ item: WorkItem, upTo end: CalendarDate) -> [Draft] {
    let plan = item.plan
    let own: Draft = (
      [plan.itemNo], plan.itemNo,
      [
        (.item, plan.item), (.weight, plan.weight.text),
        (.plannedStart, plan.plannedStart.isoText), (.plannedEnd, plan.plannedEnd.isoText),
      ], plan.source, nil
    )
    return [own]
      + item.reports.filter { $0.reportedOn.map { $0 <= end } ?? false }.map { report in
        let day = report.reportedOn?.isoText ?? ""
        return (
          [plan.itemNo, day], plan.itemNo + " " + day,
          [
            (.actualProgress, report.actualProgress?.text ?? ""),
            (.description, report.description), (.difficulties, report.difficulties),
            (.actions, report.actions),
          ], report.source, nil
        )
      }
  }

  private static func cells(of row: Approval) -> [(Column, String)] {
    [
      (.districtName, row.districtName), (.districtOrg, row.districtOrg), (.county, row.county),
      (.vendorName, row.vendorName), (.approvedStores, String(row.approvedStores)),
      (.counsellingFee, row.counsellingFee.plainText), (.cloudFee, row.cloudFee.plainText),
      (.declaredOn, text(row.declaredOn)),
      (.declarationApprovedOn, text(row.declarationApprovedOn)),
      (.vendorContractOn, text(row.vendorContractOn)),
      (.districtContractOn, text(row.districtContractOn)),
    ]
  }

  private static func cells(of row: Solution) -> [(Column, String)] {
    [
      (.vendorID, row.vendor.digits), (.solutionName, row.name), (.category, row.category),
      (.physicalConsumption, row.takesPartInPhysicalConsumption ? "Y" : "N"),
      (.summitQualified, row.isSummitQualified ? "Y" : "N"), (.feeCap, row.feeCap.plainText),
      (.gaProperty, row.gaProperty), (.gaView, row.gaView), (.gaMetric, row.gaMetric),
      (.gaStorePattern, row.gaStorePattern), (.verificationMethod, row.verificationMethod),
    ]
  }

  private static func cells(of row: RosterEntry) -> [(Column, String)] {
    [
      (.solutionID, row.solution.text), (.storeName, row.name),
      (.taxID, row.taxID?.digits ?? ""), (.address, row.address), (.contact, row.contact),
      (.phone, row.phone), (.goliveOn, text(row.goLive)), (.endedOn, text(row.endedOn)),
      (.fee, row.fee.plainText), (.gaView, row.gaView),
      (.continuityPlan, row.continuityPlan ?? ""),
    ]
  }

  private static func cells(of row: Ruling) -> [(Column, String)] {
    [(.amount, row.amount?.plainText ?? ""), (.reason, row.reason)]
  }

  private static func text(_ date: CalendarDate?) -> String { date?.isoText ?? "" }
}

extension Column {
  fileprivate var isPersonal: Bool { self == .contact || self == .phone }
}

extension NamedChange {
  /// The change as it may be shown where its values are personal data.
  fileprivate var withoutTexts: NamedChange {
    NamedChange(
      name: name, before: before.map { $0.isEmpty ? "" : "***" },
      after: after.map { $0.isEmpty ? "" : "***" })
  }

  private init(name: String, before: String?, after: String?) {
    (self.name, self.before, self.after) = (name, before, after)
  }
}
