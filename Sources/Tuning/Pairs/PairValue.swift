import Metrics

/// What is known of a metric of a configuration against an adversary.
package struct PairValue: Equatable, Sendable {
  /// How it is known; raw values are the words of files.
  ///
  /// What comes first is known better.
  package enum Status: String, CaseIterable, Sendable {
    /// A certificate says that it cannot happen.
    case proven
    /// It is a sum of probabilities.
    case exact
    /// It lies between bounds.
    case bounded
    /// It was measured by trials.
    case measured
  }

  /// The value; nil if only bounds are known.
  package let value: Double?
  /// What it cannot be below or above; nil if there is nothing to measure.
  package let range: ClosedRange<Double>?
  /// How it is known.
  package let status: Status
  /// The number of trials that it rests on.
  package let trials: Int

  /// What a certificate says cannot happen.
  static let never = PairValue(value: 0, range: 0...0, status: .proven, trials: 0)

  /// Nothing to measure, for certain.
  static let undefined = PairValue(value: nil, range: nil, status: .exact, trials: 0)

  /// An exact value.
  static func exact(_ value: Double) -> PairValue {
    PairValue(value: value, range: value...value, status: .exact, trials: 0)
  }

  /// Bounds.
  static func bounded(_ range: ClosedRange<Double>) -> PairValue {
    PairValue(value: nil, range: range, status: .bounded, trials: 0)
  }
}

extension PairValue {
  /// The range as numbers that grow with harm.
  func badness(_ metric: Metric) -> ClosedRange<Double>? {
    guard let range else { return nil }
    switch metric.worsening {
    case .rising, .neither: return range
    case .falling: return -range.upperBound...(-range.lowerBound)
    }
  }
}
