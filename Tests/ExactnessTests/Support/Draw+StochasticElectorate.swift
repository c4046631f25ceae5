import Agents
import Consensus
import Exactness
import TestSupport

extension Draw {
  /// A small electorate: groups of any components and weights, under any rules.
  func stochasticElectorate(votersMax: Int = 5, sameWeights: Bool = false) throws
    -> StochasticElectorate
  {
    let safeguards = try Safeguards(
      quorum: element(of: Safeguards.Quorum.allCases),
      quorumUnit: element(of: Safeguards.QuorumUnit.allCases),
      ties: element(of: Safeguards.Ties.allCases), rule: element(of: Safeguards.Rule.allCases),
      weightCap: bool(probability: 0.1) ? 0.4 : nil)
    let thresholds = [0.5, 2.0 / 3, 0.6, 0.7, 0.3, 0.75, 1, 0.51]
    let config = try ConsensusConfig(
      quorumFraction: element(of: [0.5, 0.25, 0.6, 0.75, 1]),
      majorityThreshold: element(of: thresholds), supermajorityThreshold: element(of: thresholds))
    let scale = element(of: [
      [1.0, 2, 3], [0.1, 0.2, 0.3], [1, 0.5, 7], [1, 1.7320508075688772, 3],
    ])
    var groups: [StochasticGroup] = []
    var weights: [Double] = []
    for _ in 0..<int(in: 1...4) {
      let count = int(in: 0...2)
      if weights.count + count > votersMax { continue }
      groups.append(group(of: count))
      let weight = sameWeights ? scale[0] : element(of: scale)
      weights += Array(repeating: weight, count: count)
    }
    if weights.isEmpty {
      groups.append(group(of: 1))
      weights.append(1)
    }
    return StochasticElectorate(
      rules: VotingRules(weights: weights, config: config, safeguards: safeguards),
      isWarranted: bool(), groups: groups, isOrderKnown: bool())
  }

  private func group(of count: Int) -> StochasticGroup {
    let isFaulty = bool()
    let share = element(of: [1, 0.5, 0.001])
    let components =
      share == 1
      ? [component(1, count, isFaulty)]
      : [component(share, count, isFaulty), component(1 - share, count, isFaulty)]
    return StochasticGroup(
      count: count, components: components, lastMove: bool() ? .eachForItself : .fewestSuffice,
      isFaulty: isFaulty)
  }

  private func component(_ share: Double, _ count: Int, _ mayWait: Bool)
    -> StochasticGroup.MixtureComponent
  {
    let chances = element(of: [
      VoteChances(approve: 0.9, reject: 0.1), VoteChances(approve: 0.25, reject: 0.25, silent: 0.5),
      .approving, .rejecting, .silent, VoteChances(approve: 1e-9, reject: 1 - 1e-9),
      VoteChances(approve: 0, reject: 0.5, silent: 0.5),
    ])
    let waiting = mayWait && bool(probability: 0.3) ? int(in: 0...count) : 0
    return StochasticGroup.MixtureComponent(probability: share, chances, waiting: waiting)
  }
}
