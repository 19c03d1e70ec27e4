import ReviewModel
import TestSupport
import Testing

@testable import PacketDocuments

struct RecomputeFilesTests {
  private func text(_ name: String, of packet: Packet) throws -> String {
    let file = try #require(
      RecomputeFiles.files(of: packet).first { $0.path == "recompute/\(name)" })
    return String(decoding: file.bytes, as: UTF8.self)
  }

  @Test func `has a script and a table for each import of it`() throws {
    let files = RecomputeFiles.files(of: SamplePacket().packet)
    let script = try text("settle.sql", of: SamplePacket().packet)
    let imports = script.split(separator: "\n").filter { $0.hasPrefix(".import") }
      .map { String($0.split(separator: " ")[4]) }
    #expect(Set(files.map(\.path)) == Set((imports + ["settle.sql"]).map { "recompute/" + $0 }))
    #expect(files.count == imports.count + 1)
  }

  @Test func `has the columns that the script's tables have, in their order`() throws {
    let packet = SamplePacket().packet
    let script = try text("settle.sql", of: packet)
    for line in script.split(separator: "\n") where line.hasPrefix(".import") {
      let words = line.split(separator: " ")
      let start = try #require(script.range(of: "CREATE TABLE \(words[5]) ("))
      let columns = script[start.upperBound...].prefix { $0 != ";" }.dropLast()
        .split(separator: ",").map { $0.split(whereSeparator: \.isWhitespace)[0] }
      let header = try text(String(words[4]), of: packet).prefix { $0 != "\n" }
      #expect(header.split(separator: ",") == columns, "\(words[4])")
    }
  }

  @Test func `holds no contact, phone or address`() throws {
    let sample = SamplePacket()
    let entry = sample.store(1).entry
    for file in RecomputeFiles.files(of: sample.packet) {
      let text = String(decoding: file.bytes, as: UTF8.self)
      for secret in [entry.contact, entry.phone, entry.address] {
        #expect(!secret.isEmpty && !text.contains(secret), "\(file.path)")
      }
    }
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@A1", "＝1", "\tx"])
  func `has no typed text that a spreadsheet would run`(text hostile: String) throws {
    let packet = SamplePacket(hostileText: hostile).packet
    #expect(try text("stores.csv", of: packet).contains(",'" + hostile + ","))
    #expect(try text("approval.csv", of: packet).contains(",'" + hostile + ","))
    #expect(try text("work-items.csv", of: packet).contains(",'" + hostile + ","))
    #expect(try text("solutions.csv", of: packet).contains(",'" + hostile + ","))
    #expect(try text("rulings.csv", of: packet).contains(",'" + hostile + ","))
  }

  @Test func `has the bytes of figures.csv for the published figures`() throws {
    let packet = SamplePacket().packet
    #expect(
      try text("figures.csv", of: packet)
        == String(decoding: FigureTable(packet.figures).bytes, as: UTF8.self))
  }

  @Test func `computes with nothing inexact and nothing of the machine`() {
    let script = SettleScript.text.split(separator: "\n").filter { !$0.hasPrefix("--") }
    for word in ["REAL", "round(", "julianday", "'now'", "random", "avg(", "total(", ".load"] {
      #expect(!script.contains { $0.contains(word) }, "\(word)")
    }
  }
}
