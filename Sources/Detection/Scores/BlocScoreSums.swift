import Statistics

/// Scores summed up over trials: whole numbers that add up to the same in any order.
public struct BlocScoreSums: Sendable, Equatable {
  /// How many trials were counted.
  public package(set) var trials = 0
  /// Trials with a true bloc.
  public package(set) var trialsWithBloc = 0
  /// Trials whose reported blocs are exactly the true ones; none reported, where there is none.
  public package(set) var exactTrials = 0
  /// Trials in which a bloc is reported, of those without a true one.
  public package(set) var falseAlarms = 0
  /// Trials with a true bloc in which the oracle recovers all.
  public package(set) var oracleTrials = 0
  /// Those of them whose reported blocs are exactly the true ones.
  public package(set) var exactOracleTrials = 0
  /// Honest voters in a reported bloc among the honest.
  public package(set) var innocents = ClusteredRate()
  /// Pair precision, in parts of ``Fraction/partsPerUnit``, over trials with a reported pair.
  public package(set) var precision = ClusteredMean()
  /// Pair recall, over trials with a true pair.
  public package(set) var recall = ClusteredMean()
  /// Pair F1, over trials with a pair of either kind.
  public package(set) var f1 = ClusteredMean()
  /// The adjusted Rand index.
  public package(set) var adjustedRandIndex = ClusteredMean()
  /// The area under the curve, over trials with both kinds of pairs.
  public package(set) var areaUnderCurve = ClusteredMean()
  /// The place of the first exact prefix, or ``neverDetected``, over trials with a true bloc.
  public package(set) var detectionPlaces = ClusteredPercentiles()

  /// Stands for a bloc that is not found in the end.
  public static let neverDetected: Int64 = 100

  /// Nothing counted yet.
  public init() {}

  /// Counts one trial in.
  public mutating func add(_ trial: BlocTrial) {
    let score = trial.score
    trials += 1
    if score.isExact { exactTrials += 1 }
    if score.hasBloc {
      trialsWithBloc += 1
      if trial.isRecoveredByOracle { oracleTrials += 1 }
      if trial.isRecoveredByOracle && score.isExact { exactOracleTrials += 1 }
    } else if score.hasReport {
      falseAlarms += 1
    }
    innocents.add(events: score.innocents, of: score.honest)
    precision.add(score.precision)
    recall.add(score.recall)
    f1.add(score.f1)
    adjustedRandIndex.add(score.adjustedRandIndex)
    areaUnderCurve.add(score.areaUnderCurve)
    var places = score.hasBloc ? [trial.firstExactPrefix.map(Int64.init) ?? Self.neverDetected] : []
    detectionPlaces.add(&places)
  }

  /// Counts the trials of other sums in.
  public mutating func merge(_ other: BlocScoreSums) {
    trials += other.trials
    trialsWithBloc += other.trialsWithBloc
    exactTrials += other.exactTrials
    falseAlarms += other.falseAlarms
    oracleTrials += other.oracleTrials
    exactOracleTrials += other.exactOracleTrials
    innocents.merge(other.innocents)
    precision.merge(other.precision)
    recall.merge(other.recall)
    f1.merge(other.f1)
    adjustedRandIndex.merge(other.adjustedRandIndex)
    areaUnderCurve.merge(other.areaUnderCurve)
    detectionPlaces.merge(other.detectionPlaces)
  }
}

extension ClusteredMean {
  fileprivate mutating func add(_ fraction: Fraction?) {
    add(total: fraction?.parts ?? 0, count: fraction == nil ? 0 : 1)
  }
}
