/// A total over units; each trial contributes to both.
package struct Quotient<Trial: ScoredTrial>: Sendable {
  /// The name of the sums in stored counts.
  package let key: String
  /// The kind of units.
  package let units: MetricUnits
  /// The contribution of a trial: a total and a number of units.
  ///
  /// In trials of the protocol it must be linear: what it makes of the sums of some counts is the
  /// sum of what it makes of each. Stored counts are held against one another by it.
  package let counted: @Sendable (Trial.Counts) -> (total: Int, units: Int)

  /// The same for many trials at once.
  let countedOfAll:
    @Sendable (
      UnsafeBufferPointer<Trial.Counts>, UnsafeMutableBufferPointer<(total: Int, units: Int)>
    ) -> Void

  /// A quotient with this name.
  ///
  /// It is inlined, so that its closure is compiled into a loop over trials, and a trial needs no
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

  /// The contribution of a trial in a cell.
  @inlinable
  package func part(
    of counts: Trial.Counts, in scope: MetricScope
  ) -> (total: Int, units: Int) {
    let part = counted(counts)
    return (part.total, part.units * units.size(in: scope))
  }
}

extension Quotient<TrialScore> {
  /// Approved among unwarranted proposals.
  static var falseApprovals: Self {
    Self("false_approvals", over: .proposals) {
      ($0.outcomes.unwarranted.approved, $0.outcomes.unwarranted.total)
    }
  }

  /// Rejected among warranted proposals.
  static var falseRejections: Self {
    Self("false_rejections", over: .proposals) {
      ($0.outcomes.warranted.rejected, $0.outcomes.warranted.total)
    }
  }

  /// Neither approved nor rejected among all proposals.
  static var quorumFailures: Self {
    Self("quorum_failures", over: .proposals) { ($0.outcomes.undecided, $0.outcomes.total) }
  }

  /// The latencies of decisions.
  static var latency: Self {
    Self("latency", over: .proposals) { ($0.latency, $0.decisions) }
  }
}

/// The units over which a total is taken.
package enum MetricUnits: Sendable {
  /// Proposals, counted once for every ballot box.
  case proposals
  /// Proposals, counted once for every ballot box and voter.
  case votersOfProposals
  /// Honest voters.
  case honestVoters
  /// Trials.
  case trials

  /// The number of units for each counted one.
  @inlinable
  package func size(in scope: MetricScope) -> Int {
    switch self {
    case .proposals, .honestVoters, .trials: 1
    case .votersOfProposals: scope.voters
    }
  }

  /// The largest number of units of a trial.
  package func perTrialMax(in scope: MetricScope) -> Double {
    switch self {
    case .proposals: scope.outcomesPerTrialMax
    case .votersOfProposals: scope.outcomesPerTrialMax * Double(scope.voters)
    case .honestVoters: Double(max(1, scope.honestVoters))
    case .trials: 1
    }
  }
}
