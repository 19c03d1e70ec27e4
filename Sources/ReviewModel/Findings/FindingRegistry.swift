/// Every finding code with what the program says and does about it.
///
/// The engine, the messages, the documentation and the packet's legend all read it here. The switch
/// has no default, so a code without a rule does not build. A code once published keeps its meaning.
package enum FindingRegistry {
  /// All rules in the published order of their codes.
  package static let all: [FindingRule] = FindingCode.allCases.map(rule)

  /// The rule of one code.
  package static func rule(_ code: FindingCode) -> FindingRule {
    switch code {
    case .IN001: InputRules.unreadableFile
    case .IN002: InputRules.undecodableBytes
    case .IN003: InputRules.missingColumns
    case .IN004: InputRules.malformedRecord
    case .IN005: InputRules.invalidRequiredCell
    case .IN006: InputRules.invalidOptionalCell
    case .IN007: InputRules.readDifferently
    case .IN008: InputRules.totalOrNoteRow
    case .IN009: InputRules.duplicateColumn
    case .IN010: InputRules.wrongProgrammeFile
    case .IN011: InputRules.damagedText
    case .IN012: InputRules.unitOfColumn
    case .AP001: ApprovalRules.repeatedContract
    case .AP002: ApprovalRules.vendorTaxIDChecksum
    case .AP003: ApprovalRules.cloudFeeAboveCap
    case .AP004: ApprovalRules.declarationMissing
    case .AP005: ApprovalRules.declarationLate
    case .AP006: ApprovalRules.datesOutOfOrder
    case .AP007: ApprovalRules.noRoster
    case .AP008: ApprovalRules.noUsage
    case .AP009: ApprovalRules.noProgress
    case .SO001: SolutionRules.repeatedSolution
    case .SO002: SolutionRules.notSummitQualified
    case .SO003: SolutionRules.noPhysicalConsumption
    case .SO004: SolutionRules.noVerification
    case .SO005: SolutionRules.noAnalyticsProperty
    case .RO012: RosterRules.damagedIdentifier
    case .RO001: RosterRules.repeatedStore
    case .RO002: RosterRules.rosterWithoutApproval
    case .RO003: RosterRules.unknownSolution
    case .RO004: RosterRules.feeAboveSummit
    case .RO005: RosterRules.storeTaxIDChecksum
    case .RO006: RosterRules.sharedTaxID
    case .RO007: RosterRules.goLiveAfterAsOf
    case .RO008: RosterRules.endBeforeGoLive
    case .RO009: RosterRules.surplusStores
    case .RO010: RosterRules.tooFewStores
    case .RO011: RosterRules.noContinuityPlan
    case .US001: UsageRules.unknownStore
    case .US002: UsageRules.usesBeforeGoLive
    case .US003: UsageRules.usesAfterEnd
    case .US004: UsageRules.usesAfterAsOf
    case .US005: UsageRules.repeatedDay
    case .US006: ExportRules.foreignProperty
    case .US007: ExportRules.exportTotalDiffers
    case .US008: UsageRules.longIdleRun
    case .US009: UsageRules.monthNotMet
    case .US010: ExportRules.rowsWithoutStore
    case .US011: ExportRules.noDailyFigures
    case .US012: ExportRules.ambiguousDates
    case .US013: ExportRules.viewOfTwoStores
    case .PR001: ProgressRules.weightsNotWhole
    case .PR002: ProgressRules.progressGoesDown
    case .PR003: ProgressRules.finalNotComplete
    case .PR004: ProgressRules.behindPlan
    case .PR005: ProgressRules.planEndsBeforeStart
    case .PR006: ProgressRules.progressWithoutApproval
    case .PR007: ProgressRules.planDiffers
    case .RU001: RulingRules.rulingDoesNotFit
    case .RU002: RulingRules.ruledAfterAsOf
    case .RU003: RulingRules.serviceNotProvided
    case .XX000: ProgramRules.notChecked
    case .XX999: ProgramRules.internalFailure
    }
  }
}
