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
  /// The mean of values that are equally likely to be the true one, as far as there is something to
  /// measure.
  static func mean(of values: [PairValue]) -> PairValue {
    if values.count == 1 { return values[0] }
    let ranges = values.compactMap(\.range)
    if ranges.isEmpty { return .undefined }
    func mean(_ numbers: [Double]) -> Double { numbers.reduce(0, +) / Double(ranges.count) }
    let known = values.compactMap(\.value)
    let status = values.map(\.status).max { $0.rank < $1.rank } ?? .exact
    return PairValue(
      value: known.count == ranges.count ? mean(known) : nil,
      range: mean(ranges.map(\.lowerBound))...mean(ranges.map(\.upperBound)), status: status,
      trials: values.reduce(0) { $0 + $1.trials })
  }

  /// The range as numbers that grow with harm.
  func badness(_ metric: Metric) -> ClosedRange<Double>? {
    guard let range else { return nil }
    switch metric.worsening {
    case .rising, .neither: return range
    case .falling: return -range.upperBound...(-range.lowerBound)
    }
  }
}

extension PairValue.Status {
  /// The place among all: what comes first is known better.
  var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
