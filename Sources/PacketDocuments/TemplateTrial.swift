internal import ReviewModel
internal import XMLTools

/// Every document of one sample, made and looked at, with each fault traced to its template.
struct TemplateTrial {
  private let renderer: DocumentRenderer
  private let sample: SamplePacket

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
  }

  func faults() -> [TemplateFault] {
    let context = renderer.context(of: sample.packet)
    let overview = renderer.overviewView(of: sample.overview)
    return page(.cover, renderer.cover.traced(CoverView(context)), context.figures)
      + page(
        .workProgress, renderer.workProgress.traced(WorkProgressView(context: context)),
        context.figures)
      + page(
        .serviceSchedule, renderer.serviceSchedule.traced(ServiceScheduleView(context: context)),
        context.figures)
      + page(
        .storeRoster, renderer.storeRoster.traced(StoreRosterView(context: context)),
        context.figures)
      + page(.usage, renderer.usage.traced(UsageView(context: context)), context.figures)
      + page(
        .settlement, renderer.settlement.traced(SettlementView(context: context)),
        context.figures)
      + page(.findings, renderer.findings.traced(FindingsView(context)), context.figures)
      + page(.overview, renderer.overview.traced(overview), overview.figures)
      + xml(
        "packet.xml",
        renderer.packetArchive.traced(
          PacketArchiveView(packet: sample.packet, options: renderer.options)))
      + xml(
        "season.xml",
        renderer.seasonArchive.traced(
          SeasonArchiveView(overview: sample.overview, options: renderer.options)))
  }

  private func page(
    _ kind: DocumentKind, _ made: (document: [UInt8], trace: TemplateTrace),
    _ figures: FigureIndex
  ) -> [TemplateFault] {
    let complaints = renderer.check.complaints(aboutPage: made.document)
    guard complaints.isEmpty else {
      return rejections(complaints, kind.fileName, kind.templateName, made)
    }
    let start = TemplatePlace(file: kind.templateName, line: 1, column: 1)
    var seen: Set<String> = []
    return renderer.check.figureFaults(of: made.document, kind, figures).compactMap { fault in
      let (scope, code) = (fault.mark.scope, fault.mark.code)
      // A figure that is missing for one store is missing for all.
      guard seen.insert("\(fault.isMissing) \(scope) \(code)").inserted else { return nil }
      return TemplateFault(
        start, zh: fault.zh(kind.fileName, code, scope), en: fault.en(kind.fileName, code, scope))
    }
  }

  private func xml(
    _ document: String, _ made: (document: [UInt8], trace: TemplateTrace)
  ) -> [TemplateFault] {
    rejections(
      renderer.check.complaints(aboutXML: made.document), document, document + ".mustache", made)
  }

  private func rejections(
    _ complaints: [XMLComplaint], _ document: String, _ template: String,
    _ made: (document: [UInt8], trace: TemplateTrace)
  ) -> [TemplateFault] {
    // One slip upsets the rest of a document: what follows the first few complaints is noise.
    complaints.prefix(3).map { complaint in
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

extension DocumentCheck.FigureFault {
  fileprivate func zh(_ document: String, _ code: String, _ scope: String) -> String {
    isMissing
      ? "\(document) 應列出數字「\(code)」（\(scope)）而未列；請補上 \(advice(code))"
      : "\(document) 的數字「\(code)」（\(scope)）標示之值與資料不符；請改用 \(advice(code))"
  }

  fileprivate func en(_ document: String, _ code: String, _ scope: String) -> String {
    isMissing
      ? "\(document) owes the figure “\(code)” (\(scope)) and leaves it out; add \(advice(code))"
      : "\(document) marks “\(code)” (\(scope)) with another value; write \(advice(code))"
  }

  private func advice(_ code: String) -> String {
    switch code {
    case "weekly-average": "{{#average}}{{>partials/figure}}{{/average}}"
    case "month-verdict": "{{#verdict}}{{>partials/badge}}{{/verdict}}"
    default: "{{#figure.\(code)}}{{>partials/figure}}{{/figure.\(code)}}"
    }
  }
}
