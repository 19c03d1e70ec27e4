// Exports of Google Analytics: every input begins with a comment.
import Fuzzing

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = bytes(data, count)
  readUsage(input.first == UInt8(ascii: "#") ? input : Array("# ".utf8) + input)
  return 0
}
