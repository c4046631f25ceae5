import Statistics
import TestSupport

/// How the values of a trial hang together.
enum TrialKind: CustomStringConvertible {
  /// So many events, each for itself.
  case independent(Int)
  /// So many events, which all happen or none does.
  case together(Int)
  /// From none to so many events, each for itself.
  case ofAnySize(Int)
  /// One value from 0 to twice the mean.
  case value

  static let all: [TrialKind] = [
    .independent(1), .independent(5), .together(5), .ofAnySize(4), .value,
  ]

  var unitsMax: Double {
    switch self {
    case .independent(let units), .together(let units), .ofAnySize(let units): Double(units)
    case .value: 1
    }
  }

  /// What a trial comes to where the mean over all units is as given.
  func sample(mean: Double, _ random: inout SplitMix64) -> SequentialTest.Sample {
    func unit() -> Double { random.nextUnit() }
    func events(of units: Int) -> SequentialTest.Sample {
      let count = (0..<units).count { _ in unit() < mean }
      return SequentialTest.Sample(total: Double(count), units: Double(units))
    }
    switch self {
    case .independent(let units): return events(of: units)
    case .together(let units):
      return SequentialTest.Sample(
        total: unit() < mean ? Double(units) : 0, units: Double(units))
    case .ofAnySize(let units):
      return events(of: Int(unit() * Double(units + 1)))
    case .value:
      let bounded = mean <= 0.5 ? 2 * mean * unit() : 1 - 2 * (1 - mean) * unit()
      return SequentialTest.Sample(total: bounded, units: 1)
    }
  }

  var description: String {
    switch self {
    case .independent(let units): "\(units) independent"
    case .together(let units): "\(units) together"
    case .ofAnySize(let units): "up to \(units)"
    case .value: "a value"
    }
  }
}
