/// All that is known of a strategy or a plan without running it.
///
/// Exact values, the oracle of detectors, certificates, size checks and the form of scenarios
/// depend on these traits. The voters themselves use them as well, where a trait decides when they
/// are called, so the two cannot disagree.
public struct BehaviourTraits: Sendable {
  /// A capability beyond a single vote in one's own name.
  public enum Capability: CaseIterable, Hashable, Sendable {
    /// Calls the tally when a proposal is opened.
    case callsTallyAtOpening
    /// Calls the tally whenever a vote is accepted with which it would decide against the truth.
    case callsTallyWhenWrong
    /// Calls the tally at other times.
    case callsTallyAtWill
    case waitsForLastMoment
    /// Casts another vote just before the deadline, which counts where votes may be changed.
    case changesVote
    /// Casts two votes at once.
    case votesTwice
    /// Votes in the name of others.
    case forgesVotes
    /// Opens proposals of its own.
    case opensProposals
  }

  /// Something that a behaviour observes before it acts.
  public enum Observation: CaseIterable, Hashable, Sendable {
    /// What the facts call for.
    case truth
    /// The protocol's rules and how many ballot boxes there are.
    case rules
    /// The target of a proposal.
    case target
    /// Each vote as the ballot box accepts it.
    case eachVote
    /// The votes that are cast before the last moment.
    case votesCast
    /// The votes of single voters.
    case singleVotes
  }

  /// An argument that a scenario gives.
  public enum Parameter: Hashable, Sendable {
    /// A script, which is a list of steps.
    case script
    /// The workers that it is about; on other proposals its voters vote as they see the facts.
    case targets
    /// The honest voters to get accused; by default this many of the first ones.
    case victims(standardCount: Int)
  }

  /// The capabilities beyond a single vote in one's own name.
  public let capabilities: [Capability]
  /// What it observes.
  public let observations: [Observation]
  /// The arguments that a scenario gives.
  public let parameters: [Parameter]
  /// How its voters vote, as far as that is known in advance.
  public let forecast: VoteForecast

  /// The traits; none has a default, so each must be considered.
  public init(
    capabilities: [Capability], observations: [Observation], parameters: [Parameter],
    forecast: VoteForecast
  ) {
    self.capabilities = capabilities
    self.observations = observations
    self.parameters = parameters
    self.forecast = forecast
  }

  /// Whether it has a capability.
  public func does(_ capability: Capability) -> Bool { capabilities.contains(capability) }

  /// Whether it ever calls the tally.
  public var callsTally: Bool {
    capabilities.contains { capability in
      switch capability {
      case .callsTallyAtOpening, .callsTallyWhenWrong, .callsTallyAtWill: true
      case .waitsForLastMoment, .changesVote, .votesTwice, .forgesVotes, .opensProposals: false
      }
    }
  }

  /// Whether it observes something.
  public func observes(_ observation: Observation) -> Bool { observations.contains(observation) }

  /// Whether it takes an argument.
  public func takes(_ parameter: Parameter) -> Bool { parameters.contains(parameter) }

  /// How many of the first honest voters it tries to get accused by default.
  var standardVictimCount: Int {
    for case .victims(let count) in parameters { return count }
    return 0
  }
}
