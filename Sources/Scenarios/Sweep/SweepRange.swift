import Forms
import JSON
import Text

/// Values in equal steps.
struct SweepRange: Sendable {
  var first = WrittenNumber(.integer(0))
  var last = WrittenNumber(.integer(0))
  var step = WrittenNumber(.integer(1))

  static let form = Form.record(
    SweepRange(),
    [
      .required("from", \.first, .written, "The first value."),
      .required("to", \.last, .written, "The upper limit; the last value is at most this."),
      .init(
        "step", \.step, Form<WrittenNumber>.written.explained(["exclusiveMinimum": 0]),
        "The difference between two values."),
    ])

  /// The values; nil, with reported problems, if they are not valid.
  func values(at cursor: JSONCursor) -> [JSONNumber]? {
    let ends = (first.number.doubleValue, last.number.doubleValue)
    if step.number.doubleValue <= 0 {
      cursor.report("the step is \(step.number); it must be above 0")
    } else if ends.0 > ends.1 {
      cursor.report("'from' is greater than 'to'; it must be at most 'to'")
    } else if (ends.1 - ends.0) / step.number.doubleValue >= Double(ScenarioLimits.cellsMax) {
      cursor.report("the range has too many values; at most \(ScenarioLimits.cellsMax) are allowed")
    } else if let values = exactValues {
      return values
    } else {
      cursor.report("the numbers have too many digits; at most 18 are allowed")
    }
    return nil
  }

  /// The values without the errors of doubles, as parts of a common unit; nil if there are too many
  /// digits.
  private var exactValues: [JSONNumber]? {
    var unit = 1
    for number in [first, last, step] {
      guard let common = unit.leastCommonMultiple(with: number.denominator) else { return nil }
      unit = common
    }
    guard let first = first.count(ofUnits: unit), let last = last.count(ofUnits: unit),
      let step = step.count(ofUnits: unit)
    else { return nil }
    return DecimalNumber.steps(
      from: first, to: last, by: step, dividedBy: unit, countMax: ScenarioLimits.cellsMax)
  }
}

/// A number of a range as written, in decimal notation or as a fraction.
struct WrittenNumber: Sendable {
  /// The number, or the one nearest to the fraction.
  let number: JSONNumber
  private let fraction: Fraction?

  init(_ number: JSONNumber) {
    self.number = number
    fraction = nil
  }

  fileprivate init(_ fraction: Fraction) {
    number = .double(fraction.value)
    self.fraction = fraction
  }

  fileprivate var denominator: Int { fraction?.denominator ?? 1 }

  /// The number in units of `1/unit`, which must be a multiple of the denominator; nil if there are
  /// too many digits.
  fileprivate func count(ofUnits unit: Int) -> DecimalNumber? {
    let decimal =
      if let fraction { DecimalNumber(significand: fraction.numerator, exponent: 0) } else {
        DecimalNumber(number)
      }
    return decimal?.multiplied(by: unit / denominator)
  }
}

extension Form<WrittenNumber> {
  /// Any number, as written.
  fileprivate static var written: Form {
    Form(
      schema: .number,
      read: { cursor in
        guard case .string(let text) = cursor.node.content, Fraction.isMeant(by: text) else {
          return cursor.number().map { WrittenNumber($0) }
        }
        return cursor.fraction(text).map { WrittenNumber($0) }
      }, write: { .number($0.number) })
  }
}

extension Int {
  /// The least number above 0 that both divide; nil if it is too large.
  fileprivate func leastCommonMultiple(with other: Int) -> Int? {
    let (product, overflow) = (self / greatestCommonDivisor(self, other))
      .multipliedReportingOverflow(by: other)
    return overflow ? nil : product
  }
}

/// The greatest number that divides both.
func greatestCommonDivisor(_ left: Int, _ right: Int) -> Int {
  var (larger, smaller) = (left.magnitude, right.magnitude)
  while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
  return Int(larger)
}
