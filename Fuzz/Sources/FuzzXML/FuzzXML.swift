// The wrapper around libxml2: what is accepted is canonical once and for all.
import Fuzzing
@testable import XMLTools

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = bytes(data, count)
  for documentType in [XMLDocument.DocumentType.none, .html] {
    let complaints = XMLDocument.complaints(
      about: input, maximumBytes: 1 << 20, allowing: documentType)
    guard
      let document = try? XMLDocument(
        parsing: input, maximumBytes: 1 << 20, allowing: documentType)
    else {
      require(!complaints.isEmpty, "a refusal without a complaint")
      continue
    }
    require(complaints.isEmpty, "complaints about what is accepted")
    guard let canonical = try? document.canonical() else { continue }
    guard let again = try? XMLDocument(parsing: canonical, maximumBytes: 16 << 20).canonical()
    else {
      require(false, "a canonical text that is not well-formed")
      continue
    }
    require(again == canonical, "a canonical text that is not canonical")
  }
  return 0
}
