package import ReviewModel

/// A packet's documents taken apart into the work of making them, for benchmarks.
package struct DocumentMeter {
  private let documents: [(write: () -> [UInt8], program: TemplateProgram, value: TemplateValue)]

  package init(_ packet: Packet, _ renderer: DocumentRenderer) {
    let context = renderer.context(of: packet)
    func document<View>(
      _ template: Template<View>, _ view: @escaping () -> View
    ) -> (write: () -> [UInt8], program: TemplateProgram, value: TemplateValue) {
      ({ template.rendered(view()) }, template.program.ofValues, TemplateValue(view()))
    }
    documents = [
      document(renderer.cover) { CoverView(context) },
      document(renderer.workProgress) { WorkProgressView(context: context) },
      document(renderer.serviceSchedule) { ServiceScheduleView(context: context) },
      document(renderer.storeRoster) { StoreRosterView(context: context) },
      document(renderer.usage) { UsageView(context: context) },
      document(renderer.settlement) { SettlementView(context: context) },
      document(renderer.findings) { FindingsView(context) },
      document(renderer.packetArchive) {
        PacketArchiveView(packet: packet, options: renderer.options)
      },
    ]
  }

  /// Writes all documents, their texts worked out on the way, as `build` does; gives their bytes.
  package func write() -> Int {
    documents.reduce(0) { $0 + $1.write().count }
  }

  /// Writes all documents from texts that stand ready: the template engine alone.
  package func writeFrozen() -> Int {
    documents.reduce(0) { $0 + $1.program.rendered($1.value).count }
  }
}
