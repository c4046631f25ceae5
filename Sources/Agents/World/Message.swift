import Consensus
import Simulation

/// Something that is to happen in a trial: sixteen bytes, since it is moved about a lot.
struct Message: BitwiseCopyable, Sendable {
  /// What is to happen; at one instant in the order of this list.
  enum Kind: UInt8, BitwiseCopyable {
    /// The next proposal of the workload is opened.
    case open
    /// A voter who has asked for it gets to act.
    case wake
    /// A vote reaches a ballot box.
    case vote
    /// A ballot box counts.
    case tally
  }

  let kind: Kind
  var value = VoteValue.abstain
  /// More ballot boxes than this holds would not fit into any memory: each has a place a voter.
  var box: UInt16 = 0
  var proposal: Int32 = 0
  /// In whose name it is done.
  var voter: Int32 = 0
  /// Who really does it; -1 for the coordinator.
  var sender: Int32 = -1
}
