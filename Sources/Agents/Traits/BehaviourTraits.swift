/// All that is to be known of a strategy or a plan without running it.
///
/// Exact values, the oracle of detectors, certificates, size checks and the form of scenarios go by
/// these traits. The voters go by them, too, where a trait says when they are asked to act, so that
/// none of those can be mistaken about them.
public struct BehaviourTraits: Sendable {
  /// Something that is more than one vote in one's own name.
  public enum Capability: CaseIterable, Hashable, Sendable {
    /// Calls the tally of a proposal.
    case callsTally
    /// Casts no vote before the last moment before the deadline.
    case waitsForLastMoment
    /// Casts another vote just before the deadline, which counts where votes may be changed.
    case changesVote
    /// Casts two votes at once.
    case votesTwice
    /// Votes in the name of others.
    case forgesVotes
    /// Opens proposals outside the workload.
    case opensProposals
  }

  /// Something that it looks at before it acts.
  public enum Observation: CaseIterable, Hashable, Sendable {
    /// What the facts call for.
    case truth
    /// The protocol's rules and how many ballot boxes there are.
    case rules
    /// Whom a proposal is aimed at.
    case target
    /// Each vote as the ballot box accepts it.
    case eachVote
    /// The votes that have been cast by the last moment.
    case votesCast
    /// What single voters have said.
    case singleVotes
  }

  /// Something that a scenario tells it.
  public enum Parameter: Hashable, Sendable {
    /// A list of steps.
    case script
    /// The workers whom it is about; on other proposals its voters say what they see.
    case targets
    /// The honest voters whom it wants accused; so many of the first ones if none are named.
    case victims(standardCount: Int)
  }

  /// What it does besides voting once in its own name.
  public let capabilities: [Capability]
  /// What it looks at.
  public let observations: [Observation]
  /// What a scenario tells it.
  public let parameters: [Parameter]
  /// How its voters vote, as far as that is known beforehand.
  public let forecast: VoteForecast

  /// The traits; each is stated, none is taken for granted.
  public init(
    capabilities: [Capability], observations: [Observation], parameters: [Parameter],
    forecast: VoteForecast
  ) {
    self.capabilities = capabilities
    self.observations = observations
    self.parameters = parameters
    self.forecast = forecast
  }

  /// Whether it does something.
  public func does(_ capability: Capability) -> Bool { capabilities.contains(capability) }

  /// Whether it looks at something.
  public func observes(_ observation: Observation) -> Bool { observations.contains(observation) }

  /// Whether a scenario tells it something.
  public func takes(_ parameter: Parameter) -> Bool { parameters.contains(parameter) }

  /// How many of the first honest voters it wants accused unless others are named.
  var standardVictimCount: Int {
    for case .victims(let count) in parameters { return count }
    return 0
  }
}
