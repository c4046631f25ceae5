import Agents
import Scenarios
import Simulation

/// When the votes of a group reach the central ballot box, measured from the opening of a proposal.
package struct VoteTiming: Hashable {
  private let thinking: Distribution
  /// The same for votes against the facts.
  private let thinkingIfWrong: Distribution
  private let travel: Distribution
  /// How long an adversarial scheduler holds every vote back.
  private var held: Nanoseconds
  private let loss: Double
  private let duplication: Double

  package init(of group: VoterGroup, in scenario: Scenario) {
    let network = scenario.network
    thinking = group.latency ?? .constant(.zero)
    thinkingIfWrong = group.role.latencyIfWrong ?? thinking
    // The messages of faulty voters bypass the network, unless the group has a latency.
    let isBeyond = group.latency == nil
    loss = isBeyond ? 0 : network.loss
    duplication = isBeyond ? 0 : network.duplication
    let isAdversarial = network.scheduler == .adversarial
    let isFavoured = isAdversarial && group.role.isFaulty
    travel = isBeyond || isFavoured ? .constant(.zero) : network.latency
    held = isAdversarial && !isBeyond && !isFavoured ? network.delayMax ?? .zero : .zero
  }

  /// The same without an adversarial scheduler.
  var withoutScheduler: VoteTiming {
    var timing = self
    timing.held = .zero
    return timing
  }

  /// Whether votes arrive at the instant of the opening, if they arrive.
  var isAtOnce: Bool { longestThinking + held == .zero && travel.greatest == .zero }

  /// Whether votes against the facts take another time than the others.
  var tellsRightFromWrong: Bool { thinkingIfWrong != thinking }

  private var longestThinking: Nanoseconds { max(thinking.greatest, thinkingIfWrong.greatest) }

  /// Whether every vote arrives by a time.
  package func isSure(within limit: Nanoseconds) -> Bool {
    loss == 0 && longestThinking + travel.greatest <= limit - held
  }

  /// Whether messages sent together arrive together and in order, or not at all.
  var keepsOrder: Bool { travel.isConstant && loss == 0 }

  /// How long every vote takes that arrives; nil if that depends on chance.
  var fixedDelay: Nanoseconds? {
    thinking.isConstant && travel.isConstant && !tellsRightFromWrong
      ? thinking.least + travel.least + held : nil
  }

  /// The shortest time that a vote takes.
  var shortest: Nanoseconds {
    min(thinking.least, thinkingIfWrong.least) + travel.least + held
  }

  /// The part of the delay that varies, what is added to it, and the probability that a vote is not
  /// lost; nil if two parts vary or a copy may arrive first.
  var variation: (varying: Distribution, shift: Nanoseconds, kept: Double)? {
    if tellsRightFromWrong { return nil }
    let kept = 1 - loss
    if travel.isConstant { return (thinking, travel.least + held, kept) }
    if thinking.isConstant && duplication == 0 { return (travel, thinking.least + held, kept) }
    return nil
  }

  /// The largest probability that a vote arrives in any given nanosecond, or a little more.
  var chanceOfInstant: Double { min(thinking.chanceOfInstant, travel.chanceOfInstant) }

  /// The shortest and the longest latency of a voter.
  var thinkingRange: ClosedRange<Nanoseconds> { thinking.least...thinking.greatest }

  /// The probability that a vote arrives by a time; nil if both latencies vary and may exceed it
  /// together.
  ///
  /// - Parameter thinkingMax: the longest latency of a voter with which its vote is still sent.
  package func chances(
    within limit: Nanoseconds, thinkingMax: Nanoseconds = Distribution.longest
  ) -> DelayChances? {
    guard let chances = delayChances(within: limit - held, thinkingMax) else { return nil }
    return DelayChances(
      within: (1 - loss) * chances.within, beyond: loss + (1 - loss) * chances.beyond)
  }

  private func delayChances(
    within limit: Nanoseconds, _ thinkingMax: Nanoseconds
  ) -> DelayChances? {
    if tellsRightFromWrong {
      return longestThinking <= thinkingMax && longestThinking + travel.greatest <= limit
        ? .sure : nil
    }
    if thinking.isConstant {
      if thinking.least > thinkingMax { return DelayChances.none }
      let once = travel.chances(within: limit - thinking.least)
      // The copy of a message may be faster.
      return DelayChances(
        within: once.within + once.beyond * duplication * once.within,
        beyond: once.beyond * (1 - duplication + duplication * once.beyond))
    }
    if travel.isConstant {
      return thinking.chances(within: min(thinkingMax, limit - travel.least))
    }
    if min(thinking.greatest, thinkingMax) + travel.greatest <= limit {
      return thinking.chances(within: thinkingMax)
    }
    return thinking.least + travel.least > limit ? DelayChances.none : nil
  }
}

extension Role {
  /// The time that votes against the facts take, if it is another than that of the others.
  fileprivate var latencyIfWrong: Distribution? {
    if case .honest(let role) = self { role.latencyIfWrong } else { nil }
  }
}
