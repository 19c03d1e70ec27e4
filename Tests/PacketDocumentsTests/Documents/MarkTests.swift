import ReviewModel
import Testing

@testable import PacketDocuments

struct MarkTests {
  @Test func `reads marks back as they are, also with references`() {
    let page = """
      <!DOCTYPE html>
      <html><!-- <b data-figure="no"/> --><p class='x' data-figure="a&amp;b&#60;" data-subject='S"1'
       data-period = "m2" data-value="-3.20">x &lt;b data-figure="no"></p><br/><i data-x="1"></i></html>
      """
    #expect(
      FigureMark.marks(in: Array(page.utf8)) == [
        FigureMark(scope: "", code: "a&b<", subject: "S\"1", period: "m2", value: "-3.20")
      ])
  }

  @Test func `writes daily uses as runs, with zeros for days between`() throws {
    let first = try #require(CalendarDate(iso: "2021-06-01"))
    let days = [0, 1, 4, 90].map { DailyUses(day: first.adding(days: $0), uses: $0 + 1) }
    #expect(
      DailyRun.runs(of: days) == [
        DailyRun(from: first, uses: [1, 2, 0, 0, 5]),
        DailyRun(from: first.adding(days: 90), uses: [91]),
      ])
  }

  @Test func `ends the progress curve with the figures at as-of`() throws {
    let sample = SamplePacket()
    let points = ProgressCurve.points(of: sample.work, through: sample.asOf)
    #expect(points.map(\.day.isoText) == ["2021-05-31", "2021-06-30", "2021-07-31", "2021-08-31"])
    #expect(points.map(\.planned.text) == ["20.33", "51.77", "63.92", "76.08"])
    #expect(points.map(\.actual.text) == ["0.00", "52.00", "52.00", "70.00"])
    #expect(points.last?.planned == sample.work.planned)
    #expect(points.last?.actual == sample.work.actual)
  }
}
