import Detection

/// A set of numbers in each trial, for percentiles.
package struct Spread<Trial: ScoredTrial>: Sendable {
  /// The name of the histogram in stored counts.
  package let key: String
  /// The number of coins that make 1.
  package let coin: Double
  /// How many numbers the trials have.
  let size: Size
  /// The largest possible number in a cell.
  let numberMax: @Sendable (MetricScope) -> Double
  /// The largest number of values of a trial.
  package let perTrialMax: @Sendable (MetricScope) -> Double
  /// The value of a number in a cell, in coins.
  package let value: @Sendable (Double, MetricScope) -> Double
  /// Gives access to the numbers of a trial, in any order, to sort them in place.
  let withNumbers: @Sendable (inout Trial, (inout [Int64]) -> Void) -> Void

  /// How many numbers some trials have.
  enum Size: Sendable {
    /// As many as a quotient has units, of which it has the total.
    case unitsOf(Quotient<Trial>)
    /// One in each trial of a kind.
    case oneInTrials(TrialKind<Trial>)
  }

  /// The values of a trial in a cell.
  package func values(of trial: Trial, in scope: MetricScope) -> [Double] {
    var (trial, values) = (trial, [Double]())
    withNumbers(&trial) { numbers in values = numbers.map { value(Double($0), scope) } }
    return values
  }
}

extension Spread<TrialScore> {
  /// Nanoseconds from opening to decision.
  static var latencies: Self {
    Spread(
      key: "latency_percentiles", coin: TrialCounts.nanosecond, size: .unitsOf(.latency),
      numberMax: { $0.deadline }, perTrialMax: { $0.outcomesPerTrialMax },
      value: { number, _ in number },
      withNumbers: { trial, body in trial.withLatencies(body) })
  }
}

extension Spread<BlocTrial> {
  /// The indices of the first exact prefixes, and so the numbers of proposals after which blocs are
  /// found, over trials with a true bloc.
  static var detectionPlaces: Self {
    Spread(
      key: "detection_places", coin: 1, size: .oneInTrials(.with(.trialsWithBloc)),
      numberMax: { _ in Double(neverDetected) }, perTrialMax: { _ in 1 },
      value: { place, scope in
        // A flood makes trials longer than the workload; a later detection counts as the whole
        // workload.
        let prefixes = DetectionTime.prefixes(of: scope.proposals)
        return place < Double(neverDetected)
          ? Double(prefixes[min(Int(place), prefixes.count - 1)]) : .infinity
      },
      withNumbers: { trial, body in
        var places =
          trial.score.hasBloc ? [trial.firstExactPrefix.map(Int64.init) ?? neverDetected] : []
        body(&places)
      })
  }

  /// Stands for a bloc that is not found at the end.
  static var neverDetected: Int64 { 100 }
}
