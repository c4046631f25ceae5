import Agents
import Consensus

/// Voters who err, of whom an adversary may control any.
package struct FallibleElectorate: Sendable {
  /// Voters of one weight who err alike.
  package struct Group: Sendable, Hashable {
    /// The number of voters.
    package let count: Int
    /// How they err while nobody controls them.
    package let role: HonestRole

    /// Some voters who err alike.
    package init(count: Int, role: HonestRole) {
      self.count = count
      self.role = role
    }
  }

  let rules: VotingRules
  let groups: [Group]
  /// The effective weight of each voter of each group.
  let weights: [Double]
  /// Whether what is shared is shared by all voters, and not by each group for itself.
  let isViewShared: Bool
  private let effort: ExactEffort

  /// The voters of some groups, in the order of the rules.
  ///
  /// Each group has a view of its own that its voters share as far as they are correlated.
  package init(rules: VotingRules, groups: [Group]) {
    self.init(rules, groups.filter { $0.count > 0 }, isViewShared: false)
  }

  /// Voters who all err alike and share one view as far as they are correlated.
  package init(
    weights: [Double], config: ConsensusConfig, safeguards: Safeguards, role: HonestRole
  ) {
    // Any order will do, and with this one there are fewest groups.
    let rules = VotingRules(
      weights: weights.sorted(by: >), config: config, safeguards: safeguards)
    let groups = rules.weights.chunked.map { Group(count: $0, role: role) }
    self.init(rules, groups, isViewShared: true)
  }

  private init(_ rules: VotingRules, _ groups: [Group], isViewShared: Bool) {
    precondition(
      groups.reduce(0) { $0 + $1.count } == rules.voterCount,
      "the rules have the voters of the groups")
    self.rules = rules
    self.groups = groups
    self.isViewShared = isViewShared
    // A frontier takes many electorates, and combinations of several weights take long.
    effort = rules.hasEqualWeights ? .full : .full.share(0.01)
    weights = rules.weights(ofGroups: groups.map(\.count))
  }

  /// The same voters if they share no view; nil if they share none.
  package var ifIndependent: FallibleElectorate? {
    if groups.allSatisfy({ $0.role.correlation == 0 }) { return nil }
    let independent = groups.map { group in
      var role = group.role
      role.correlation = 0
      return Group(count: group.count, role: role)
    }
    return FallibleElectorate(rules, independent, isViewShared: isViewShared)
  }

  /// What the worst adversary can bring about who controls some voters of each group.
  ///
  /// - Parameter kinds: whether the action is critical, for each answer.
  func worst(
    controlling fallen: [Int], warranted isWarranted: Bool, ofCritical kinds: [Bool]
  ) throws(ExactProblem) -> [WorstCase] {
    var sum = kinds.map { _ in WorstCase() }
    for (probability, electorate) in electorates(controlling: fallen, isWarranted) {
      let worst = try electorate.worstCases(ofCritical: kinds)
      for kind in kinds.indices { sum[kind].add(worst[kind], times: probability) }
    }
    return sum
  }

  /// What no adversary goes beyond who controls some voters of each group.
  ///
  /// - Parameter kinds: whether the action is critical, for each answer.
  func worstBounds(
    controlling fallen: [Int], warranted isWarranted: Bool, ofCritical kinds: [Bool]
  ) -> [WorstBound] {
    var sum = kinds.map { _ in WorstBound(wrong: 0, undecided: 0) }
    for (probability, electorate) in electorates(controlling: fallen, isWarranted) {
      let bounds = electorate.worstBounds(ofCritical: kinds)
      for kind in kinds.indices {
        sum[kind].wrong += probability * bounds[kind].wrong
        sum[kind].undecided += probability * bounds[kind].undecided
      }
    }
    return sum
  }

  /// The electorates in which some voters of each group are controlled, with their probabilities: one,
  /// or one for each thing that all may see, given which they err independently.
  private func electorates(
    controlling fallen: [Int], _ isWarranted: Bool
  ) -> [(probability: Double, electorate: StochasticElectorate)] {
    guard isViewShared, let role = groups.first?.role, role.correlation > 0 else {
      let electorate = electorate(fallen, isWarranted) { group in
        group.role.draws(warranted: isWarranted).map {
          StochasticGroup.MixtureComponent(probability: $0.probability, $0.other)
        }
      }
      return [(1, electorate)]
    }
    return role.draws(warranted: isWarranted).filter { $0.probability > 0 }.map { draw in
      let electorate = electorate(fallen, isWarranted) { _ in
        [StochasticGroup.MixtureComponent(draw.other)]
      }
      return (draw.probability, electorate)
    }
  }

  /// The electorate in which some voters of each group are controlled.
  private func electorate(
    _ fallen: [Int], _ isWarranted: Bool,
    _ components: (Group) -> [StochasticGroup.MixtureComponent]
  ) -> StochasticElectorate {
    StochasticElectorate(
      rules: rules, isWarranted: isWarranted,
      groups: groups.indices.flatMap { place in
        [
          StochasticGroup(count: fallen[place], .silent, isFaulty: true),
          StochasticGroup(
            count: groups[place].count - fallen[place], components: components(groups[place])),
        ]
      }, effort: effort)
  }
}

extension WorstCase {
  /// Adds what can be brought about in another case that has a probability.
  fileprivate mutating func add(_ other: WorstCase, times probability: Double) {
    allCounted.update(with: other.allCounted) { $0.add($1, times: probability) }
    heldBack.update(with: other.heldBack) { $0.add($1, times: probability) }
  }
}

extension [Double] {
  /// How often each number stands in a row.
  fileprivate var chunked: [Int] {
    var counts: [Int] = []
    for place in indices {
      if place > 0 && self[place] == self[place - 1] {
        counts[counts.count - 1] += 1
      } else {
        counts.append(1)
      }
    }
    return counts
  }
}
