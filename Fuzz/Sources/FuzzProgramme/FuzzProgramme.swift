// The programme file: YAML, of any form.
import Fuzzing

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  readProgramme(bytes(data, count))
  return 0
}
