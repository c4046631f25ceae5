import Maths

/// A number between 0 and 1 together with what it lacks of 1, both precise.
///
/// Near 1 a `Double` has no digits left for the difference to 1; here it keeps them all.
struct UnitPoint: Sendable, Equatable {
  let value: Double
  let complement: Double

  init(_ value: Double) {
    self.init(value: value, complement: 1 - value)
  }

  /// The point whose odds, value ÷ complement, have the logarithm given.
  init(logOdds: Double) {
    let odds = exponential(-logOdds.magnitude)
    let smaller = odds / (1 + odds)
    let larger = 1 / (1 + odds)
    self =
      logOdds < 0
      ? Self(value: smaller, complement: larger) : Self(value: larger, complement: smaller)
  }

  /// The point with the logarithm given, which is not positive.
  init(logarithm: Double) {
    self.init(value: exponential(logarithm), complement: -exponentialMinusOne(logarithm))
  }

  private init(value: Double, complement: Double) {
    self.value = value
    self.complement = complement
  }

  /// The point as seen from 1.
  var mirrored: UnitPoint { UnitPoint(value: complement, complement: value) }
}
