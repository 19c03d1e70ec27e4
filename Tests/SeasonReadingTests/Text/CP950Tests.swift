import Foundation
import TestSupport
import Testing

@testable import SeasonReading

private let vectors = sharedFolder?.appendingPathComponent("spec/vectors/cp950.tsv")

@Suite struct CP950Tests {
  @Test(.enabled(if: vectors != nil, "the published table of CP950 is not at hand"))
  func `reads every published code`() throws {
    let file = try #require(vectors)
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
    #expect(lines.count == 13_752)
    var differing: [Substring] = []
    for line in lines {
      let cells = line.split(separator: "\t")
      let bytes = try #require(UInt16(cells[0], radix: 16))
      let scalar = UInt32(cells[1].dropFirst(2), radix: 16)
      if CP950.scalar(UInt8(bytes >> 8), UInt8(bytes & 0xFF)) != scalar { differing.append(line) }
    }
    #expect(differing.isEmpty)
  }

  @Test(
    arguments: [
      (0xFA40, 0xE000), (0xFA7E, 0xE03E), (0xFAA1, 0xE03F), (0xFEFE, 0xE310), (0x8E40, 0xE311),
      (0xA0FE, 0xEEB7), (0x8140, 0xEEB8), (0x8DFE, 0xF6B0), (0xC7FD, 0xF6B1 + 157 - 63 + 155),
      (0xC8FE, 0xF848),
    ] as [(UInt16, UInt32)])
  func `reads the user-defined areas as private-use characters, as Windows does`(
    bytes: UInt16, scalar: UInt32
  ) {
    #expect(CP950.scalar(UInt8(bytes >> 8), UInt8(bytes & 0xFF)) == scalar)
  }

  @Test func `gives each code of the user-defined areas a character of its own`() {
    var seen: Set<UInt32> = []
    for lead in Array(UInt8(0x81)...0xA0) + Array(UInt8(0xFA)...0xFE) {
      for trail in UInt8.min...UInt8.max {
        guard let scalar = CP950.scalar(lead, trail) else { continue }
        #expect((0xE000...0xF6B0).contains(scalar))
        #expect(seen.insert(scalar).inserted)
      }
    }
    #expect(seen.count == 37 * 157)
  }

  @Test func `has no code with a trail byte outside its two ranges`() {
    for lead in UInt8(0x80)...0xFF {
      for trail in [UInt8](0...0x3F) + [0x7F] + Array(0x80...0xA0) + [0xFF] {
        #expect(CP950.scalar(lead, trail) == nil)
      }
    }
    #expect(!CP950.isLead(0x80) && !CP950.isLead(0xFF) && !CP950.isLead(0x41))
    #expect(CP950.scalar(0x80, 0x40) == nil && CP950.scalar(0xFF, 0x40) == nil)
  }

  @Test func `reads text across any cut of its bytes`() throws {
    // 商圈,店 and a trail byte that is an ASCII backslash: 功 is A5 5C.
    let bytes: [UInt8] = [
      0xB0, 0xD3, 0xB0, 0xE9, 0x2C, 0xA9, 0xB1, 0x0D, 0x0A, 0xA5, 0x5C, 0x22, 0xFA, 0x40,
    ]
    for step in 1...bytes.count {
      for size in [1, 2, 3, 4, 64] {
        let source = CP950Source(DribblingSource(bytes, step: step))
        let read = try drained(source, bufferSize: size)
        #expect(String(decoding: read, as: UTF8.self) == "商圈,店\r\n功\"\u{E000}")
      }
    }
  }
}
