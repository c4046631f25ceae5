/// How large a scenario may be: bounds beyond any sensible use, so that a slip of the pen is told
/// as such instead of filling the memory.
public enum ScenarioLimits {
  /// The longest file, in bytes.
  public static let fileByteCountMax = 16_000_000
  /// The most voters of all groups together.
  public static let votersMax = 100_000
  /// The most proposals in one trial.
  public static let proposalsMax = 10_000_000
  /// The most trials of one cell.
  public static let trialsMax = 1_000_000_000_000
  /// The most cells of a sweep.
  public static let cellsMax = 10_000
  /// The most axes of a sweep.
  public static let axesMax = 32
  /// The most groups, partitions, actions, targets, detectors and expectations, of each.
  public static let elementsMax = 1000
  /// The most workers that proposals are aimed at.
  public static let workersMax = 1_000_000
  /// The greatest whole number that a setting of the protocol may be.
  package static let wholeSettingMax = 1_000_000_000
  /// The longest delay in seconds, and the greatest mean or median of one: 100 days.
  package static let delaySecondsMax = 8_640_000.0
  /// The last instant in seconds: about 31 years.
  package static let timeSecondsMax = 1e9
  /// The greatest weight of a voter or an action.
  public static let weightMax = 1e12
  /// The greatest cost of a wrong outcome.
  package static let costMax = 1e6
  /// The most votes that ballot boxes hold in one trial, which all are kept in memory.
  package static let votesPerTrialMax = 2_000_000_000.0
  /// The most proposals of all trials, counted once for each ballot box.
  package static let proposalsOfAllTrialsMax = 1e14
  /// The most that the squares of what is measured in a trial may add up to over all trials, in
  /// nanoseconds or millionths: sums are exact, and this is the room they have.
  package static let squaresMax = 5e33
}
