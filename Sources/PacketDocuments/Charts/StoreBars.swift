internal import ReviewModel

/// Stores against the approved count: a contract's stages, or a season's districts.
enum StoreBars {
  /// More rows than these a page of paper can't hold in one picture.
  static let rowsPerPicture = 20
  /// The pictures show so many districts; the table has them all.
  static let mostDistricts = 80

  /// Adopted and completed stores of a contract inside the outline of the approved ones.
  static func picture(of counts: StoreCounts, _ format: FigureText) -> String {
    let approved = Int128(counts.approved)
    let rows = [
      (Bilingual(zh: "導入家數", en: "Adopted"), counts.adopted),
      (Bilingual(zh: "完成家數", en: "Completed"), counts.completed),
    ]
    return BarRows(
      id: "store-bars",
      title: format.either(zh: "導入與完成家數", en: "Adopted and completed stores"),
      description: format.either(
        zh: "外框為核定 \(counts.approved) 家；導入 \(counts.adopted) 家，完成 \(counts.completed) 家。",
        en: """
          The outline is \(counts.approved) approved stores; \(counts.adopted) adopted, \
          \(counts.completed) completed.
          """),
      bars: rows.map { label, count in
        BarRows.Bar(
          label: label[format.language],
          value: outOf(count, counts.approved, format), style: .solid,
          from: 0, through: Int128(count), outline: approved)
      },
      whole: Int128(max(counts.approved, counts.adopted, counts.completed, 1))
    ).picture
  }

  private static func outOf(_ part: Int, _ whole: Int, _ format: FigureText) -> String {
    format.number(part) + format.either(zh: "／", en: " / ") + format.number(whole)
  }

  /// Completed stores of each district inside the outline of its approved ones.
  static func pictures(of districts: [DistrictReview], _ format: FigureText) -> [String] {
    let shown = districts.prefix(mostDistricts)
    let whole = Int128(max(1, shown.map { max($0.approved, $0.completed) }.max() ?? 1))
    return stride(from: 0, to: shown.count, by: rowsPerPicture).map { start in
      let rows = shown[start..<min(start + rowsPerPicture, shown.count)]
      let short = rows.count { $0.shortfall > 0 }
      return BarRows(
        id: "districts-\(start / rowsPerPicture + 1)",
        title: format.either(zh: "各商圈完成家數與核定家數", en: "Completed and approved stores by district"),
        description: format.either(
          zh: "外框為核定家數，實心為完成家數；\(rows.count) 個商圈中 \(short) 個有短少；數字見下表。",
          en: """
            The outline is the approved stores, the solid bar the completed ones; \(short) of \
            \(rows.count) districts are short; the table below has the numbers.
            """),
        bars: rows.map { district in
          BarRows.Bar(
            label: district.id.text + " " + district.name,
            value: outOf(district.completed, district.approved, format),
            style: .solid, from: 0, through: Int128(district.completed),
            outline: Int128(district.approved))
        },
        whole: whole
      ).picture
    }
  }
}
