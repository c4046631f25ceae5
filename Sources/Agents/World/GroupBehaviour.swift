/// How the voters of a group react to events of the world.
///
/// A behaviour keeps no state, so a trial does not depend on earlier trials. All it knows is in the
/// world, and its random draws come from streams named by voter, trial and proposal.
package protocol GroupBehaviour: Sendable {
  /// Whether the group is called for every vote that the central ballot box accepts.
  var watchesBallotBox: Bool { get }

  /// Called when a proposal is opened.
  func proposalOpened(_ proposal: Int, in world: inout World)

  /// Called at a time that a voter of the group asked for.
  func wake(_ voter: Int, for proposal: Int, in world: inout World)

  /// Called when the central ballot box accepts a vote.
  func voteAccepted(of voter: Int, on proposal: Int, in world: inout World)
}

extension GroupBehaviour {
  /// By default a group does not watch votes.
  package var watchesBallotBox: Bool { false }

  /// By default a group does nothing after the opening.
  package func wake(_ voter: Int, for proposal: Int, in world: inout World) {}

  /// By default a group ignores votes.
  package func voteAccepted(of voter: Int, on proposal: Int, in world: inout World) {}
}
