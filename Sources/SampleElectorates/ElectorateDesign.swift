/// The design of random electorates for tests of detectors: voters, accuracies and colluding blocs.
package struct ElectorateDesign: Sendable {
  /// What a bloc votes when its plan is active.
  package enum Plan: String, CaseIterable, Sendable {
    /// A fair coin decides.
    case coin
    /// Against the truth.
    case oppose
    /// Rejection of everything.
    case reject
    /// The vote of the first member.
    case copy
  }

  /// The number of voters.
  package var voters: Int
  /// The number of proposals.
  package var proposals: Int
  /// The mean accuracy of voters.
  package var accuracy: Double
  /// The sizes of the blocs.
  package var blocs: [Int]
  /// The probability that a bloc votes honestly on a proposal.
  package var camouflage: Double
  /// What blocs vote.
  package var plan = Plan.coin
  /// The probability that a member votes as planned rather than the opposite.
  package var fidelity = 1.0
  /// The probability that a member skips an active round and votes honestly.
  package var rotation = 0.0
  /// The probability that a voter casts no vote on a proposal.
  package var abstention = 0.0
  /// The largest deviation of accuracies from their mean.
  package var jitter = 0.0
  /// By how much the accuracy on warranted proposals exceeds the mean for half of the voters; for
  /// the other half it is lower by as much.
  package var bias = 0.0
  /// The share of proposals on which voters can only guess.
  package var tossUps = 0.0
  /// The probability that a proposal is warranted.
  package var warranted = 0.5
  /// The number of groups of honest voters who share a base model.
  package var cloneGroups = 0
  /// The number of voters in such a group.
  package var cloneSize = 4
  /// The probability that such a voter sees what its base model sees.
  package var cloneCorrelation = 0.5
  /// The number of targets; a bloc with its own target is only active on that target.
  package var targets = 10
  /// Whether blocs have their own target.
  package var protectsTarget = false

  /// A design with defaults, which can be changed afterwards.
  package init(
    voters: Int, proposals: Int, accuracy: Double, blocs: [Int] = [], camouflage: Double = 0
  ) {
    self.voters = voters
    self.proposals = proposals
    self.accuracy = accuracy
    self.blocs = blocs
    self.camouflage = camouflage
  }

  /// Mostly accurate voters, a third of whom follow a coin half of the time; the speed of detectors
  /// is measured on these.
  package static func halfCamouflagedRing(voters: Int, proposals: Int) -> ElectorateDesign {
    ElectorateDesign(
      voters: voters, proposals: proposals, accuracy: 0.85, blocs: [(voters - 1) / 3],
      camouflage: 0.5)
  }
}
