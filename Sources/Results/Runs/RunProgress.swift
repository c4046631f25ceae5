/// The progress of a run.
public struct RunProgress: Sendable, Equatable {
  /// The number of units in all.
  public let units: Int
  /// The number of finished units.
  public internal(set) var unitsDone: Int
  /// The number of units finished by an earlier process.
  public let unitsResumed: Int
  /// The number of trials in all.
  public let trials: Int
  /// The number of finished trials, by any process.
  public internal(set) var trialsDone: Int
  /// The number of trials finished by an earlier process.
  public let trialsResumed: Int
  /// The index of the current cell, from 0.
  public internal(set) var cell: Int

  /// Whether all units are done.
  public var isComplete: Bool { unitsDone == units }
}
