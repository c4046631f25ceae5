import Consensus
import Simulation

/// An event to come in a trial: sixteen bytes, because events are moved often.
struct Message: BitwiseCopyable, Sendable {
  /// The kind of event; events at the same instant follow the order of this list.
  enum Kind: UInt8, BitwiseCopyable {
    /// The next proposal of the workload is opened.
    case open
    /// A voter is woken, as it asked for.
    case wake
    /// A vote reaches a ballot box.
    case vote
    /// A ballot box tallies.
    case tally
  }

  let kind: Kind
  var value = VoteValue.abstain
  /// The index of a ballot box; more boxes than this would not fit into memory.
  var box: UInt16 = 0
  var proposal: Int32 = 0
  /// The voter in whose name it is done.
  var voter: Int32 = 0
  /// The voter who really does it; -1 for the coordinator.
  var sender: Int32 = -1
}
