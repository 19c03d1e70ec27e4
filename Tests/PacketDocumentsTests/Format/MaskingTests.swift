import Testing

@testable import PacketDocuments

struct MaskingTests {
  @Test(arguments: [
    ("王小明", "王○明"), ("王明", "王○"), ("王", "○"), ("歐陽小明", "歐○○明"), ("John Doe", "J*** D***"),
    ("王小明 店長", "王○明 店○"), ("王小明 0912345678", "王○明 0912***678"), ("", ""), ("  ", ""),
  ])
  func `shows a name in part`(name: String, masked: String) {
    #expect(Masking.name(name) == masked)
  }

  @Test(arguments: [
    ("0912345678", "0912***678"), ("0912-345-678", "0912***678"), ("０９１２３４５６７８", "0912***678"),
    ("02-2345678", "02***678"), ("2345678", "***"), ("無", "***"), ("", ""),
  ])
  func `shows a phone number in part`(phone: String, masked: String) {
    #expect(Masking.phone(phone) == masked)
  }
}
