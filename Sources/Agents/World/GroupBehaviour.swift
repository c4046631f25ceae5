/// How the voters of one group act: what they do when something happens in the world.
///
/// A behaviour keeps no state, so that a trial depends on nothing before it; all it needs to know is
/// in the world, and all chance comes from random streams named by voter, trial and proposal.
public protocol GroupBehaviour: Sendable {
  /// Whether the group wants to know of every vote that the central ballot box accepts.
  var watchesBallotBox: Bool { get }

  /// A proposal has been opened.
  func proposalOpened(_ proposal: Int, in world: inout World)

  /// A time has come that a voter of the group asked for.
  func wake(_ voter: Int, for proposal: Int, in world: inout World)

  /// The central ballot box has accepted a vote.
  func voteAccepted(on proposal: Int, in world: inout World)
}

extension GroupBehaviour {
  /// Most do not watch.
  public var watchesBallotBox: Bool { false }

  /// Most act when a proposal is opened and never again.
  public func wake(_ voter: Int, for proposal: Int, in world: inout World) {}

  /// Most do not watch.
  public func voteAccepted(on proposal: Int, in world: inout World) {}
}
