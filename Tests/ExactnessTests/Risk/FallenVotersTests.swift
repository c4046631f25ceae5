import Agents
import Consensus
import TestSupport
import Testing

@testable import Exactness

/// Whom an adversary controls: every choice is tried, or stands behind one that is no worse for it.
struct FallenVotersTests {
  @Test func everyChoiceIsTriedOrCovered() {
    forEverySeed(300, premises: ["all tried", "some covered", "alike"]) { draw in
      let electorate = try draw.fallibleGroups()
      let sizes = electorate.groups.map(\.count)
      let limit = draw.element(of: [1, 3, 200])
      let fallen = FallenVoters(electorate, choicesMax: limit)
      for faults in 0...sizes.reduce(0, +) {
        let choices = fallen.choices(faults)
        for choice in choices {
          let count = choice.counts.reduce(0, +)
          try require(
            zip(choice.counts, sizes).allSatisfy { (0...$1).contains($0) }, "\(choice.counts)")
          try requireEqual(choice.isTrue, count == faults, "\(choice)")
          try require(count >= faults, "\(choice) has too few")
        }
        draw.met(choices.allSatisfy(\.isTrue) ? "all tried" : "some covered")
        if electorate.rules.weights.isEmpty { continue }
        for counts in compositions(of: faults, sizes) {
          // Of voters who err alike and independently, the heaviest are no worse a choice.
          let best = electorate.heaviestFirst(counts)
          if best != counts { draw.met("alike") }
          try require(
            choices.contains { zip($0.counts, best).allSatisfy { $0 >= $1 } },
            "\(best) is not covered by \(choices)")
        }
      }
    }
  }

  /// The bound is one, and what is certain is attained.
  @Test func whatIsCoveredIsBounded() {
    forEverySeed(Effort.count(200, inDebug: 60), premises: ["loose"]) { draw in
      let electorate = try draw.fallibleGroups()
      let faults = draw.int(in: 0...electorate.rules.voterCount)
      let isWarranted = draw.bool()
      let all = electorate.worstChances(
        faults: faults, warranted: isWarranted, ofCritical: [false])[0]
      let few = electorate.worstChances(
        faults: faults, warranted: isWarranted, ofCritical: [false], choicesMax: 2)[0]
      for (exact, bound) in [
        (all.ofNoDecision, few.ofNoDecision),
        (
          all.ofWrongDecision(isHoldingBack: true), few.ofWrongDecision(isHoldingBack: true)
        ),
        (
          all.ofWrongDecision(isHoldingBack: false), few.ofWrongDecision(isHoldingBack: false)
        ),
      ] {
        try require(bound.possible >= exact.possible * (1 - 1e-12), "\(bound) bounds \(exact)")
        try require(bound.certain <= exact.certain * (1 + 1e-12), "\(bound) attains \(exact)")
        if bound.possible > exact.possible { draw.met("loose") }
      }
    }
  }

  private func compositions(of faults: Int, _ sizes: [Int]) -> [[Int]] {
    guard let first = sizes.first else { return faults == 0 ? [[]] : [] }
    return (0...min(first, faults)).flatMap { taken in
      compositions(of: faults - taken, Array(sizes.dropFirst())).map { [taken] + $0 }
    }
  }
}

extension FallibleElectorate {
  /// As many voters of each class of those who err alike and independently, the heaviest first.
  fileprivate func heaviestFirst(_ counts: [Int]) -> [Int] {
    var best = counts
    for place in groups.indices where groups[place].role.correlation == 0 {
      let alike = groups.indices.filter { groups[$0].role == groups[place].role }
        .sorted { weights[$0] > weights[$1] }
      var rest = alike.reduce(0) { $0 + counts[$1] }
      for other in alike {
        best[other] = min(rest, groups[other].count)
        rest -= best[other]
      }
    }
    return best
  }
}

extension Draw {
  /// Up to eight voters in groups that err alike or not.
  fileprivate func fallibleGroups() throws -> FallibleElectorate {
    var weights: [Double] = []
    var groups: [FallibleElectorate.Group] = []
    for _ in 0..<int(in: 1...4) {
      let count = int(in: 1...3)
      if weights.count + count > 8 { continue }
      weights += Array(repeating: element(of: [1.0, 2, 3]), count: count)
      groups.append(
        FallibleElectorate.Group(
          count: count,
          role: HonestRole(
            accuracy: Accuracy(element(of: [0.9, 0.6])), abstain: element(of: [0, 0.2]),
            correlation: element(of: [0, 0, 0.5]))))
    }
    return FallibleElectorate(
      rules: VotingRules(
        weights: weights,
        safeguards: try Safeguards(
          ties: element(of: Safeguards.Ties.allCases), rule: element(of: Safeguards.Rule.allCases))),
      groups: groups)
  }
}
