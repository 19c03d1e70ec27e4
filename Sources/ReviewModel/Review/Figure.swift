/// What a figure is about.
package enum FigureScope: String, Sendable, CaseIterable {
  case season
  case district
  case contract
  case store
}

/// What a figure counts.
package enum FigureUnit: String, Sendable, CaseIterable {
  case contract
  case district
  case store
  case money = "TWD"
  case code
  case percent
  case points
  case use
  case date
  case day
  case month
  case usePerWeek = "use/week"
}

/// A figure's value, exact as published.
package enum FigureValue: Sendable, Hashable {
  case count(Int128)
  case money(TWD)
  /// Two decimals, rounded half-up.
  case hundredths(Hundredths)
  case date(CalendarDate)
  case code(String)
  case none

  /// As `figures.csv` writes it: no separators, always two decimals, ISO dates, empty for none.
  package var text: String {
    switch self {
    case .count(let count): count.digits
    case .money(let amount): amount.plainText
    case .hundredths(let number): number.text
    case .date(let date): date.isoText
    case .code(let code): code
    case .none: ""
    }
  }
}

/// One published number, date or code with what it was made from.
package struct Figure: Sendable, Hashable {
  package let code: FigureCode
  /// The season's year, a district, `district/vendor`, or `district/vendor/store`.
  package let subject: String
  /// A service month's number, for figures of months.
  package let month: Int?
  package let value: FigureValue
  package let derivation: Derivation

  package init(
    _ code: FigureCode, of subject: String, month: Int? = nil, _ value: FigureValue,
    from derivation: Derivation
  ) {
    self.code = code
    self.subject = subject
    self.month = month
    self.value = value
    self.derivation = derivation
  }

  /// `m1`, `m2`, …; empty for a figure without period.
  package var period: String { Self.period(ofMonth: month) }

  /// The period of a service month; empty for none.
  package static func period(ofMonth month: Int?) -> String {
    guard let month else { return "" }
    return periods.indices.contains(month) ? periods[month] : "m" + String(month)
  }

  /// Those of the months of a season.
  private static let periods = (0..<24).map { "m" + String($0) }
}

/// How a figure came about: the catalogue's formula with these operands, from these rows.
package struct Derivation: Sendable, Hashable {
  /// A number of the formula, and where it comes from.
  package struct Operand: Sendable, Hashable {
    package enum Origin: Sendable, Hashable {
      /// Another figure of the same season.
      case figure(FigureCode, subject: String, month: Int?)
      /// A key of the programme file, such as `money.district_reward`.
      case setting(String)
      /// An input cell.
      case cell(Place)
      /// A store's counted uses from one day to another.
      case usage(StoreID, from: CalendarDate, through: CalendarDate)
      /// The findings with an effect that names the subject.
      case findings([FindingCode])
      /// Worked out on the way; not published.
      case intermediate
    }

    /// As the formula names it, such as `uses_k`.
    package let name: String
    package let value: String
    package let origin: Origin

    package init(_ name: String, _ value: String, _ origin: Origin) {
      self.name = name
      self.value = value
      self.origin = origin
    }
  }

  package let operands: [Operand]
  /// The input rows that were counted, where they are the figure's own.
  package let rows: [Place]

  package init(_ operands: [Operand], rows: [Place] = []) {
    self.operands = operands
    self.rows = rows
  }
}
