/// What more trials are run for.
enum TrialPurpose: CaseIterable, Sendable {
  /// To know which configurations are in the front and keep the limits.
  case front
  /// To know which configuration is the best.
  case best
}

/// What a round of trials is to find out.
struct TrialRequest: Sendable {
  /// What it is for.
  let purpose: TrialPurpose
  /// The pairs of which more must be known, in their order.
  let wanted: [TrialRounds.Wanted]

  /// Nothing is left to find out.
  static let nothing = TrialRequest(purpose: .front, wanted: [])
}

/// Pairs with the number of trials that each should have.
struct PairTargets: Sendable {
  private var targets: [TrialRounds.Pair: Int] = [:]

  /// Asks for so many trials of a pair, or more.
  mutating func raise(_ pair: TrialRounds.Pair, to trials: Int) {
    targets[pair] = max(trials, targets[pair] ?? 0)
  }

  /// Asks for all that others ask for.
  mutating func add(_ others: PairTargets) {
    for pair in others.targets.keys.sorted() { raise(pair, to: others.targets[pair] ?? 0) }
  }

  /// How many more trials that takes.
  func cost(in rounds: TrialRounds) -> Int {
    wanted(in: rounds).reduce(0) { $0 + $1.trials - rounds.count($1.pair) }
  }

  /// The pairs that have fewer trials, in their order.
  func wanted(in rounds: TrialRounds) -> [TrialRounds.Wanted] {
    targets.keys.sorted().compactMap { pair in
      let target = targets[pair] ?? 0
      if target <= rounds.count(pair) { return nil }
      return TrialRounds.Wanted(pair: pair, trials: target)
    }
  }
}
