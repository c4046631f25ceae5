/// The design of random electorates for tests of detectors: voters, accuracies and colluding blocs.
public struct ElectorateDesign: Sendable {
  /// What a bloc votes when its plan is active.
  public enum Plan: String, CaseIterable, Sendable {
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
  public var voters: Int
  /// The number of proposals.
  public var proposals: Int
  /// The mean accuracy of voters.
  public var accuracy: Double
  /// The sizes of the blocs.
  public var blocs: [Int]
  /// The probability that a bloc votes honestly on a proposal.
  public var camouflage: Double
  /// What blocs vote.
  public var plan = Plan.coin
  /// The probability that a member votes as planned rather than the opposite.
  public var fidelity = 1.0
  /// The probability that a member skips an active round and votes honestly.
  public var rotation = 0.0
  /// The probability that a voter casts no vote on a proposal.
  public var abstention = 0.0
  /// The largest deviation of accuracies from their mean.
  public var jitter = 0.0
  /// By how much the accuracy on warranted proposals exceeds the mean for half of the voters; for
  /// the other half it is lower by as much.
  public var bias = 0.0
  /// The share of proposals on which voters can only guess.
  public var tossUps = 0.0
  /// The probability that a proposal is warranted.
  public var warranted = 0.5
  /// The number of groups of honest voters who share a base model.
  public var cloneGroups = 0
  /// The number of voters in such a group.
  public var cloneSize = 4
  /// The probability that such a voter sees what its base model sees.
  public var cloneCorrelation = 0.5
  /// The number of targets; a bloc with its own target is only active on that target.
  public var targets = 10
  /// Whether blocs have their own target.
  public var protectsTarget = false

  /// A design with defaults, which can be changed afterwards.
  public init(
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
  public static func halfCamouflagedRing(voters: Int, proposals: Int) -> ElectorateDesign {
    ElectorateDesign(
      voters: voters, proposals: proposals, accuracy: 0.85, blocs: [(voters - 1) / 3],
      camouflage: 0.5)
  }
}
