import Foundation
import ReviewModel
import Synchronization
import TestSupport
import Testing

@testable import review_packet

@Suite struct ProgressTests {
  private let half = ProgressStep(
    done: 600_000_000, total: 1_200_000_000, unit: .bytes, files: (3, 7))

  @Test func `tells other programs stage, amounts, rate and the time left`() {
    #expect(
      half.json(.usage, .milliseconds(1_500), isDone: false)
        == #"{"stage":"usage","state":"running","unit":"bytes","done":600000000,"#
        + #""total":1200000000,"files":3,"files_total":7,"elapsed_ms":1500,"#
        + #""per_second":400000000,"left_ms":1500}"#)
    #expect(
      ProgressStep().json(.review, .milliseconds(20), isDone: true)
        == #"{"stage":"review","state":"done","elapsed_ms":20}"#)
    // Nothing to tell a rate from.
    #expect(
      ProgressStep(done: 0, total: 4, unit: .packets).json(.packets, .zero, isDone: false)
        == #"{"stage":"packets","state":"running","unit":"packets","done":0,"total":4,"#
        + #""elapsed_ms":0}"#)
  }

  @Test func `shows a person a bar with rate and time left`() {
    #expect(
      half.bar(.usage, .milliseconds(90_000), .en)
        == "████████████░░░░░░░░░░░░  reading usage  600/1200 MB  6 MB/s  1:30 left")
    #expect(
      ProgressStep(done: 1, total: 1_000, unit: .packets).bar(.packets, .seconds(2), .zhHant)
        == "░░░░░░░░░░░░░░░░░░░░░░░░  產出審查資料  1/1000 份  每秒 0 份  剩餘 33:18")
    #expect(ProgressStep().bar(.tables, .zero, .en) == "reading tables…")
    let all = ProgressStep(done: 7, total: 7, unit: .packets)
    #expect(all.bar(.packets, .seconds(1), .en).hasSuffix("7/7 packets  7/s"))
  }

  private final class Written: Sendable {
    let text = Mutex("")
  }

  private func shown(_ display: ProgressDisplay, isTerminal: Bool) -> String {
    let written = Written()
    let progress = Progress(display, .en, isTerminal: isTerminal) { text in
      written.text.withLock { $0 += text }
    }
    progress.begin(.usage)
    progress.show(half)
    progress.begin(.review)
    progress.end()
    progress.end()
    return written.text.withLock { $0 }
  }

  @Test func `shows the first and the last step of each stage, or nothing at all`() {
    let lines = shown(.json, isTerminal: false).split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.first?.hasPrefix(#"{"stage":"usage","state":"running","#) == true)
    #expect(lines.dropFirst().first?.hasPrefix(#"{"stage":"usage","state":"done","#) == true)
    #expect(lines.last?.hasPrefix(#"{"stage":"review","state":"done","#) == true)
    #expect(shown(.none, isTerminal: true).isEmpty && shown(.auto, isTerminal: false).isEmpty)
    let bar = shown(.auto, isTerminal: true)
    #expect(bar.contains("600/1200 MB") && bar.hasSuffix("\r\u{1B}[K"))
  }

  @Test func `a run tells its stages in their order, beside the findings`() async throws {
    struct Line: Decodable {
      let stage, state: String
      let done, total: Int?
    }
    let folder = try TemporaryFolder()
    let season = try SmallSeason.withWarning.write(to: folder)
    let arguments = ["build", season, "--phase", "final", "--out", folder.at("out").path]
    let result = try await reviewPacket(arguments + ["--progress", "json"])
    let lines = try result.errorLines.filter { $0.hasPrefix("{") }
      .map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
    #expect(
      lines.filter { $0.state == "done" }.map(\.stage) == [
        "tables", "usage", "review", "packets",
      ])
    #expect(lines.last?.done == 2 && lines.last?.total == 2)
    let quiet = try await reviewPacket(arguments + ["--progress", "none", "--force"])
    #expect(result.errorLines.filter { !$0.hasPrefix("{") } == quiet.errorLines)
    #expect(result.output == quiet.output)
  }

  @Test func `a verification tells its packets behind what it reads`() async throws {
    struct Line: Decodable {
      let stage, state: String
      let done, total: Int?
    }
    let folder = try TemporaryFolder()
    let season = try SmallSeason().write(to: folder)
    let out = folder.at("out").path
    _ = try await reviewPacket("build", season, "--phase", "final", "--out", out)
    let result = try await reviewPacket("verify", out, "--against", season, "--progress", "json")
    #expect(result.status == 0)
    let lines = try result.errorLines.filter { $0.hasPrefix("{") }
      .map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
    #expect(
      lines.filter { $0.state == "done" }.map(\.stage) == ["tables", "usage", "review", "verify"])
    #expect(lines.last?.done == 2 && lines.last?.total == 2)
  }
}
