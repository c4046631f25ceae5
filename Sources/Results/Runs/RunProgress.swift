/// How far a run has come.
public struct RunProgress: Sendable, Equatable {
  /// How many units there are to do in all.
  public let units: Int
  /// How many are done.
  public internal(set) var unitsDone: Int
  /// How many of those an earlier process did.
  public let unitsResumed: Int
  /// How many trials there are to run in all.
  public let trials: Int
  /// How many have been run, by whatever process.
  public internal(set) var trialsDone: Int
  /// How many trials an earlier process has run.
  public let trialsResumed: Int
  /// The cell worked on, from 0.
  public internal(set) var cell: Int

  /// Whether all is done.
  public var isComplete: Bool { unitsDone == units }
}
