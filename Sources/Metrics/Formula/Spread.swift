import Detection

/// Numbers of which each trial has some, for percentiles.
public struct Spread<Trial: ScoredTrial>: Sendable {
  /// The name of the histogram where counts are written down.
  public let key: String
  /// How many of the coins in which values are given make one.
  public let coin: Double
  /// The largest number that there can be in a cell.
  let numberMax: @Sendable (MetricScope) -> Double
  /// The most numbers that a trial can have.
  public let perTrialMax: @Sendable (MetricScope) -> Double
  /// The value, in that coin, that a number stands for in a cell.
  public let value: @Sendable (Double, MetricScope) -> Double
  /// Lends the numbers of a trial, in any order, to be sorted in place.
  let withNumbers: @Sendable (inout Trial, (inout [Int64]) -> Void) -> Void

  /// The values of a trial in a cell.
  public func values(of trial: Trial, in scope: MetricScope) -> [Double] {
    var (trial, values) = (trial, [Double]())
    withNumbers(&trial) { numbers in values = numbers.map { value(Double($0), scope) } }
    return values
  }
}

extension Spread<TrialScore> {
  /// Nanoseconds from opening to decision.
  static var latencies: Self {
    Spread(
      key: "latency_percentiles", coin: TrialCounts.nanosecond,
      numberMax: { $0.deadline }, perTrialMax: { $0.outcomesPerTrialMax },
      value: { number, _ in number },
      withNumbers: { trial, body in trial.withLatencies(body) })
  }
}

extension Spread<BlocTrial> {
  /// The places of the first exact prefixes, and so the proposals after which the blocs are found,
  /// over trials with a true bloc.
  static var detectionPlaces: Self {
    Spread(
      key: "detection_places", coin: 1,
      numberMax: { _ in Double(neverDetected) }, perTrialMax: { _ in 1 },
      value: { place, scope in
        // A flood makes trials longer than the workload; what takes longer takes all of it.
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

  /// Stands for a bloc that is not found in the end.
  static var neverDetected: Int64 { 100 }
}
