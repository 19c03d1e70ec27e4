// The encoding probe and the sources that turn each encoding into UTF-8.
import Fuzzing
@testable import SeasonReading
@testable import ReviewModel

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = bytes(data, count)
  guard let probe = try? EncodingProbe(MemorySource(input)) else { return 0 }
  require(probe.byteCount == count, "\(probe.byteCount) bytes of \(count)")
  if let fault = probe.fault {
    require(fault.offset <= count && fault.line >= 1, "a fault outside the file")
  }
  judge(input, probe)
  guard probe.fault == nil, let encoding = probe.encoding else { return 0 }
  let text = decoded(input, encoding, bufferSize: 4_096)
  for size in [4, 5, 7, 64] {
    require(decoded(input, encoding, bufferSize: size) == text, "another text with \(size) bytes")
  }
  require(String(validating: text, as: UTF8.self) != nil, "a text that is not UTF-8")
  require(!text.contains(0), "a NUL in the text")
  require(text == expected(input, encoding), "not the text that the bytes stand for")
  return 0
}

/// The verdict against the standard library's.
private func judge(_ input: [UInt8], _ probe: EncodingProbe) {
  let hasMark = input.starts(with: [0xFF, 0xFE]) || input.starts(with: [0xFE, 0xFF])
  let isUTF8 = !input.contains(0) && String(validating: input, as: UTF8.self) != nil
  require(
    (probe.encoding == .utf8 && probe.fault == nil) == (isUTF8 && !hasMark), "UTF-8 or not")
}

private func decoded(_ input: [UInt8], _ encoding: TextEncoding, bufferSize: Int) -> [UInt8] {
  var source = Decoding.source(of: MemorySource(input), encoding)
  let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bufferSize)
  defer { buffer.deallocate() }
  var text: [UInt8] = []
  while let count = try? source.read(into: buffer), count > 0 { text += buffer[..<count] }
  return text
}

/// The same text by the standard library; CP950 code by code.
private func expected(_ input: [UInt8], _ encoding: TextEncoding) -> [UInt8] {
  switch encoding {
  case .utf8: return Array(input.dropFirst(input.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0))
  case .utf16LittleEndian, .utf16BigEndian:
    let isBig = encoding == .utf16BigEndian
    var units: [UInt16] = []
    for index in stride(from: 2, to: input.count - 1, by: 2) {
      let (first, second) = (UInt16(input[index]), UInt16(input[index + 1]))
      units.append(isBig ? first << 8 | second : second << 8 | first)
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  case .cp950:
    var text = String.UnicodeScalarView()
    var index = 0
    while index < input.count {
      let isPair = input[index] >= 0x80
      let value =
        isPair ? CP950.scalar(input[index], input[index + 1]) : UInt32(input[index])
      guard let scalar = value.flatMap(Unicode.Scalar.init) else {
        require(false, "a code of CP950 that the probe should have refused")
        return []
      }
      text.append(scalar)
      index += isPair ? 2 : 1
    }
    return Array(String(text).utf8)
  }
}
