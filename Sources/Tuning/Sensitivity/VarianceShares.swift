/// How much of the variance of a value each of its independent inputs brings about.
package struct VarianceShares: Equatable, Sendable {
  /// The mean of the value.
  package let mean: Double
  /// Its variance; 0 if it is the same everywhere, but for rounding.
  package let variance: Double
  /// The shares of each input; nil without any variance.
  package let shares: [Share]?

  /// The shares of an input.
  package struct Share: Equatable, Sendable {
    /// The variance of what is expected once only this input is known.
    package let alone: Double
    /// The variance that is left to this input once all others are known.
    package let total: Double
    /// The Shapley effect, which of all inputs together is 1.
    ///
    /// It is what the input adds to the variance of what is expected, on average over all orders in
    /// which inputs become known.
    package let shapley: Double
  }
}

extension VarianceShares {
  /// The shares of a value that is given for each combination of its inputs, summed without sampling.
  ///
  /// The worth of a set of inputs is the variance of what is expected once they are known (Owen 2014;
  /// Song, Nelson and Staum 2016).
  ///
  /// - Parameters:
  ///   - values: the value for each combination; the last input changes fastest.
  ///   - weights: the probability of each choice of each input.
  /// - Complexity: O(∏(1 + *d*)) for inputs with *d* choices.
  init(of values: [Double], weights: [[Double]]) {
    precondition(
      values.count == weights.reduce(1) { $0 * $1.count }, "every combination has a value")
    mean = weights.reduce(values) { $0.averaged(outer: 1, $1) }[0]
    let (least, greatest) = (values.min() ?? mean, values.max() ?? mean)
    guard greatest.isClearlyAbove(least) else {
      (variance, shares) = (0, nil)
      return
    }
    // An input with one choice is always known.
    let open = weights.indices.filter { weights[$0].count > 1 }
    // Of differences from the mean, rounding takes least.
    let worths = KnownInputs(of: values.map { [mean] in $0 - mean }, open.map { weights[$0] })
      .worths
    let all = worths.count - 1
    let whole = worths[all]
    variance = whole
    var shares = weights.map { _ in Share(alone: 0, total: 0, shapley: 0) }
    for (number, input) in open.enumerated() {
      let own = 1 << number
      shares[input] = Share(
        alone: (worths[own] / whole).share, total: ((whole - worths[all ^ own]) / whole).share,
        shapley: (Self.meanGain(of: own, worths, inputs: open.count) / whole).share)
    }
    self.shares = shares
  }

  /// What an input adds to the worth of those before it, on average over all orders of inputs.
  private static func meanGain(of own: Int, _ worths: [Double], inputs: Int) -> Double {
    // Each number of inputs before it is equally likely, and so are all sets of that number.
    var sets = 1.0
    var sums = Array(repeating: 0.0, count: inputs)
    for known in worths.indices where known & own == 0 {
      sums[known.nonzeroBitCount] += worths[known | own] - worths[known]
    }
    var gain = 0.0
    for (before, sum) in sums.enumerated() {
      gain += sum / (Double(inputs) * sets)
      sets = sets * Double(inputs - 1 - before) / Double(before + 1)
    }
    return gain
  }
}

/// The worth of each set of inputs, by the number whose bits are the inputs that are known.
private struct KnownInputs {
  private(set) var worths: [Double]
  private let weights: [[Double]]

  /// The worths for a value whose mean is 0.
  init(of values: [Double], _ weights: [[Double]]) {
    self.weights = weights
    worths = Array(repeating: 0, count: 1 << weights.count)
    add(values, known: 0, outer: 1, from: 0)
  }

  /// Adds the worths of all sets that agree on the inputs before one.
  ///
  /// - Parameters:
  ///   - values: what is expected by the known ones of those and all later inputs.
  ///   - outer: the number of combinations of the former.
  private mutating func add(_ values: [Double], known: Int, outer: Int, from input: Int) {
    if input == weights.count {
      worths[known] = variance(of: values, known: known)
      return
    }
    add(
      values.averaged(outer: outer, weights[input]), known: known, outer: outer, from: input + 1)
    add(
      values, known: known | 1 << input, outer: outer * weights[input].count, from: input + 1)
  }

  /// The variance of values by the known inputs.
  private func variance(of values: [Double], known: Int) -> Double {
    weights.indices.filter { known & 1 << $0 != 0 }
      .reduce(values.map { $0 * $0 }) { $0.averaged(outer: 1, weights[$1]) }[0]
  }
}

extension [Double] {
  /// Means over one input.
  ///
  /// - Parameters:
  ///   - outer: the number of combinations of the inputs before it.
  ///   - weights: the probability of each of its choices.
  fileprivate func averaged(outer: Int, _ weights: [Double]) -> [Double] {
    let inner = count / (outer * weights.count)
    var means = Array(repeating: 0.0, count: outer * inner)
    for before in 0..<outer {
      for (choice, weight) in weights.enumerated() {
        let start = (before * weights.count + choice) * inner
        for after in 0..<inner { means[before * inner + after] += weight * self[start + after] }
      }
    }
    return means
  }
}

extension Double {
  /// A share of a variance, without what rounding leaves of 0 and 1.
  fileprivate var share: Double { magnitude < 1e-12 ? 0 : Swift.min(1, self) }
}
