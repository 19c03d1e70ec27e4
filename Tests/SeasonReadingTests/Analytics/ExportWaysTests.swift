import ReviewModel
import TestSupport
import Testing

@testable import SeasonReading

/// The short way through an export gives what the long one gives, on which a survey insists.
@Suite struct ExportWaysTests {
  /// An export of one to three tables, in which most rows are plain.
  private func export(_ random: inout SeededGenerator) -> ExportFile {
    func any<Element>(_ elements: [Element]) -> Element {
      elements[Int.random(in: 0..<elements.count, using: &random)]
    }
    func isOneOf(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &random) == 0 }
    let property = any([
      "Shop - GA4", "Shop - GA4", "Shop - GA4", "Own view", "G-OTHER", "Nobody's",
    ])
    let forms = [
      ["Page", "Date", "Pageviews", "Unique Pageviews"],
      ["Date", "Page path", "Event count", "重要事件"],
      ["Store ID", "Date", "Event count", "重要事件"], ["Date", "Event count"],
      ["Page", "Nth day", "Pageviews"], ["Page", "Users"], ["Date", "Store ID", "重要事件"],
    ]
    var lines: [String] = []
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let form = any(forms)
      let isLocalised = isOneOf(5)
      lines += ["# ----", "# \(property)", "# Pages", "# 20210601-20210630", "# ----", ""]
      lines.append(form.joined(separator: ","))
      for _ in 0..<Int.random(in: 0...60, using: &random) {
        if isOneOf(20) {
          lines.append(
            any(["", ",,90,Grand total", "Total,,5,5", "/about", "\"open", "# note", ",,,,x"]))
          continue
        }
        let cells = form.map { title -> String in
          switch title {
          case "Date":
            let day = Int.random(in: 1...30, using: &random)
            if isOneOf(30) { return any(["", "20210631", "2021-06-03", "x"]) }
            return isLocalised && isOneOf(2)
              ? "6/\(day)/21" : "202106" + (day < 10 ? "0" : "") + "\(day)"
          case "Nth day": return any(["0000", "0001", "0029", "x"])
          case "Page", "Page path":
            return any([
              "/s/S001", "/s/s002", "/s/SKIP", "/s/NONE", "/about", "/k/KEY1.html", "/s/S001?x=1",
              "/s/S009", "/s/S009_A", "/s/s008_a", "/s/S008_A_A", "/s/S001_A", "/s/A&B",
              "/s/a_store_of_many_letters", "/s/S001/", "shop.example/s/S002", "/s/Ｓ００１",
              "/s/S001.html",
              "/k/S001.html",
            ])
          case "Store ID":
            return any(["S001", "s002", "KEY1", "NONE", "SKIP", "(other)", "(not set)", ""])
          default:
            return isOneOf(15)
              ? any(["\"1,234\"", "007", "", "-1", "70000", "2.000"])
              : String(Int.random(in: 0...40, using: &random))
          }
        }
        lines.append(cells.joined(separator: ","))
      }
    }
    let end = any(["\n", "\r\n"])
    return ExportFile(
      lines.joined(separator: end), name: any(["S001.csv", "OTHER_1.csv", "data.csv"]))
  }

  private func outcome(
    _ files: [ExportFile], _ register: UsageRegister, isSurveying: Bool,
    logLimit: Int = ExportLog.standardLimit
  ) throws -> UsageOutcome {
    var reader = UsageReader(register, isSurveying: isSurveying)
    var short: ShortWay?
    for (number, file) in files.enumerated() {
      let path = "usage/\(number)/\(file.name)"
      let entry = SeasonFolder.Entry(path: path, location: path, kind: .usage)
      let input = InputFile(
        path: path, kind: .usage, sha256: "", byteCount: file.bytes.count, encoding: .utf8)
      let text = TextFile(path: path, bytes: file.bytes)
      reader.read(
        UsageFile(
          SeasonReader.Probed(entry: entry, file: input, text: text, fault: nil), register,
          isSurveying: isSurveying, logLimit: logLimit, &short))
    }
    var usage = reader.usage
    usage.surveys = []
    return UsageOutcome(usage, reader.findings)
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `gives the same in short as at length`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let files = (0..<3).map { _ in export(&random) }
    let register = try ExportStores.register()
    let short = try outcome(files, register, isSurveying: false)
    let long = try outcome(files, register, isSurveying: true)
    #expect(short == long, "seed \(seed)")
    let limited = try outcome(
      files, register, isSurveying: false, logLimit: Int.random(in: 1...50, using: &random))
    #expect(limited == long, "seed \(seed)")
    #expect(short.files.allSatisfy { $0.rows.addsUp }, "seed \(seed)")
  }
}
