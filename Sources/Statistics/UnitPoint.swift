import Maths

/// A number between 0 and 1 together with its complement, both precise.
///
/// Near 1 a `Double` has no digits left for the difference from 1; here it keeps them all.
struct UnitPoint: Sendable, Equatable {
  let value: Double
  let complement: Double

  init(_ value: Double) {
    self.init(value: value, complement: 1 - value)
  }

  /// The point whose log odds, of value and complement, are given.
  init(logOdds: Double) {
    let odds = exponential(-logOdds.magnitude)
    let smaller = odds / (1 + odds)
    let larger = 1 / (1 + odds)
    self =
      logOdds < 0
      ? Self(value: smaller, complement: larger) : Self(value: larger, complement: smaller)
  }

  /// The point with a given logarithm, which is not positive.
  init(logarithm: Double) {
    self.init(value: exponential(logarithm), complement: -exponentialMinusOne(logarithm))
  }

  private init(value: Double, complement: Double) {
    self.value = value
    self.complement = complement
  }

  /// The complement of the point.
  var mirrored: UnitPoint { UnitPoint(value: complement, complement: value) }
}
