import Agents
import Consensus
import Exactness

extension StochasticElectorate {
  /// Six who approve are a certificate, and all that were cast if three faulty voters are silent; with
  /// three rejections beside them they are too few of all for a critical action.
  static var withJustACertificate: StochasticElectorate {
    get throws {
      StochasticElectorate(
        rules: VotingRules(
          weights: Array(repeating: 1, count: 9),
          config: try ConsensusConfig(supermajorityThreshold: 0.75),
          safeguards: try Safeguards(rule: .certificate)),
        isWarranted: true,
        groups: [
          StochasticGroup(count: 6, .approving), StochasticGroup(count: 3, .silent, isFaulty: true),
        ])
    }
  }
}
