package import ReviewModel

/// A packet's documents taken apart into the work of making them, for benchmarks.
package struct DocumentMeter {
  /// A document of a packet, from its template and its view.
  private typealias Document = (
    write: (PacketContext) -> [UInt8], program: TemplateProgram, value: TemplateValue
  )

  private let packet: Packet
  private let renderer: DocumentRenderer
  private let documents: [Document]

  package init(_ packet: Packet, _ renderer: DocumentRenderer) {
    let context = renderer.context(of: packet)
    func document<View>(
      _ template: Template<View>, _ view: @escaping (PacketContext) -> View
    ) -> Document {
      ({ template.rendered(view($0)) }, template.program.ofValues, TemplateValue(view(context)))
    }
    self.packet = packet
    self.renderer = renderer
    documents = [
      document(renderer.cover) { CoverView($0) },
      document(renderer.workProgress) { WorkProgressView(context: $0) },
      document(renderer.serviceSchedule) { ServiceScheduleView(context: $0) },
      document(renderer.storeRoster) { StoreRosterView(context: $0) },
      document(renderer.usage) { UsageView(context: $0) },
      document(renderer.settlement) { SettlementView(context: $0) },
      document(renderer.findings) { FindingsView($0) },
      document(renderer.packetArchive) {
        PacketArchiveView(packet: $0.packet, options: $0.options)
      },
    ]
  }

  /// Writes all documents, their texts worked out on the way, as `build` does; gives their bytes.
  package func write() -> Int {
    let context = renderer.context(of: packet)
    return documents.reduce(0) { $0 + $1.write(context).count }
  }

  /// Writes all documents from texts that stand ready: the template engine alone.
  package func writeFrozen() -> Int {
    documents.reduce(0) { $0 + $1.program.rendered($1.value).count }
  }
}
