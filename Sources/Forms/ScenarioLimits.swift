/// The largest sizes of a scenario: bounds far beyond sensible use, so that a typing error is
/// reported instead of filling the memory.
package enum ScenarioLimits {
  /// The largest file, in bytes.
  package static let fileByteCountMax = 16_000_000
  /// The most voters in all groups together.
  package static let votersMax = 100_000
  /// The most proposals in one trial.
  package static let proposalsMax = 10_000_000
  /// The most trials of one cell.
  package static let trialsMax = 1_000_000_000_000
  /// The most cells of a sweep.
  package static let cellsMax = 10_000
  /// The most axes of a sweep.
  package static let axesMax = 32
  /// The most groups, partitions, actions, targets, detectors and expectations, each.
  package static let elementsMax = 1000
  /// The most workers as targets of proposals.
  package static let workersMax = 1_000_000
  /// The largest whole number in a setting of the protocol.
  package static let wholeSettingMax = 1_000_000_000
  /// The longest delay, mean or median in seconds: 100 days.
  package static let delaySecondsMax = 8_640_000.0
  /// The last time of a trial in seconds: about 31 years.
  package static let timeSecondsMax = 1e9
  /// The largest weight of a voter or an action.
  package static let weightMax = 1e12
  /// The largest cost of a wrong outcome.
  package static let costMax = 1e6
  /// The most votes in the ballot boxes of one trial, which are all kept in memory.
  package static let votesPerTrialMax = 2_000_000_000.0
  /// The most proposals of all trials, counted once for each ballot box.
  package static let proposalsOfAllTrialsMax = 1e14
  /// The largest sum over all trials of the squares of a measured value, in nanoseconds or
  /// millionths: sums are exact, so they need a limit.
  package static let squaresMax = 5e33
}
