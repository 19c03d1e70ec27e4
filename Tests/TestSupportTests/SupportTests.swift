import Foundation
import TestSupport
import Testing

@Suite struct SupportTests {
  @Test func `gives SplitMix64's published numbers for the seed 1234567`() {
    var generator = SeededGenerator(seed: 1_234_567)
    let numbers = (0..<3).map { _ in generator.next() }
    #expect(
      numbers == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
  }

  @Test func `removes a temporary folder with its last user`() throws {
    var folder: TemporaryFolder? = try TemporaryFolder()
    let path = try #require(folder?.path)
    try folder?.write("a/b", [1])
    #expect(FileManager.default.fileExists(atPath: path))
    folder = nil
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func `finds the repository by its package file`() {
    let package = repositoryRoot.appendingPathComponent("Package.swift").path
    #expect(FileManager.default.fileExists(atPath: package))
  }
}
