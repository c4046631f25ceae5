/// How far a search is.
package enum TuneProgress: Sendable {
  /// How many of all pairs of a configuration and an adversary were looked at without trials.
  case pairs(done: Int, of: Int)
  /// How many trials were run, of how many at most, before a round of a number from 1.
  case trials(Int, of: Int, round: Int)
  /// How far the scenario may change is looked at, after all else.
  case stability
}
