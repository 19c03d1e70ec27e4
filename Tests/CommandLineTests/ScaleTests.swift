import Foundation
import TestSupport
import Testing

/// What `docs/scale.md` says, held against Spark and ZetaSQL where they and Java are at hand.
private enum Spark {
  /// Whether `Scripts/scale/test` was run here before, or a Python with pyspark is named.
  static var isAtHand: Bool {
    guard isInstalled("java") else { return false }
    let environment = ProcessInfo.processInfo.environment
    if environment["SCALE_PYTHON"] != nil { return true }
    let cache = environment["XDG_CACHE_HOME"] ?? (environment["HOME"] ?? "") + "/.cache"
    let home = environment["SCALE_HOME"] ?? cache + "/packet-scale"
    return FileManager.default.fileExists(atPath: home + "/installed.txt")
  }
}

@Suite(.enabled(if: Spark.isAtHand, "no pyspark or Java: Scripts/scale/test sets it up"))
struct ScaleTests {
  @Test func `daily uses and shards are the same to the byte with Spark`() async throws {
    let script = repositoryRoot.appendingPathComponent("Scripts/scale/test").path
    let run = try await runProcess(
      script, ["--at-hand", builtProgram.path], timeout: .seconds(900))
    // 77: what was set up once is no longer there, and the script's word says what.
    if run.status == 77 {
      print(run.errors)
      return
    }
    #expect(run.status == 0, "\(run.output)\n\(run.errors)")
    #expect(run.output.hasSuffix("all comparisons hold\n"))
  }
}
