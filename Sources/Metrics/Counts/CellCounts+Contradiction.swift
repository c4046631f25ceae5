import Statistics

/// The one place where stored counts are held against what trials of their cell can have.
///
/// Counts come from files. Somebody may have changed one and made its checksum anew, and a number
/// that no trials have would become a result, or stop the program. So each number is held against
/// all others with which the definitions of the metrics connect it.
extension CellCounts {
  /// Throws if so many trials of a cell, with so many detectors, cannot have these counts.
  package func requirePossible(
    trials count: Int, detectors: Int, in scope: MetricScope
  ) throws(Contradiction) {
    try require(trials == count, "the unit has \(count) trials, not \(trials)")
    try require(
      blocs.count == detectors, "the scenario has \(detectors) detectors, not \(blocs.count)")
    let sizes = TrialSizes(self, in: scope)
    try requireOpened(in: scope)
    try requireOutcomes(in: scope)
    try requireVotes(in: scope)
    try sums.requirePossible(in: scope) { sizes.units(of: $0) }
    try requireEvents(in: scope, sizes)
    for (index, sums) in blocs.enumerated() {
      do throws(Contradiction) {
        try sums.requirePossible(detectorIn: scope, trials: trials)
      } catch {
        throw Contradiction(message: "blocs[\(index)]: \(error.message)")
      }
    }
  }

  /// Throws if these are not the counts of some trials, as far as those are known.
  package func requireSums(of trials: [TrialCounts]) throws(Contradiction) {
    var whole = CellCounts()
    trials.withUnsafeBufferPointer { whole.add($0) }
    try require(outcomes == whole.outcomes, "'endings' are not the sums of the trials")
    let layout = TrialScore.layout
    for (index, counter) in layout.counters.enumerated() {
      try requireSame(sums.numbers[index], whole.sums.numbers[index], counter.key)
    }
    for (index, quotient) in layout.rates.enumerated() {
      try requireSame(sums.rates[index], whole.sums.rates[index], quotient.key)
    }
    for (index, quotient) in layout.means.enumerated() {
      try requireSame(sums.means[index], whole.sums.means[index], quotient.key)
    }
  }

  private func requireSame<Sum: Equatable>(
    _ sum: Sum, _ ofTrials: Sum, _ key: String
  ) throws(Contradiction) {
    try require(sum == ofTrials, "'\(key)' is not the sum of the trials")
  }

  /// Proposals are opened as often as the workload and floods try it, unless they are refused.
  private func requireOpened(in scope: MetricScope) throws(Contradiction) {
    let opened = Int128(whole.proposals)
    let refused = whole.proposalsRefused
    let tried = Int128(trials) * Int128(scope.possibleCounts.proposalsTried)
    let all = opened + Int128(refused)
    try require(
      scope.possibleCounts.hasFlood ? all >= tried : all == tried,
      "'proposals_refused': \(refused) and \(opened) proposals contradict \(trials) trials of "
        + "\(scope.possibleCounts.proposalsTried) proposals")
    let attempts = (opened + tried) * Int128(scope.voters + 1)
    try require(
      Int128(refused) <= attempts,
      "'proposals_refused': \(refused) contradicts \(opened) proposals, for which all voters together "
        + "make at most \(attempts) attempts")
  }

  private func requireVotes(in scope: MetricScope) throws(Contradiction) {
    let forged = whole.forgedVotesAccepted
    try require(
      forged == 0 || scope.possibleCounts.hasForgeries,
      "'forged_votes_accepted': \(forged) contradicts a cell in which nobody forges votes")
    let most = Int128(outcomes.total) * Int128(scope.possibleCounts.votesPerOutcomeMax)
    for (key, number) in [
      ("forged_votes_accepted", forged), ("votes_refused", whole.votesRefused),
    ] {
      try require(
        Int128(number) <= most,
        "'\(key)': \(number) contradicts 'endings', with at most \(most) votes")
    }
  }

