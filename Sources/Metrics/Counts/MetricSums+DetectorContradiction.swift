import Detection
import Statistics

/// What is so of every detector.
extension MetricSums<BlocTrial> {
  func requirePossible(
    detectorIn scope: MetricScope, trials all: Int
  ) throws(Contradiction) {
    try require(trials == all, "'trials': \(trials) contradicts \(all) trials of the cell")
    let withBloc = number(of: .trialsWithBloc)
    if let hasBloc = scope.possibleCounts.hasBloc {
      try require(
        withBloc == (hasBloc ? trials : 0),
        "'\(Counter.trialsWithBloc.key)': \(withBloc) contradicts \(trials) trials of a cell "
          + (hasBloc ? "in which voters collude" : "in which nobody colludes"))
    }
    try requirePossible(in: scope) { quotient in
      switch quotient.units {
      case .honestVoters: scope.honestVoters...scope.honestVoters
      case .trials: 0...1
      case .proposals, .votersOfProposals: 0...(1 << 48)
      }
    }
    try requireExact(withBloc: withBloc)
  }

  /// A trial without a bloc is exact unless there is a false alarm.
  private func requireExact(withBloc: Int) throws(Contradiction) {
    guard case .ofDetector(.event(let alarms, _)) = Metric.falseAlarmRate.definition.measure
    else { return }
    let quiet = trials - withBloc - number(of: alarms)
    let exact = number(of: .exactTrials)
    try require(
      (quiet...quiet + withBloc).contains(exact),
      "'\(Counter.exactTrials.key)': \(exact) contradicts \(quiet) trials without bloc and alarm, and "
        + "\(withBloc) with a bloc")
    let places = percentiles(of: .detectionPlaces).buckets
    let found = places.filter { $0.number < Int(Spread.neverDetected) }.reduce(0) { $0 + $1.count }
    try require(
      found <= UInt64(exact - quiet),
      "'\(Spread.detectionPlaces.key)': \(found) trials in which the bloc is found contradict "
        + "\(exact - quiet) that are exact")
  }
}
