import Metrics

/// In how many draws of a scenario the advice is the best, too.
package struct DrawStanding: Equatable, Sendable {
  /// The number of draws.
  package let draws: Int
  /// In how many of them it keeps all limits, and nothing that does is better at worst.
  package internal(set) var stands = 0
  /// In how many of them it breaks a limit, or something else is better.
  package internal(set) var falls = 0
}

extension TuneStudy {
  /// In how many draws a configuration is the best; nil if there is only one.
  func standing(of place: Int) -> DrawStanding? {
    if plan.drawCount == 1 { return nil }
    var standing = DrawStanding(draws: plan.drawCount)
    for draw in 0..<plan.drawCount {
      switch ofDraw(draw).isBest(place) {
      case .yes: standing.stands += 1
      case .no: standing.falls += 1
      case .undecided: break
      }
    }
    return standing
  }

  /// What is known by now of one draw.
  private func ofDraw(_ draw: Int) -> TuneStudy {
    TuneStudy(
      plan,
      known: configurations.indices.map { place in
        plan.adversaries.indices.map { adversary in
          [plan.metrics.indices.map { drawValues(place, adversary, $0)[draw] }]
        }
      })
  }

  /// Whether a configuration keeps all limits, and no other one that does is better at worst.
  private func isBest(_ place: Int) -> Judgement {
    let own = configurations[place]
    if own.feasible == .no { return .no }
    guard let range = own.worst[plan.harm].value.range else { return .undecided }
    var mayBeBetter = false
    for other in configurations where other.number != own.number && other.feasible != .no {
      guard let its = other.worst[plan.harm].value.range else { continue }
      if other.feasible == .yes && range.lowerBound.isClearlyAbove(its.upperBound) { return .no }
      if range.upperBound.isClearlyAbove(its.lowerBound) { mayBeBetter = true }
    }
    return mayBeBetter || own.feasible == .undecided ? .undecided : .yes
  }
}
