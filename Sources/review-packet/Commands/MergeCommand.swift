import ArgumentParser
import PacketStore
import ReviewModel

/// `merge`: the folders of `build --shard` put together.
struct MergeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Puts the folders of build --shard together into one output.",
    discussion: """
      Example: review-packet build SampleData/110 --phase final --shard 1/2 --out part-1
               review-packet build SampleData/110 --phase final --shard 2/2 --out part-2
               review-packet merge part-1 part-2 --out out

      The result is the same, byte for byte, as that of one build without --shard, and so are the \
      last line and the exit code: 0 all well; 1 the data has errors, and all is put together; 2 a \
      shard is missing, changed, or made from other data.
      """)

  @Argument(help: "The shards' folders, in any order.")
  var shards: [String]
  @Option(help: "The folder to write; an earlier output there is replaced.")
  var out: String
  @Option(
    name: .customLong("fail-on"), help: "End with 1 from this severity on: error or warning.")
  var failOn: FailOn = .error
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let language = common.terminalLanguage
    let folder = Console.withoutFinalSlash(out)
    do {
      try OutputPlace.check(noInput: folder)
      let merged = try await ShardMerge.merge(
        shards.map { Console.withoutFinalSlash($0) }, into: folder)
      try report(merged, folder, language)
    } catch let failure as RunFailure {
      try RunEnd.fail(failure, common.format, language)
    } catch let failure as OutputError {
      try RunEnd.fail(RunFailure(failure), common.format, language)
    }
  }

  /// Says of the season what one build would have said, and ends as that would.
  private func report(
    _ merged: ShardMerge.Merged, _ folder: String, _ language: Language
  ) throws {
    let outcome = Outcome(merged.counts, failOn: failOn, isReviewed: true)
    let page = folder + "/index.html"
    switch common.format {
    case .json:
      try Console.out(JSONOutput.text(MergeRecord(outcome, merged, report: page)))
    case .text:
      if let left = merged.leftBehind {
        try Console.out(Console.safe(PacketBuilder.leftBehindLine(left, language)))
      }
      try Console.out(
        language == .en
          ? "packets of all shards, put together: \(merged.packets)"
          : "已合併各分片的審查資料：\(merged.packets) 份")
      try Console.out(outcome.closingLine(merged.counts, report: page, language))
    }
    throw outcome.exitCode
  }

  private struct MergeRecord: Encodable {
    let result: String
    let exitCode: Int32
    let counts: [String: Int]
    let packets: Int
    let report: String

    init(_ outcome: Outcome, _ merged: ShardMerge.Merged, report: String) {
      result = outcome.rawValue
      exitCode = outcome.exitCode.rawValue
      counts = merged.counts.bySeverity
      packets = merged.packets
      self.report = report
    }
  }
}
