/// The smallest failing case that was found.
package struct Counterexample: Equatable, Sendable {
  /// Where the failing seed came from.
  package enum Origin: Equatable, Sendable {
    case generated(case: Int, of: Int)
    case regression
    case environment
  }

  package var seed: UInt64
  package var origin: Origin
  package var message: String
  package var log: CaseLog
  /// How often the case could be made simpler, and how many replays that took.
  package var shrinks: Int
  package var attempts: Int
  /// The smallest case passed when it ran again: the body depends on more than its draws.
  package var isUnstable: Bool

  package init(
    seed: UInt64, origin: Origin, message: String, log: CaseLog, shrinks: Int, attempts: Int,
    isUnstable: Bool
  ) {
    self.seed = seed
    self.origin = origin
    self.message = message
    self.log = log
    self.shrinks = shrinks
    self.attempts = attempts
    self.isUnstable = isUnstable
  }
}
