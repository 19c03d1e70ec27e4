package import ReviewModel

/// A packet's documents taken apart into the work of making them, for benchmarks.
package struct DocumentMeter {
  private let documents: [(program: TemplateProgram, view: TemplateValue)]
  private let frozen: [TemplateValue]

  package init(_ packet: Packet, _ renderer: DocumentRenderer) {
    let context = renderer.context(of: packet)
    documents = [
      (renderer.cover.program, TemplateValue(CoverView(context))),
      (renderer.workProgress.program, TemplateValue(WorkProgressView(context: context))),
      (renderer.serviceSchedule.program, TemplateValue(ServiceScheduleView(context: context))),
      (renderer.storeRoster.program, TemplateValue(StoreRosterView(context: context))),
      (renderer.usage.program, TemplateValue(UsageView(context: context))),
      (renderer.settlement.program, TemplateValue(SettlementView(context: context))),
      (renderer.findings.program, TemplateValue(FindingsView(context))),
      (
        renderer.packetArchive.program,
        TemplateValue(PacketArchiveView(packet: packet, options: renderer.options))
      ),
    ]
    frozen = documents.map(\.view.frozen)
  }

  /// Writes all documents, their texts worked out on the way, as `build` does; gives their bytes.
  package func write() -> Int {
    documents.reduce(0) { sum, document in
      var output: [UInt8] = []
      document.program.render(document.view, into: &output)
      return sum + output.count
    }
  }

  /// Writes all documents from texts that stand ready: the template engine alone.
  package func writeFrozen() -> Int {
    zip(documents, frozen).reduce(0) { sum, pair in
      var output: [UInt8] = []
      pair.0.program.render(pair.1, into: &output)
      return sum + output.count
    }
  }
}
