import Agents
import Scenarios
import Simulation

extension StochasticGroup {
  /// The votes of a group on some proposals, given the probability that each vote arrives.
  init(_ group: VoterGroup, on proposals: ProposalClass, arriving arrival: DelayChances) {
    let lastMove: LastMove =
      if case .lastMove(let word)? = group.role.behaviourTraits?.forecast { word } else {
        .eachForItself
      }
    let components = group.draws(on: proposals).flatMap { draw in
      guard draw.share > 0 else {
        return [MixtureComponent(probability: draw.probability, draw.other)]
      }
      guard let acting = draw.acting else {
        // Each voter waits for the last moment with some probability, and otherwise votes at once.
        return binomial(group.count, draw.share, or: 1 - draw.share).enumerated().map {
          waiting, probability in
          MixtureComponent(
            probability: draw.probability * probability, draw.other, waiting: waiting)
        }
      }
      return [
        MixtureComponent(
          probability: draw.probability, acting.mixed(draw.share, with: draw.other, 1 - draw.share))
      ]
    }
    self.init(
      count: group.count,
      components: components.map { component in
        MixtureComponent(
          probability: component.probability,
          component.chances.heard(arrival.within, missed: arrival.beyond),
          waiting: component.waiting)
      }, lastMove: lastMove, isFaulty: group.role.isFaulty)
  }
}
