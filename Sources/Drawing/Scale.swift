import Maths

/// Where the values of an axis stand.
package struct Scale: Sendable {
  /// How values are spread.
  package enum Kind: Sendable {
    case linear
    /// Equal ratios have equal distances; all values are above 0.
    case logarithmic
  }

  /// How values are spread.
  package let kind: Kind
  /// The first and the last value.
  package let values: ClosedRange<Double>
  /// Where the first and the last value stand; the first may be larger, as on an axis that goes up.
  package let places: (first: Double, last: Double)

  /// A scale for some values, from one place to another.
  package init(_ kind: Kind, _ values: ClosedRange<Double>, from first: Double, to last: Double) {
    precondition(values.lowerBound < values.upperBound, "an axis has more than one value")
    if case .logarithmic = kind { precondition(values.lowerBound > 0, "0 has no logarithm") }
    self.kind = kind
    self.values = values
    places = (first, last)
  }

  /// Where a value stands; what is beyond the ends stands at the nearer one.
  package func place(of value: Double) -> Double {
    let inside = min(max(value, values.lowerBound), values.upperBound)
    let share: Double
    switch kind {
    case .linear:
      share = (inside - values.lowerBound) / (values.upperBound - values.lowerBound)
    case .logarithmic:
      share =
        (logarithm(inside) - logarithm(values.lowerBound))
        / (logarithm(values.upperBound) - logarithm(values.lowerBound))
    }
    return places.first + share * (places.last - places.first)
  }

  /// Round values within the ends, in their order, no more than a number; at least one if there is
  /// any.
  package func ticks(most count: Int) -> [Double] {
    switch kind {
    case .linear: linearTicks(most: count)
    case .logarithmic: logarithmicTicks(most: count)
    }
  }

  private func linearTicks(most count: Int) -> [Double] {
    let width = values.upperBound - values.lowerBound
    var exponent = Self.exponent(of: width / Double(max(1, count)))
    while true {
      for digit in [1.0, 2, 5] {
        let step = Decade(exponent).value * digit
        let first = (values.lowerBound / step - 1e-9).rounded(.up)
        let last = (values.upperBound / step + 1e-9).rounded(.down)
        if last - first + 1 <= Double(max(1, count)) {
          if last < first { return [] }
          return (Int(first)...Int(last)).map { Decade(exponent).times($0 * Int(digit)) }
        }
      }
      exponent += 1
    }
  }

  private func logarithmicTicks(most count: Int) -> [Double] {
    let first = Self.exponent(of: values.lowerBound)
    let last = Self.exponent(of: values.upperBound)
    let decades = (first...last).map { Decade($0).value }.filter { values.contains($0) }
    if decades.count <= 1 { return Scale(.linear, values, from: 0, to: 1).ticks(most: count) }
    let step = (decades.count + max(1, count) - 1) / max(1, count)
    return decades.indices.filter { ($0 - (decades.count - 1)) % step == 0 }.map { decades[$0] }
  }

  /// The power of ten that is at most as large as a number.
  private static func exponent(of number: Double) -> Int {
    var exponent = Int((logarithm(number) / logarithm(10)).rounded(.down))
    if Decade(exponent + 1).value <= number { exponent += 1 }
    if Decade(exponent).value > number { exponent -= 1 }
    return exponent
  }
}

/// A power of ten.
private struct Decade {
  private let exponent: Int

  init(_ exponent: Int) {
    self.exponent = exponent
  }

  /// The number, as it is read from a text.
  var value: Double { times(1) }

  /// A multiple, as it is read from a text, so that three tenths are 0.3.
  func times(_ factor: Int) -> Double { Double("\(factor)e\(exponent)") ?? .nan }
}
