/// What a misbehaving voter does.
protocol Misconduct: Sendable {
  /// Whether it wants to know of every vote that the central ballot box accepts.
  var watchesBallotBox: Bool { get }

  /// A proposal has been opened.
  func proposalOpened(_ proposal: Int, to voter: FaultyVoter, in world: inout World)

  /// A time has come that the voter asked for.
  func wake(_ voter: FaultyVoter, for proposal: Int, in world: inout World)

  /// The central ballot box has accepted a vote.
  func voteAccepted(on proposal: Int, seenBy voter: FaultyVoter, in world: inout World)
}

extension Misconduct {
  /// Most do not watch.
  var watchesBallotBox: Bool { false }

  /// Most act when a proposal is opened and never again.
  func wake(_ voter: FaultyVoter, for proposal: Int, in world: inout World) {}

  /// Most do not watch.
  func voteAccepted(on proposal: Int, seenBy voter: FaultyVoter, in world: inout World) {}
}
