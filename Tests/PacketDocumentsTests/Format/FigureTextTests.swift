import ReviewModel
import Testing

@testable import PacketDocuments

struct FigureTextTests {
  private func text(_ code: FigureCode, _ value: FigureValue, _ language: Language) -> String {
    FigureText(language: language).text(
      of: Figure(code, of: "D001/12345675", value, from: Derivation([])))
  }

  @Test func `shows each kind of value as people read it`() {
    #expect(text(.contractPayableTotal, .money(TWD(1_234_567)), .en) == "NT$1,234,567")
    #expect(text(.contractUsageTotal, .count(12_345), .en) == "12,345")
    #expect(text(.contractCompletionProgress, .hundredths(Hundredths(45_50)), .en) == "45.50%")
    #expect(text(.contractWorkProgressVariance, .hundredths(Hundredths(-3_20)), .en) == "−3.20")
    #expect(text(.contractWorkProgressVariance, .hundredths(Hundredths(150)), .en) == "+1.50")
    #expect(text(.contractUsagePassRate, .none, .en) == "—")
    #expect(text(.storeGoLive, .date(CalendarDate(dayNumber: 18_870)), .zhHant) == "110年8月31日")
  }

  @Test func `shows a code as its word in the language asked for`() {
    #expect(text(.storeStatus, .code("usage-short"), .zhHant) == "使用未達標")
    #expect(text(.storeStatus, .code("usage-short"), .en) == "Usage short")
    #expect(text(.storeGrowing, .code("no"), .zhHant) == "否")
    #expect(text(.contractVerdict, .code("unheard-of"), .en) == "unheard-of")
  }

  @Test func `has every word once and in both languages`() {
    var keys: Set<String> = []
    for word in Wording.all {
      #expect(keys.insert(word.key).inserted, "\(word.key) stands twice")
    }
    let source = TemplateSet.builtIn.files.map { String(decoding: $0.bytes, as: UTF8.self) }
      .joined()
    for key in keys {
      #expect(source.contains("{{words.\(key)}}"), "no template uses \(key)")
    }
  }
}
