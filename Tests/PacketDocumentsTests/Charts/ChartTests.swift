import ReviewModel
import Testing
import XMLTools

@testable import PacketDocuments

struct ChartTests {
  private let format = FigureText(language: .zhHant)

  private func complaints(_ svg: String) -> [XMLComplaint] {
    XMLDocument.complaints(about: Array(svg.utf8), maximumBytes: 1 << 20)
  }

  @Test(arguments: [
    (0, 10, "0%"), (1, 3, "33.33%"), (1, 40, "2.50%"), (1, 1_000, "0.10%"), (1, 2_000, "0.05%"),
    (3, 2, "100%"), (-1, 2, "0%"), (1, 0, "0%"),
  ])
  func `writes shares as fixed-point percentages inside the picture`(
    part: Int, whole: Int, text: String
  ) {
    #expect(Share.of(Int128(part), in: Int128(whole)).text == text)
  }

  @Test func `draws each chart as well-formed markup with a title and a description`() {
    let sample = SamplePacket(phase: .final)
    let context = PacketContext(
      sample.packet, options: DocumentOptions(), styles: StyleSheets(screen: "", print: ""))
    let store = sample.store(1)
    let svgs =
      Gantt(items: sample.work.items, asOf: sample.asOf, format: format).pictures + [
        ProgressChart(
          points: ProgressCurve.points(of: sample.work, through: sample.asOf), ahead: [],
          asOf: sample.asOf, format: format
        ).picture ?? "",
        WeeklyUses(
          number: 1, store: "S001", weeks: store.service?.weeks ?? [], format: format
        ).picture ?? "",
        StoreBars.picture(of: sample.review.counts, format),
        SettlementSteps(sample.settlement, phase: .final).picture(context.format, isTrial: false),
      ] + StoreBars.pictures(of: [sample.district], format)
    #expect(svgs.count == 6)
    for svg in svgs {
      #expect(complaints(svg).isEmpty)
      #expect(svg.hasPrefix("<svg "))
      #expect(svg.contains(" role=\"img\" aria-labelledby=\""))
      #expect(svg.contains("<title id=") && svg.contains("<desc id="))
    }
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "\"\u{301}>", "]]>", "\u{202E}gpj.exe", "a\u{0}b", "=cmd|' /C'!A0",
    String(repeating: "e\u{301}\u{301}\u{301}\u{301}", count: 200),
  ])
  func `shows a hostile name as text`(name: String) {
    let weeks = SamplePacket().store(1).service?.weeks ?? []
    let svg = WeeklyUses(number: 1, store: name, weeks: weeks, format: format).picture ?? ""
    let bars = BarRows(
      id: "x", title: name, description: name,
      bars: [.init(label: name, value: name, style: .solid, from: 0, through: 1, outline: 1)],
      whole: 1
    ).picture
    for picture in [svg, bars] {
      #expect(complaints(picture).isEmpty)
      #expect(!picture.contains("<script"))
      #expect(!picture.unicodeScalars.contains("\u{202E}"))
    }
  }

  @Test func `draws a year of weeks of a store that has been in service for ten`() throws {
    let first = try #require(CalendarDate(iso: "2015-01-01"))
    let weeks = (1...520).map { number in
      ServiceWeek(
        number: number, first: first.adding(days: 7 * number), month: 1, uses: 9, threshold: 5)
    }
    let svg = try #require(
      WeeklyUses(number: 1, store: "S001", weeks: weeks, format: format).picture)
    #expect(svg.components(separatedBy: "v-").count - 1 == 53)
    #expect(svg.utf8.count < 4_000)
    #expect(WeekRowView.rows(of: weeks, format).map(\.weeks.count) == [20, 20, 13])
  }

  @Test(arguments: [Phase.midterm, .final])
  func `cuts no label of the way from the fee to what is payable`(phase: Phase) {
    let steps = SettlementSteps(SamplePacket(phase: phase).settlement, phase: phase)
    for language in Language.allCases {
      let picture = steps.picture(FigureText(language: language), isTrial: phase == .midterm)
      #expect(!picture.contains("…"))
    }
  }

  @Test func `keeps the parts of a legend apart in both languages`() throws {
    let work = SamplePacket().work
    for language in Language.allCases {
      let asOf = SamplePacket().asOf
      let format = FigureText(language: language)
      let chart = ProgressChart(
        points: ProgressCurve.points(of: work, through: asOf), ahead: [], asOf: asOf,
        format: format)
      let svg = try #require(chart.picture)
      let label = try #require(svg.firstMatch(of: /x="27" y="12">([^<]*)</)?.output.1)
      let line = try #require(svg.firstMatch(of: /"actual-line" x1="([0-9]+)"/)?.output.1)
      #expect(27 + LabelText.pixels(of: String(label)) < (Int(line) ?? 0))
    }
  }

  @Test func `splits a long schedule so that each picture fits on a page`() {
    let item = SamplePacket().work.items[0]
    let gantt = Gantt(
      items: Array(repeating: item, count: 500), asOf: SamplePacket().asOf, format: format)
    #expect(gantt.pictures.count == 4)
  }

  @Test func `keeps a mistyped date from stretching the days of all others`() throws {
    let asOf = try #require(CalendarDate(iso: "2021-08-31"))
    let days = ["1021-06-01", "2021-06-01", "9021-06-01"].compactMap { CalendarDate(iso: $0) }
    let scale = DayScale(days, asOf: asOf)
    #expect(scale.first.days(through: scale.last) == 1_461)
    #expect(scale.ticks(.zhHant).count <= 6)
    #expect(scale.start(of: days[0]) == .left)
  }

  @Test(arguments: [Phase.midterm, .final])
  func `adds the steps of a settlement up to what is payable`(phase: Phase) {
    let money = SamplePacket(phase: phase).settlement
    let steps = SettlementSteps(money, phase: phase).all
    for (before, step) in zip(steps, steps.dropFirst()) where step.kind == .minus {
      #expect(before.left - step.amount == step.left)
    }
    #expect(steps.last?.left == money.payableTotal || phase == .final)
  }
}

struct SettlementRowTests {
  private func context(_ sample: SamplePacket) -> PacketContext {
    PacketContext(
      sample.packet, options: DocumentOptions(), styles: StyleSheets(screen: "", print: ""))
  }

  @Test(arguments: [0, 3, 40])
  func `adds the deductions of the stores up to the total`(moreStores: Int) {
    let sample = SamplePacket(moreStores: moreStores)
    let rows = SettlementView(context: context(sample)).deductions
    let money = sample.settlement
    #expect(rows.reduce(0) { $0 + $1.count } == money.shortfall)
  }

  @Test func `writes a formula in its numbers`() {
    let formula = AmountFormula(context(SamplePacket()))
    #expect(
      formula.inNumbers(.contractRecognisedCloudFee)
        == "max(0, min(493,826, 493,826) − 40,000) = 453,826")
    #expect(formula.inNumbers(.contractVendorDeduction) == "4 × 10,000 = 40,000")
    #expect(formula.inNumbers(.contractPayableCloudFee) == "期中：0")
  }
}
