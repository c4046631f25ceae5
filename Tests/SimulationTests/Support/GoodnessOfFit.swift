import TestSupport

/// Whether samples may come from a distribution.
enum GoodnessOfFit {
  /// How many draws a test makes: as many as take a second, ten times fewer in debug builds.
  static var drawCount: Int {
    Effort.count(1_000_000, inDebug: 100_000)
  }

  /// The limit of `kolmogorovSmirnov` that chance exceeds once in a thousand times.
  static let kolmogorovSmirnovMax = 1.95

  /// √n times the largest distance between the samples' and the expected distribution function.
  static func kolmogorovSmirnov(
    _ samples: [Double], _ cumulative: (Double) -> Double
  ) -> Double {
    let count = Double(samples.count)
    var largest = 0.0
    for (index, sample) in samples.sorted().enumerated() {
      let expected = cumulative(sample)
      largest = max(
        largest, expected - Double(index) / count, Double(index + 1) / count - expected)
    }
    return largest * count.squareRoot()
  }

  /// The sum of (observed − expected)² ÷ expected over cells that are all as likely.
  static func chiSquare(_ counts: [Int]) -> Double {
    let expected = Double(counts.reduce(0, +)) / Double(counts.count)
    return counts.reduce(0) { sum, count in
      sum + (Double(count) - expected) * (Double(count) - expected) / expected
    }
  }

  /// How far a mean lies from the expected one, in standard errors.
  static func standardErrors(
    ofMean samples: [Double], expected: Double, variance: Double
  ) -> Double {
    let count = Double(samples.count)
    let mean = samples.reduce(0, +) / count
    return (mean - expected) / (variance / count).squareRoot()
  }

  /// How far a mean square about a known mean lies from the variance, in standard errors.
  ///
  /// - Parameter kurtosis: The fourth central moment, in squares of the variance.
  static func standardErrors(
    ofVariance samples: [Double], mean: Double, expected: Double, kurtosis: Double
  ) -> Double {
    let squares = samples.map { ($0 - mean) * ($0 - mean) }
    return standardErrors(
      ofMean: squares, expected: expected, variance: (kurtosis - 1) * expected * expected)
  }
}
