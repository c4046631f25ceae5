/// A kind of electorate to try detectors on.
struct Electorate: Sendable {
  /// What a bloc does when its plan is active.
  enum Plan: String, CaseIterable, Sendable {
    /// A fair coin decides.
    case coin
    /// Against the truth.
    case oppose
    /// All votes are rejections.
    case reject
    /// All vote as the first member would by itself.
    case copy
  }

  var voters: Int
  var proposals: Int
  /// The accuracy of voters on average.
  var accuracy: Double
  /// The sizes of the blocs.
  var blocs: [Int] = []
  /// How probable it is that a bloc votes honestly on a proposal.
  var camouflage = 0.0
  var plan = Plan.coin
  /// How probable it is that a member votes as planned rather than the opposite.
  var fidelity = 1.0
  /// How probable it is that a member sits out an active round and votes honestly.
  var rotation = 0.0
  var abstention = 0.0
  /// How far accuracies lie from their mean, at most.
  var jitter = 0.0
  /// How much likelier voters are right about what is warranted than on average, for half of them;
  /// the other half lean as far the other way.
  var bias = 0.0
  /// The share of proposals about which voters know nothing.
  var tossUps = 0.0
  var warranted = 0.5
  /// Groups of honest voters who share a base model.
  var cloneGroups = 0
  var cloneSize = 4
  var cloneCorrelation = 0.5
  /// How many targets there are; a bloc with a target of its own is active there and nowhere else.
  var targets = 10
  var protectsTarget = false
}
