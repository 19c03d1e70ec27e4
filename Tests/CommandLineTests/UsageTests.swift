import TestSupport
import Testing

@Suite struct UsageTests {
  @Test func `ends with 64 for wrong usage`() async throws {
    let result = try await runProcess(builtProgram.path, ["build", "nowhere"])
    #expect(result.status == 64)
  }
}
