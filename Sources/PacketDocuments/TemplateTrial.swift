internal import ReviewModel
internal import XMLTools

/// Every document of one sample, made and looked at, with each fault traced to its template.
struct TemplateTrial {
  private let renderer: DocumentRenderer
  private let sample: SamplePacket
  private let places: FigurePlaces

  init(
    _ templates: TemplateSet, sample: SamplePacket, language: Language
  ) throws(DocumentProblems) {
    do {
      renderer = try DocumentRenderer(
        templates: templates, options: DocumentOptions(language: language))
    } catch let problems as DocumentProblems {
      throw problems
    } catch {
      preconditionFailure("the lint has found every mistake of form before: \(error)")
    }
    self.sample = sample
    places = FigurePlaces(templates)
  }

  /// What is wrong with the documents of a sample.
  struct Result {
    /// Documents that are not well-formed or that the schema rejects.
    var rejections: [TemplateFault] = []
    /// Figures of the other documents that are missing or that have another value.
    var figures: [TemplateFault] = []
  }

  func result() -> Result {
    let context = renderer.context(of: sample.packet)
    let overview = renderer.overviewView(of: sample.overview)
    let pages: [(kind: DocumentKind, made: Made, figures: FigureIndex)] = [
      (.cover, renderer.cover.traced(CoverView(context)), context.figures),
      (
        .workProgress, renderer.workProgress.traced(WorkProgressView(context: context)),
        context.figures
      ),
      (
        .serviceSchedule, renderer.serviceSchedule.traced(ServiceScheduleView(context: context)),
        context.figures
      ),
      (
        .storeRoster, renderer.storeRoster.traced(StoreRosterView(context: context)),
        context.figures
      ),
      (.usage, renderer.usage.traced(UsageView(context: context)), context.figures),
      (
        .settlement, renderer.settlement.traced(SettlementView(context: context)),
        context.figures
      ),
      (.findings, renderer.findings.traced(FindingsView(context)), context.figures),
      (
        .overview, renderer.overview.traced(overview),
        FigureIndex(Array(sample.overview.figures), format: overview.figures.format)
      ),
    ]
    var result = Result()
    for (kind, made, figures) in pages {
      let complaints = renderer.check.complaints(aboutPage: made.document)
      if complaints.isEmpty {
        result.figures += figureFaults(kind, made, figures)
      } else {
        result.rejections += rejections(complaints, kind.fileName, kind.templateName, made)
      }
    }
    let options = renderer.options
    let packet = PacketArchiveView(packet: sample.packet, options: options)
    let season = SeasonArchiveView(overview: sample.overview, options: options)
    result.rejections += xml("packet.xml", renderer.packetArchive.traced(packet))
    result.rejections += xml("season.xml", renderer.seasonArchive.traced(season))
    return result
  }

  private typealias Made = (document: [UInt8], trace: TemplateTrace)

  private func figureFaults(
    _ kind: DocumentKind, _ made: Made, _ figures: FigureIndex
  ) -> [TemplateFault] {
    let start = TemplatePlace(file: kind.templateName, line: 1, column: 1)
    var seen: Set<String> = []
    return renderer.check.figureFaults(of: made.document, kind, figures).compactMap { fault in
      let (scope, code) = (fault.mark.scope, fault.mark.code)
      // A figure that is missing for one store is missing for all.
      guard seen.insert("\(fault.isMissing) \(scope) \(code)").inserted else { return nil }
      let known = FigureScope(rawValue: scope)
      let place = known.map { places.place(of: $0, code, in: kind) } ?? start
      guard fault.isMissing, let known else {
        return TemplateFault(wrong: code, scope, of: kind, at: place)
      }
      return TemplateFault(missing: code, known, of: kind, at: place)
    }
  }

  private func xml(
    _ document: String, _ made: Made
  ) -> [TemplateFault] {
    rejections(
      renderer.check.complaints(aboutXML: made.document), document, document + ".mustache", made)
  }

  private func rejections(
    _ complaints: [XMLComplaint], _ document: String, _ template: String, _ made: Made
  ) -> [TemplateFault] {
    // One slip upsets the rest of a document: what follows the first few complaints is noise, and
    // a tag that is open too long is complained about at each end around it.
    let isPairing = complaints.first?.message.contains("tag mismatch") ?? false
    return complaints.prefix(isPairing ? 1 : 3).map { complaint in
      let place =
        made.trace.place(ofLine: complaint.line, column: complaint.column, in: made.document)
        ?? TemplatePlace(file: template, line: 1, column: 1)
      return TemplateFault(
        place,
        zh: "所產生的 \(document) 不正確：\(complaint.message)；範本也須為 XML：標籤成對、屬性加引號、<br/>、&#160;",
        en: """
          the \(document) that it makes is not correct: \(complaint.message); templates are XML as \
          well: pairs of tags, quoted attributes, <br/>, &#160;
          """)
    }
  }
}

extension TemplateFault {
  /// A figure that a document owes and leaves out.
  init(missing code: String, _ scope: FigureScope, of kind: DocumentKind, at place: TemplatePlace) {
    let (document, advice) = (kind.fileName, Self.advice(code))
    let sections = Self.sections(around: code, scope, of: kind).map { "{{#\($0)}}" }.joined()
    self.init(
      place,
      zh: "\(document) 應列出數字「\(code)」（\(scope.rawValue)）而未列；請補上 \(advice)"
        + (sections.isEmpty ? "" : "，置於 \(sections) 之內"),
      en:
        "\(document) owes the figure “\(code)” (\(scope.rawValue)) and leaves it out; add \(advice)"
        + (sections.isEmpty ? "" : " inside \(sections)"))
  }

  /// The sections in which the advice for a figure can be written, the outermost first.
  private static func sections(
    around code: String, _ scope: FigureScope, of kind: DocumentKind
  ) -> [String] {
    switch (scope, code) {
    case (.store, "weekly-average"), (.store, "month-verdict"): ["stores", "service", "months"]
    case (.store, _) where kind == .usage: ["stores", "service"]
    case (.store, _): ["stores"]
    case (.contract, _) where kind == .overview: ["contracts"]
    case (.district, _): ["districts"]
    default: []
    }
  }

  /// A mark with another value than the figure's, or of no figure.
  init(wrong code: String, _ scope: String, of kind: DocumentKind, at place: TemplatePlace) {
    let (document, advice) = (kind.fileName, Self.advice(code))
    self.init(
      place, zh: "\(document) 的數字「\(code)」（\(scope)）標示之值與資料不符；請改用 \(advice)",
      en: "\(document) marks “\(code)” (\(scope)) with another value; write \(advice)")
  }

  private static func advice(_ code: String) -> String {
    switch code {
    case "weekly-average": "{{#average}}{{>partials/figure}}{{/average}}"
    case "month-verdict": "{{#verdict}}{{>partials/badge}}{{/verdict}}"
    default: "{{#figure.\(code)}}{{>partials/figure}}{{/figure.\(code)}}"
    }
  }
}
