import Consensus
import Metrics
import Scenarios

/// How much each searched field matters to what becomes of a scenario.
///
/// The fields are drawn independently of one another: listed values are equally likely, and so are all
/// numbers of a range.
package struct Sensitivity: Sendable {
  /// The searched fields.
  package let fields: [RuleField]
  /// What is known of each value.
  package let values: [Value]

  /// A value that depends on the fields.
  package struct Value: Sendable {
    /// The metric.
    package let metric: Metric
    /// Whether it is that in peace, not the worst over adversaries.
    package let isInPeace: Bool
    /// How much each field matters to it, in the order of the fields, or why nobody knows.
    package let shares: Result<VarianceShares, Obstacle>
  }

  /// Why it is not known how much each field matters.
  package enum Obstacle: Error, Equatable, Sendable {
    /// A number of configurations have a value that is known within limits only.
    case notExact(configurations: Int)
    /// A number of configurations have no value, for there is nothing to measure.
    case undefined(configurations: Int)
    /// There are more combinations of values than allowed.
    case tooManyCombinations(max: Int)
    /// It is rounding alone that decides what a value of a field does.
    case roundingDecides(RuleField)
  }
}

extension Sensitivity {
  /// What a study says of it, without trials or sampling; nil if nobody asks.
  init?(_ study: TuneStudy) {
    let plan = study.plan
    guard let grid = plan.grid else { return nil }
    let fields = plan.request.fields.map(\.field)
    // The scenario's own settings are no part of the grid if they are not searched.
    let searched = Array(study.configurations.dropFirst(plan.isOwnSearched ? 0 : 1))
    var values = plan.metrics.enumerated().map { place, metric in
      Value(
        metric: metric, isInPeace: false,
        shares: grid.shares(of: searched.map { $0.worst[place].value }, by: fields))
    }
    values.append(
      Value(
        metric: plan.metrics[plan.harm], isInPeace: true,
        shares: grid.shares(of: searched.map { $0.peace[plan.harm] }, by: fields)))
    self.fields = fields
    self.values = values
  }
}

extension Result<CommonGrid, CommonGrid.Obstacle> {
  /// The shares of some fields in the variance of a value, given for each configuration.
  fileprivate func shares(
    of values: [PairValue], by fields: [RuleField]
  ) -> Result<VarianceShares, Sensitivity.Obstacle> {
    switch self {
    case .failure(.tooLarge):
      return .failure(.tooManyCombinations(max: CommonGrid.combinationsMax))
    case .failure(.roundingDecides(let field)): return .failure(.roundingDecides(field))
    case .success(let grid):
      let undefined = values.count { $0.range == nil }
      if undefined > 0 { return .failure(.undefined(configurations: undefined)) }
      let numbers = values.compactMap(\.exactValue)
      if numbers.count < values.count {
        return .failure(.notExact(configurations: values.count - numbers.count))
      }
      let ofAxes = VarianceShares(
        of: grid.configurations.map { numbers[Int($0)] }, weights: grid.axes.map(\.weights))
      let places = fields.map { field in grid.axes.firstIndex { $0.field == field } }
      return .success(ofAxes.taking(places.compactMap(\.self)))
    }
  }
}

extension VarianceShares {
  /// The shares of some inputs, by their places.
  fileprivate func taking(_ inputs: [Int]) -> VarianceShares {
    VarianceShares(
      mean: mean, variance: variance, shares: shares.map { shares in inputs.map { shares[$0] } })
  }
}

extension PairValue {
  /// The value, if it is known for certain.
  fileprivate var exactValue: Double? {
    switch status {
    case .proven, .exact, .bounded:
      range.flatMap { $0.lowerBound == $0.upperBound ? $0.lowerBound : nil }
    case .measured: nil
    }
  }
}
