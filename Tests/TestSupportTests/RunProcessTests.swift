import TestSupport
import Testing

@Suite struct RunProcessTests {
  @Test func `gives the exit code and both streams`() async throws {
    let result = try await runProcess("bash", ["-c", "echo out; echo err >&2; exit 3"])
    #expect(result.status == 3)
    #expect(result.signal == nil)
    #expect(result.output == "out\n")
    #expect(result.errors == "err\n")
  }

  @Test func `takes a megabyte in and gives it back on both streams`() async throws {
    let input = [UInt8](repeating: 120, count: 1 << 20)
    let result = try await runProcess("bash", ["-c", "tee /dev/stderr"], stdin: input)
    #expect(result.stdout == input)
    #expect(result.stderr == input)
  }

  @Test func `hands over exactly the environment and the folder`() async throws {
    let folder = try TemporaryFolder()
    let result = try await runProcess(
      "/usr/bin/env", environment: ["A": "甲", "B": ""], directory: folder.path)
    #expect(result.output == "A=甲\nB=\n")
    let place = try await runProcess("/bin/pwd", directory: folder.path)
    #expect(place.output == folder.path + "\n")
  }

  @Test func `kills what takes too long, with what it has started`() async throws {
    let result = try await runProcess(
      "bash", ["-c", "echo begun; sleep 600; true"], timeout: .milliseconds(300))
    #expect(result.timedOut)
    #expect(result.signal == 9)
    #expect(result.status == 137)
    #expect(result.output == "begun\n")
  }

  @Test func `sends a signal after a time`() async throws {
    let result = try await runProcess(
      "sleep", ["600"], timeout: .seconds(300),
      interruption: .after(.milliseconds(100), signal: 15))
    #expect(result.signal == 15)
    #expect(!result.timedOut)
  }

  @Test func `says when a program is not there`() async throws {
    await #expect(throws: ProcessFailure.self) { try await runProcess("/no/such/program") }
  }
}