  /// The outcomes must be those from which rates and means are made.
  private func requireOutcomes(in scope: MetricScope) throws(Contradiction) {
    let whole = whole
    let all = Int128(whole.proposals) * Int128(scope.boxes)
    try require(
      Int128(outcomes.total) == all,
      "'endings': \(outcomes.total) outcomes contradict \(whole.proposals) proposals in "
        + "\(scope.boxes) ballot boxes")
    let layout = TrialScore.layout
    for (quotient, rate) in zip(layout.rates, sums.rates) {
      try requireGiven(quotient, rate.sums, by: whole)
    }
    for (quotient, mean) in zip(layout.means, sums.means) {
      try requireGiven(quotient, mean.sums, by: whole)
    }
    let rows = [outcomes.warranted, outcomes.unwarranted]
    let approved = rows.reduce(0) { $0 + $1.approved }
    let rejected = rows.reduce(0) { $0 + $1.rejected }
    try require(
      whole.decisions <= approved + rejected,
      "'latency': \(whole.decisions) decisions contradict 'endings' with \(approved + rejected)")
    try require(
      whole.participants >= approved + rejected,
      "'participation': \(whole.participants) votes contradict \(approved + rejected) decisions")
    let disagreementsMax = scope.isReplicated ? min(approved, rejected) : 0
    try require(
      whole.disagreements <= disagreementsMax,
      "'disagreements': \(whole.disagreements) contradict 'endings', which allow "
        + "\(disagreementsMax)")
    try requireHarm(of: whole, in: scope.possibleCounts)
  }

  /// Quotients are linear, so they give the same of all trials together.
  private func requireGiven(
    _ quotient: Quotient<TrialScore>, _ sums: ClusterSums, by whole: TrialCounts
  ) throws(Contradiction) {
    let (total, units) = quotient.counted(whole)
    try require(
      sums.total == Int128(total) && sums.units == UInt64(units),
      "'\(quotient.key)': \(sums.total) of \(sums.units) contradicts 'endings', which give "
        + "\(total) of \(units)")
  }

  private func requireHarm(
    of whole: TrialCounts, in possible: PossibleCounts
  ) throws(Contradiction) {
    let parts = [
      (outcomes.unwarranted.approved, possible.falseApprovalHarm),
      (outcomes.warranted.rejected, possible.falseRejectionHarm),
      (outcomes.undecided, possible.failureHarm),
    ]
    let low = parts.reduce(0) { $0 + Int128($1.0) * Int128($1.1.lowerBound) }
    let high = parts.reduce(0) { $0 + Int128($1.0) * Int128($1.1.upperBound) }
    try require(
      (low...high).contains(Int128(whole.harm)),
      "'harm': \(whole.harm) contradicts 'endings', which cost from \(low) to \(high)")
  }

  /// Trials with an event must be as many as the number of events allows.
  private func requireEvents(
    in scope: MetricScope, _ sizes: TrialSizes
  ) throws(Contradiction) {
    for metric in Metric.ofProtocol {
      guard case .ofProtocol(.event(let counter, _)) = metric.definition.measure,
        let event = metric.definition.event,
        case .ofProtocol(.rate(let quotient)) = event.metric.definition.measure
      else { continue }
      let rate = sums.rate(of: quotient).sums
      let number = Int128(sums.number(of: counter))
      let most = Int128(sizes.units(of: quotient).upperBound)
      try require(
        number <= Int128(rate.occupiedClusters)
          && rate.allowsTotals(inTrials: number, from: 1, to: most),
        "'\(counter.key)': \(number) contradicts '\(quotient.key)', of which there are \(rate.total)"
      )
    }
  }

  /// The sums of the counts of all trials.
  var whole: TrialCounts {
    func total(_ metric: Metric) -> Int { Int(clamping: self.total(of: metric) ?? 0) }
    var whole = TrialCounts()
    whole.outcomes = outcomes
    whole.proposals = units(of: .disagreementRate)
    whole.disagreements = total(.disagreementRate)
    whole.decisions = units(of: .latencyMean)
    whole.latency = total(.latencyMean)
    whole.participants = total(.participationMean)
    whole.harm = total(.expectedHarm)
    whole.forgedVotesAccepted = total(.forgedVotesAccepted)
    whole.votesRefused = total(.votesRefused)
    whole.proposalsRefused = total(.proposalsRefused)
    return whole
  }

  /// The number of units of a rate or mean over all trials.
  private func units(of metric: Metric) -> Int {
    guard case .ofProtocol(let formula) = metric.definition.measure else { return 0 }
    return switch formula {
    case .rate(let quotient): Int(sums.rate(of: quotient).sums.units)
    case .mean(let quotient, _, _, _): Int(sums.mean(of: quotient).sums.units)
    case .count, .event, .eventRatio, .share, .percentile: 0
    }
  }
}
