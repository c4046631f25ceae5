/// A total over units, to both of which each trial adds.
public struct Quotient<Trial: ScoredTrial>: Sendable {
  /// The name of the sums where counts are written down.
  public let key: String
  /// What the units are.
  public let units: MetricUnits
  /// What a trial adds up to, and over how many units.
  public let counted: @Sendable (Trial.Counts) -> (total: Int, units: Int)

  /// The same of many trials at once.
  let countedOfAll:
    @Sendable (
      UnsafeBufferPointer<Trial.Counts>, UnsafeMutableBufferPointer<(total: Int, units: Int)>
    ) -> Void

  /// A quotient whose sums have this name.
  ///
  /// Where it is inlined, what it counts is compiled into a loop over trials: so a trial costs no
  /// call for each metric.
  @inline(__always)
  init(
    _ key: String, over units: MetricUnits,
    _ counted: @escaping @Sendable (Trial.Counts) -> (total: Int, units: Int)
  ) {
    self.key = key
    self.units = units
    self.counted = counted
    countedOfAll = { trials, parts in
      for index in trials.indices { parts[index] = counted(trials[index]) }
    }
  }

  /// What a trial adds in a cell.
  @inlinable
  public func part(
    of counts: Trial.Counts, in scope: MetricScope
  ) -> (total: Int, units: Int) {
    let part = counted(counts)
    return (part.total, part.units * units.size(in: scope))
  }
}

/// What a total is divided by.
public enum MetricUnits: Sendable {
  /// Proposals, each once for every ballot box.
  case proposals
  /// The same, each once for every voter.
  case votersOfProposals
  /// Honest voters.
  case honestVoters
  /// Trials.
  case trials

  /// How many units each of those counted stands for.
  @inlinable
  public func size(in scope: MetricScope) -> Int {
    switch self {
    case .proposals, .honestVoters, .trials: 1
    case .votersOfProposals: scope.voters
    }
  }

  /// The most units that a trial can have.
  public func perTrialMax(in scope: MetricScope) -> Double {
    switch self {
    case .proposals: scope.outcomesPerTrialMax
    case .votersOfProposals: scope.outcomesPerTrialMax * Double(scope.voters)
    case .honestVoters: Double(max(1, scope.honestVoters))
    case .trials: 1
    }
  }
}
