// Usage files: plain, of events, and whatever else is put into the folder.
import Fuzzing

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  readUsage(bytes(data, count))
  return 0
}
