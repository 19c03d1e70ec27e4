import ArgumentParser
import PacketDocuments
import PacketStore
import ReviewModel

private import Foundation

/// `meter`: how a season's processor time is spent; for developers.
struct MeterCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "meter",
    abstract: "Measures what a season's packets cost, in processor time of one thread.",
    discussion: "Example: review-packet meter SampleData/110 --phase final",
    shouldDisplay: false)

  @Argument(help: "The season folder.")
  var season: String
  @Option(help: "The phase: midterm or final.")
  var phase: Phase = .final
  @Option(help: "How often each packet's documents are made.")
  var times: Int = 3
  @Option(help: "A folder that is not there yet, to write to; it is removed again.")
  var into: String = FileManager.default.temporaryDirectory.path + "/review-packet-meter"

  /// Seconds of processor time.
  private struct Costs {
    var reading = 0.0
    var making = 0.0
    var writing = 0.0
    var engine = 0.0
    var hashing = 0.0
    var disk = 0.0
    var bytes = 0
    var packets = 0
    /// Packets that were written to the disk.
    var written = 0
  }

  func run() async throws {
    var costs = Costs()
    let renderer = try DocumentRenderer(templates: .builtIn, options: DocumentOptions())
    let start = Self.processorSeconds
    let result = try await Pipeline.run(
      Pipeline.Options(season: season, phase: phase, asOf: nil, jobs: 1, hasDigests: true),
      Progress(.none, .en))
    costs.reading = Self.processorSeconds - start
    guard case .reviewed(let reviewed) = result else {
      throw ValidationError("\(season): a fatal finding; review-packet check names it")
    }
    let digest = Digest.sha256Hex(TemplateSet.builtIn.canonicalBytes)
    let assembly = reviewed.assembly(templates: digest)
    // One output, as `build` makes it: what is removed in between would be in the way of new files.
    let staging = try Staging.begin(at: into, replacing: .nothing)
    do {
      for contract in reviewed.review.contracts {
        guard let packet = assembly.packet(of: contract.id) else { continue }
        for turn in 0..<max(1, times) {
          let files = try measured(&costs.making) { try renderer.files(of: packet) }
          measured(&costs.hashing) { for file in files { _ = Digest.sha256Hex(file.bytes) } }
          if turn == 0 {
            let start = Self.processorSeconds
            try await write(files, in: contract.id.folderName, staging)
            costs.disk += Self.processorSeconds - start
            costs.written += 1
          }
          let meter = DocumentMeter(packet, renderer)
          costs.bytes += measured(&costs.writing) { meter.write() }
          _ = measured(&costs.engine) { meter.writeFrozen() }
          costs.packets += 1
        }
      }
    } catch {
      await staging.abort()
      throw error
    }
    await staging.abort()
    for line in lines(costs) { try Console.out(line) }
  }

  /// Writes a packet's files as `build` does, their hashing included.
  private func write(
    _ files: [DocumentFile], in folder: String, _ staging: Staging
  ) async throws {
    for file in files {
      guard let path = SafePath(keeping: folder + "/" + file.path) else { continue }
      try await staging.write(path, file.bytes)
    }
    if let path = SafePath(keeping: folder) { try await staging.seal(path) }
  }

  private func measured<Value>(_ sum: inout Double, _ work: () throws -> Value) rethrows -> Value {
    let start = Self.processorSeconds
    defer { sum += Self.processorSeconds - start }
    return try work()
  }

  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// A name and a number each, for a script to read.
  private func lines(_ costs: Costs) -> [String] {
    let build = costs.reading + costs.making / Double(max(1, times))
    func share(_ part: Double, _ whole: Double) -> String {
      whole > 0 ? String(Int((part / whole * 1_000).rounded())) : "0"
    }
    func rate(_ amount: Double, _ seconds: Double) -> String {
      seconds > 0 ? String(Int((amount / seconds).rounded())) : "0"
    }
    func each(_ seconds: Double) -> String {
      rate(seconds * 1e6, Double(max(1, costs.packets)))
    }
    let hashed = costs.hashing * Double(costs.written) / Double(max(1, costs.packets))
    let disk = max(0, costs.disk - hashed) * 1e6 / Double(max(1, costs.written))
    return [
      "packets-per-second " + rate(Double(costs.packets), costs.making),
      "megabytes-per-second " + rate(Double(costs.bytes) / 1e6, costs.writing),
      "engine-megabytes-per-second " + rate(Double(costs.bytes) / 1e6, costs.engine),
      "templates-permille-of-documents " + share(costs.writing, costs.making),
      "engine-permille-of-documents " + share(costs.engine, costs.making),
      "engine-permille-of-build "
        + share(costs.engine / Double(max(1, times)), build),
      "microseconds-per-packet-views-and-templates " + each(costs.writing),
      "microseconds-per-packet-engine " + each(costs.engine),
      "microseconds-per-packet-checks-and-tables " + each(costs.making - costs.writing),
      "microseconds-per-packet-hashing " + each(costs.hashing),
      "microseconds-per-packet-disk " + String(Int(disk.rounded())),
    ]
  }
}
