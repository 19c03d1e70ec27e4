import ReviewModel

/// A packet's normalised rows as the tables that `settle.sql` imports.
///
/// The columns stand in the order of the script's `CREATE TABLE`: change both together.
struct RecomputeTables {
  let packet: Packet

  var all: [RecomputeTable] {
    [
      settings, thresholds, approval, solutions, stores, usage, workItems, workReports, rulings,
      effects, contracts, district,
      RecomputeTable(
        name: "figures", header: FigureTable.header,
        rows: packet.figures.map { FigureTable.cells(of: $0).map { .value($0) } }),
    ]
  }

  private var review: ContractReview { packet.review }

  /// The packet's phase and as-of, and the settings of `programme.yaml` that are no list.
  private var settings: RecomputeTable {
    let provenance = packet.provenance
    let own = [
      ("phase", provenance.phase.rawValue), ("as_of", provenance.asOf.isoText),
    ]
    let settings = provenance.programme.settings.filter { $0.key != "usage.weekly_thresholds" }
    return RecomputeTable(
      name: "settings", header: ["key", "value"],
      rows: (own + settings).map { [.value($0), .typed($1)] })
  }

  /// `usage.weekly_thresholds`, a row for each month; the last one repeats (C12).
  private var thresholds: RecomputeTable {
    RecomputeTable(
      name: "thresholds", header: ["month", "uses_per_week"],
      rows: packet.provenance.programme.weeklyThresholds.enumerated().map { index, uses in
        [.value(String(index + 1)), .value(String(uses))]
      })
  }

  private var approval: RecomputeTable {
    let row = review.approval
    return RecomputeTable(
      name: "approval",
      header: [
        "district_id", "vendor_id", "district_name", "vendor_name", "approved_stores",
        "counselling_fee", "cloud_fee", "declared_on", "declaration_approved_on",
        "vendor_contract_on", "district_contract_on", "file", "line",
      ],
      rows: [
        [
          .value(row.contract.district.text), .value(row.contract.vendor.digits),
          .typed(row.districtName), .typed(row.vendorName), .value(String(row.approvedStores)),
          .value(row.counsellingFee.plainText), .value(row.cloudFee.plainText),
          date(row.declaredOn), date(row.declarationApprovedOn), date(row.vendorContractOn),
          date(row.districtContractOn),
        ] + place(row.source)
      ])
  }

  private var solutions: RecomputeTable {
    RecomputeTable(
      name: "solutions",
      header: [
        "solution_id", "vendor_id", "solution_name", "summit_qualified", "fee_cap", "ga_property",
        "verification_method", "file", "line",
      ],
      rows: packet.solutions.map { row in
        [
          .value(row.id.text), .value(row.vendor.digits), .typed(row.name),
          .value(row.isSummitQualified ? "Y" : "N"), .value(row.feeCap.plainText),
          .typed(row.gaProperty), .typed(row.verificationMethod),
        ] + place(row.source)
      })
  }

  private var stores: RecomputeTable {
    RecomputeTable(
      name: "stores",
      header: [
        "store_id", "solution_id", "store_name", "golive_on", "ended_on", "fee",
        "continuity_plan", "file", "line",
      ],
      rows: review.stores.map { store in
        let row = store.entry
        return [
          .value(row.store.text), .value(row.solution.text), .typed(row.name), date(row.goLive),
          date(row.endedOn), .value(row.fee.plainText), .typed(row.continuityPlan ?? ""),
        ] + place(row.source)
      })
  }

  /// The counted uses, a row for each store and day with any.
  private var usage: RecomputeTable {
    RecomputeTable(
      name: "usage", header: ["store_id", "date", "uses"],
      rows: review.stores.flatMap { store in
        (store.service?.daily ?? []).map { daily in
          [
            .value(store.entry.store.text), .value(daily.day.isoText),
            .value(String(daily.uses)),
          ]
        }
      })
  }

  /// The work items' plans; `number` counts the items.
  private var workItems: RecomputeTable {
    RecomputeTable(
      name: "work-items",
      header: [
        "number", "item_no", "item", "weight", "planned_start", "planned_end", "file", "line",
      ],
      rows: review.work.items.enumerated().map { index, item in
        [
          .value(String(index + 1)), .typed(item.plan.itemNo), .typed(item.plan.item),
          .value(item.plan.weight.text), date(item.plan.plannedStart), date(item.plan.plannedEnd),
        ] + place(item.plan.source)
      })
  }

  /// The items' reports up to as-of.
  private var workReports: RecomputeTable {
    RecomputeTable(
      name: "work-reports", header: ["number", "reported_on", "actual_progress", "file", "line"],
      rows: review.work.items.enumerated().flatMap { index, item in
        item.reports.map { report in
          [
            .value(String(index + 1)), date(report.reportedOn),
            .value(report.actualProgress?.text ?? ""),
          ] + place(report.source)
        }
      })
  }

  private var rulings: RecomputeTable {
    RecomputeTable(
      name: "rulings",
      header: ["ruling", "store_id", "amount", "ruled_on", "reason", "file", "line"],
      rows: review.rulings.map { row in
        [
          .value(row.kind.rawValue), .value(row.store?.text ?? ""),
          .value(row.amount?.plainText ?? ""), date(row.ruledOn), .typed(row.reason),
        ] + place(row.source)
      })
  }

  /// The findings that change a figure, each with what it concerns: a store, or the contract.
  private var effects: RecomputeTable {
    func row(_ code: FindingCode, _ store: StoreID?) -> [RecomputeTable.Cell] {
      [.value(code.rawValue), .value(store?.text ?? ""), .value(code.effect.rawValue)]
    }
    return RecomputeTable(
      name: "effects", header: ["code", "store_id", "effect"],
      rows: review.stores.flatMap { store in
        store.ineligibleBy.map { row($0, store.entry.store) }
      } + review.blockedBy.map { row($0, nil) }
        + packet.findings.filter { $0.rule.effect == .amountCapped }.map { row($0.code, nil) })
  }

  /// The contracts of the district (C15).
  private var contracts: RecomputeTable {
    RecomputeTable(
      name: "contracts", header: ["district_id", "vendor_id"],
      rows: packet.district.contracts.map { contract in
        [.value(contract.district.text), .value(contract.vendor.digits)]
      })
  }

  /// The district's figures, in the form of `figures.csv`.
  private var district: RecomputeTable {
    let district = packet.district
    let values: [(FigureCode, String)] = [
      (.districtContracts, String(district.contracts.count)),
      (.districtApprovedStores, String(district.approved)),
      (.districtCompletedStores, String(district.completed)),
      (.districtShortfallStores, String(district.shortfall)),
      (.districtDistrictDeduction, district.deduction.plainText),
      (.districtDistrictReward, district.reward.plainText),
    ]
    return RecomputeTable(
      name: "district", header: FigureTable.header,
      rows: values.map { code, value in
        FigureTable.cells(of: code, subject: district.id.text, period: "", value: value)
          .map { .value($0) }
      })
  }

  private func date(_ date: CalendarDate?) -> RecomputeTable.Cell { .value(date?.isoText ?? "") }

  private func place(_ source: RowSource) -> [RecomputeTable.Cell] {
    [.typed(source.file), .value(String(source.line))]
  }
}

extension FindingCode {
  fileprivate var effect: Effect { FindingRegistry.rule(self).effect }
}
