/// A kind of electorate to try detectors on: how many vote, how well, and who conspires how.
public struct ElectorateDesign: Sendable {
  /// What a bloc does when its plan is active.
  public enum Plan: String, CaseIterable, Sendable {
    /// A fair coin decides.
    case coin
    /// Against the truth.
    case oppose
    /// All votes are rejections.
    case reject
    /// All vote as the first member would by itself.
    case copy
  }

  /// How many vote.
  public var voters: Int
  /// On how many proposals.
  public var proposals: Int
  /// The accuracy of voters on average.
  public var accuracy: Double
  /// The sizes of the blocs.
  public var blocs: [Int]
  /// How probable it is that a bloc votes honestly on a proposal.
  public var camouflage: Double
  /// What blocs do.
  public var plan = Plan.coin
  /// How probable it is that a member votes as planned rather than the opposite.
  public var fidelity = 1.0
  /// How probable it is that a member sits out an active round and votes honestly.
  public var rotation = 0.0
  /// How probable it is that a voter casts no vote on a proposal.
  public var abstention = 0.0
  /// How far accuracies lie from their mean, at most.
  public var jitter = 0.0
  /// How much likelier voters are right about what is warranted than on average, for half of them;
  /// the other half lean as far the other way.
  public var bias = 0.0
  /// The share of proposals about which voters know nothing.
  public var tossUps = 0.0
  /// How probable it is that the facts call for a proposal's action.
  public var warranted = 0.5
  /// Groups of honest voters who share a base model.
  public var cloneGroups = 0
  /// How many voters such a group has.
  public var cloneSize = 4
  /// How probable it is that such a voter sees what its base model sees.
  public var cloneCorrelation = 0.5
  /// How many targets there are; a bloc with a target of its own is active there and nowhere else.
  public var targets = 10
  /// Whether blocs have a target of their own.
  public var protectsTarget = false

  /// A design; what is not said here can be set afterwards.
  public init(
    voters: Int, proposals: Int, accuracy: Double, blocs: [Int] = [], camouflage: Double = 0
  ) {
    self.voters = voters
    self.proposals = proposals
    self.accuracy = accuracy
    self.blocs = blocs
    self.camouflage = camouflage
  }

  /// Voters who are mostly right, and a third of them who follow a coin every other time: what the
  /// speed of detectors is measured on.
  public static func halfCamouflagedRing(voters: Int, proposals: Int) -> ElectorateDesign {
    ElectorateDesign(
      voters: voters, proposals: proposals, accuracy: 0.85, blocs: [(voters - 1) / 3],
      camouflage: 0.5)
  }
}
