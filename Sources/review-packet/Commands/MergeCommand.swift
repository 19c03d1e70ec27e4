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

      The result is the same, byte for byte, as that of one build without --shard. Exit codes: 0 \
      done; 2 a shard is missing, changed, or made from other data.
      """)

  @Argument(help: "The shards' folders, in any order.")
  var shards: [String]
  @Option(help: "The folder to write; an earlier output there is replaced.")
  var out: String
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let language = common.terminalLanguage
    let folder = Console.withoutFinalSlash(out)
    do {
      let merged = try await ShardMerge.merge(
        shards.map { Console.withoutFinalSlash($0) }, into: folder)
      switch common.format {
      case .json:
        try Console.out(
          JSONOutput.text(
            MergeRecord(
              result: Outcome.allWell.rawValue, packets: merged.packets,
              report: folder + "/index.html")))
      case .text:
        if let left = merged.leftBehind {
          try Console.out(Console.safe(PacketBuilder.leftBehindLine(left, language)))
        }
        let page = Console.safe(folder + "/index.html")
        try Console.out(
          language == .en
            ? "Result: \(merged.packets) packets of \(shards.count) shards put together; report: \(page)"
            : "結果：已合併 \(shards.count) 個分片、\(merged.packets) 份審查資料；報告：\(page)")
      }
    } catch let failure as RunFailure {
      try RunEnd.fail(failure, common.format, language)
    } catch let failure as OutputError {
      try RunEnd.fail(RunFailure(failure), common.format, language)
    }
  }

  private struct MergeRecord: Encodable {
    let result: String
    let packets: Int
    let report: String
  }
}
