import ReviewModel
import Testing

@testable import PacketDocuments

/// The season's overview, which is made in pieces, against the same documents as wholes.
@Suite struct OverviewFilesTests {
  /// The sample's contract many times, each under an id of its own, in the order of the ids.
  private static func season(contracts count: Int) -> SeasonOverview {
    let sample = SamplePacket()
    let one = sample.review
    let contracts = (0..<count).map { number in
      let old = one.approval
      let id = ContractID(
        district: DistrictID("D" + String(10_000 + number)), vendor: old.contract.vendor)
      return ContractReview(
        approval: Approval(
          contract: id, districtName: old.districtName, districtOrg: old.districtOrg,
          county: old.county, vendorName: old.vendorName, approvedStores: old.approvedStores,
          counsellingFee: old.counsellingFee, cloudFee: old.cloudFee, declaredOn: old.declaredOn,
          declarationApprovedOn: old.declarationApprovedOn,
          vendorContractOn: old.vendorContractOn, districtContractOn: old.districtContractOn,
          source: old.source),
        stores: one.stores, counts: one.counts, work: one.work, settlement: one.settlement,
        verdict: one.verdict, blockedBy: one.blockedBy, totalUses: one.totalUses,
        rulings: one.rulings)
    }
    let overview = sample.overview
    return SeasonOverview(
      provenance: overview.provenance, contracts: contracts, districts: overview.districts,
      totals: overview.totals, packets: Set(contracts.map(\.id)), ownFigures: overview.ownFigures,
      findings: overview.findings,
      contractFigures: { contract in
        overview.figures(of: one).map {
          Figure($0.code, of: contract.id.text, month: $0.month, $0.value, from: $0.derivation)
        }
      })
  }

  private static func renderer(
    _ name: String = "", replacing old: String = "", with new: String = ""
  ) throws -> DocumentRenderer {
    guard let source = TemplateSet.builtIn[name] else {
      return try DocumentRenderer(templates: .builtIn, options: DocumentOptions())
    }
    let text = String(decoding: source, as: UTF8.self)
    let changed = text.split(separator: old, omittingEmptySubsequences: false)
      .joined(separator: new)
    #expect(text != changed)
    return try DocumentRenderer(
      templates: TemplateSet(files: [(name, Array(changed.utf8))]).completed(by: .builtIn),
      options: DocumentOptions())
  }

  private func written(
    _ name: String, _ renderer: DocumentRenderer, _ season: SeasonOverview
  ) throws -> (output: MemoryOutput, problems: [DocumentProblem]) {
    let output = MemoryOutput()
    let file = try #require(renderer.files(of: season).first { $0.path == name })
    return (output, try file.write(to: output))
  }

  @Test func `is what it would be as a whole, and comes in pieces`() throws {
    let season = Self.season(contracts: 400)
    let renderer = try Self.renderer()
    let whole: [String: [UInt8]] = [
      "index.html": renderer.overview.rendered(renderer.overviewView(of: season)),
      "season.xml": try renderer.archivedXML(of: season),
      "figures.csv": FigureTable(Array(season.figures)).bytes,
      "findings.csv": FindingTable.bytes(of: season.findings, options: renderer.options),
    ]
    #expect(Set(renderer.files(of: season).map(\.path)) == Set(whole.keys))
    for (name, bytes) in whole {
      let (output, problems) = try written(name, renderer, season)
      #expect(problems.isEmpty && output.restarts == 0)
      let isSame = output.bytes == bytes
      #expect(isSame, "\(name)")
      #expect(output.longestPiece < 1 << 18)
      if name != "findings.csv" { #expect(bytes.count > 1 << 18) }
    }
  }

  @Test func `is looked at as a whole where a template leaves doubt`() throws {
    let season = Self.season(contracts: 200)
    let page = try Self.renderer(
      "overview.html.mustache", replacing: "<tbody>", with: "<tbody><?doubt?>")
    let archive = try Self.renderer(
      "season.xml.mustache", replacing: "  <districts>", with: "  <!-- doubt --><districts>")
    let expected = [
      page.overview.rendered(page.overviewView(of: season)), try archive.archivedXML(of: season),
    ]
    for (index, made) in [
      try written("index.html", page, season), try written("season.xml", archive, season),
    ].enumerated() {
      let isSame = made.output.bytes == expected[index]
      #expect(isSame && made.output.restarts == 1 && made.problems.isEmpty)
    }
  }

  @Test func `tells every document that is refused`() throws {
    let season = Self.season(contracts: 100)
    let page = try Self.renderer(
      "overview.html.mustache", replacing: "</tbody>", with: "</tbody></tbody>")
    #expect(throws: DocumentProblems.self) { try page.wholeFiles(of: season) }
    let archive = try Self.renderer(
      "season.xml.mustache", replacing: "uses=\"{{totalUses}}\"", with: "uses=\"none\"")
    let (_, problems) = try written("season.xml", archive, season)
    guard case .rejected(let document, _, let line, _)? = problems.first else {
      Issue.record("nothing is rejected")
      return
    }
    #expect(document == "season.xml" && line > 1)
  }

  @Test(arguments: [
    // A figure that another contract has, one that is left out, and one of no contract.
    ("{{#figure.verdict}}{{>partials/badge}}{{/figure.verdict}}", ""),
    (
      "{{#figure.payable-total}}{{>partials/figure}}{{/figure.payable-total}}</td></tr>",
      "<b data-figure=\"payable-total\" data-scope=\"contract\" data-subject=\"{{head.id}}\" data-value=\"1\"/></td></tr>"
    ),
    (
      "<tbody>\n{{#contracts}}",
      "<tbody>\n<tr><td data-figure=\"verdict\" data-scope=\"contract\" data-subject=\"D/1\" data-value=\"pass\"/></tr>{{#contracts}}"
    ),
  ])
  func `finds the faults of figures that a look at the whole finds`(
    old: String, new: String
  ) throws {
    let season = Self.season(contracts: 60)
    let renderer = try Self.renderer("overview.html.mustache", replacing: old, with: new)
    let view = renderer.overviewView(of: season)
    let expected = renderer.check.problems(
      of: renderer.overview.rendered(view), .overview, in: "",
      FigureIndex(Array(season.figures), format: view.figures.format))
    let problems = try written("index.html", renderer, season).problems
    #expect(!problems.isEmpty && problems == expected)
  }

  @Test func `makes the figures of a contract when its turn comes`() throws {
    let season = Self.season(contracts: 3)
    let subjects = season.figures.map(\.subject)
    #expect(subjects.last == season.contracts[2].id.text)
    #expect(Array(season.figures) == season.ownFigures + season.contracts.flatMap(season.figures))
  }
}
