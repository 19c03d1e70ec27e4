// The table reader with the rosters' schema.
import Fuzzing

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  readRoster(bytes(data, count))
  return 0
}
