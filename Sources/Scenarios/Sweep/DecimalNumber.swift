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

  private init(significand: Int, exponent: Int) {
    self.significand = significand
    self.exponent = exponent
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

  /// The numbers from one to another in equal steps, each as exact as possible.
  ///
  /// Nil if there are too many digits, or more than `countMax` numbers.
  static func steps(
    from first: DecimalNumber, to last: DecimalNumber, by step: DecimalNumber, countMax: Int
  ) -> [JSONNumber]? {
    let exponent = min(first.exponent, last.exponent, step.exponent)
    // Bounds with 18 digits leave space for their difference.
    let bound = 1_000_000_000_000_000_000
    guard let from = first.count(inUnitsOf: exponent), from.magnitude <= bound,
      let to = last.count(inUnitsOf: exponent), to.magnitude <= bound,
      let stride = step.count(inUnitsOf: exponent), stride > 0, from <= to,
      (to - from) / stride < countMax
    else { return nil }
    return Swift.stride(from: 0, through: (to - from) / stride, by: 1).map {
      DecimalNumber(significand: from + $0 * stride, exponent: exponent).number
    }
  }
}
