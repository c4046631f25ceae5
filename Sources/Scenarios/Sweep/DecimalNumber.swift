import JSON

/// A decimal number as written, without the error of a double: `significand · 10^exponent`.
struct DecimalNumber: Hashable, Sendable {
  let significand: Int
  let exponent: Int

  /// A number as written; nil if it has too many digits.
  init?(_ number: JSONNumber) {
    let text = number.description.lowercased()
    let halves = text.split(separator: "e", maxSplits: 1)
    guard let mantissa = halves.first else { return nil }
    let parts = mantissa.split(separator: ".", maxSplits: 1)
    var decimals = parts.count > 1 ? String(parts[1]) : ""
    while decimals.hasSuffix("0") { decimals.removeLast() }
    guard let significand = Int(parts[0] + decimals),
      let scale = halves.count > 1 ? Int(halves[1]) : 0
    else { return nil }
    self.init(significand: significand, exponent: scale - decimals.count)
  }

  /// A number from its parts.
  init(significand: Int, exponent: Int) {
    self.significand = significand
    self.exponent = exponent
  }

  /// The product with a whole number; nil if that is too large.
  func multiplied(by factor: Int) -> DecimalNumber? {
    let (product, overflow) = significand.multipliedReportingOverflow(by: factor)
    return overflow ? nil : DecimalNumber(significand: product, exponent: exponent)
  }

  /// The same number in units of `10^exponent`; nil if that is too large.
  private func count(inUnitsOf exponent: Int) -> Int? {
    var count = significand
    for _ in 0..<max(0, self.exponent - exponent) {
      let (product, overflow) = count.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      count = product
    }
    return count
  }

  /// The number: whole if possible, otherwise the nearest double.
  var number: JSONNumber {
    var (whole, scale) = (significand, exponent)
    while scale < 0 && whole % 10 == 0 {
      whole /= 10
      scale += 1
    }
    let reduced = DecimalNumber(significand: whole, exponent: scale)
    if scale >= 0, let count = reduced.count(inUnitsOf: 0) { return .integer(count) }
    return .double(Double("\(whole)e\(scale)") ?? .infinity)
  }

  /// The quotient: whole if possible, otherwise the nearest double; nil if there are too many
  /// digits.
  private func number(dividedBy divisor: Int) -> JSONNumber? {
    if divisor == 1 { return number }
    let one = DecimalNumber(significand: 1, exponent: -exponent)
    guard let whole = exponent > 0 ? count(inUnitsOf: 0) : significand,
      let scale = exponent < 0 ? one.count(inUnitsOf: 0) : 1,
      case (let wholeDivisor, false) = divisor.multipliedReportingOverflow(by: scale)
    else { return nil }
    let common = greatestCommonDivisor(whole, wholeDivisor)
    let (above, below) = (whole / common, wholeDivisor / common)
    if below == 1 { return .integer(above) }
    // Larger numbers would be rounded before they are divided.
    guard above.magnitude <= 1 << 53, below <= 1 << 53 else { return nil }
    return .double(Double(above) / Double(below))
  }

  /// The numbers from one to another in equal steps, each divided by a whole number, and as exact
  /// as possible.
  ///
  /// Nil if there are too many digits, or more than `countMax` numbers.
  static func steps(
    from first: DecimalNumber, to last: DecimalNumber, by step: DecimalNumber,
    dividedBy divisor: Int, countMax: Int
  ) -> [JSONNumber]? {
    let exponent = min(first.exponent, last.exponent, step.exponent)
    // Bounds with 18 digits leave space for their difference.
    let bound = 1_000_000_000_000_000_000
    guard let from = first.count(inUnitsOf: exponent), from.magnitude <= bound,
      let to = last.count(inUnitsOf: exponent), to.magnitude <= bound,
      let stride = step.count(inUnitsOf: exponent), stride > 0, from <= to,
      (to - from) / stride < countMax
    else { return nil }
    let numbers = Swift.stride(from: 0, through: (to - from) / stride, by: 1).map {
      DecimalNumber(significand: from + $0 * stride, exponent: exponent)
        .number(dividedBy: divisor)
    }
    let exact = numbers.compactMap(\.self)
    return exact.count == numbers.count ? exact : nil
  }
}
