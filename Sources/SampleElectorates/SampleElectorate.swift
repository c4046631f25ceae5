import Consensus
import Detection
import Simulation

/// A random electorate of a design: its votes and the truth about it.
package struct SampleElectorate: Sendable {
  /// The votes.
  package let votes: VoteMatrix
  /// Whether each proposal is warranted.
  package let isWarranted: [Bool]
  /// The target of each proposal.
  package let targets: [Int]
  /// The members of each bloc, in order.
  package let blocs: [[Int]]
  /// The honest voters of each group that shares a base model, in order.
  package let clones: [[Int]]
  /// For each voter the probabilities of being right on warranted and on unwarranted proposals.
  package let accuracies: [SIMD2<Double>]

  /// The electorate with a number; it depends only on the design, the seed and the number.
  package init(_ design: ElectorateDesign, seed: UInt64, number: Int) {
    var draws = RandomStream(seed: seed, purpose: 0, trial: number)
    isWarranted = (0..<design.proposals).map { _ in draws.nextUnit() < design.warranted }
    targets = (0..<design.proposals).map { _ in Int(draws.nextUnit() * Double(design.targets)) }
    let isTossUp = (0..<design.proposals).map { _ in draws.nextUnit() < design.tossUps }
    accuracies = (0..<design.voters).map { _ in
      let mean = design.accuracy + design.jitter * (2 * draws.nextUnit() - 1)
      let lean = design.bias == 0 ? 0 : (draws.nextUnit() < 0.5 ? design.bias : -design.bias)
      return SIMD2(
        min(max(mean + lean, 0.51), 0.995), min(max(mean - lean, 0.51), 0.995))
    }
    let order = draws.permutation(of: design.voters)
    (blocs, clones) = Self.groups(design, order: order)
    var sees = Self.perceptions(
      isWarranted, isTossUp: isTossUp, accuracies: accuracies, draws: &draws)
    Self.share(clones, design, isWarranted, &sees, &draws)
    for bloc in blocs {
      Self.collude(bloc, design, isWarranted: isWarranted, targets: targets, &sees, &draws)
    }
    var votes = VoteMatrix(voterCount: design.voters, proposalCount: design.proposals)
    for voter in 0..<design.voters {
      for proposal in 0..<design.proposals where draws.nextUnit() >= design.abstention {
        votes.set(sees[voter][proposal] ? .approve : .reject, of: voter, on: proposal)
      }
    }
    self.votes = votes
  }

  /// The true blocs.
  package var truth: BlocTruth {
    var memberships = [BlocTruth.Membership](repeating: .honest, count: votes.voterCount)
    for (number, bloc) in blocs.enumerated() {
      for voter in bloc { memberships[voter] = .group(number) }
    }
    return BlocTruth(memberships)
  }

  private static func groups(
    _ design: ElectorateDesign, order: [Int]
  ) -> (blocs: [[Int]], clones: [[Int]]) {
    var rest = order[...]
    func take(_ count: Int) -> [Int] {
      defer { rest = rest.dropFirst(count) }
      return rest.prefix(count).sorted()
    }
    let blocs = design.blocs.map(take)
    let clones = (0..<design.cloneGroups).map { _ in take(design.cloneSize) }
    return (blocs, clones)
  }

  private static func perceptions(
    _ isWarranted: [Bool], isTossUp: [Bool], accuracies: [SIMD2<Double>], draws: inout RandomStream
  ) -> [[Bool]] {
    accuracies.map { accuracy in
      isWarranted.indices.map { proposal in
        let own = isWarranted[proposal] ? accuracy.x : accuracy.y
        let isRight = draws.nextUnit() < (isTossUp[proposal] ? 0.5 : own)
        return isRight == isWarranted[proposal]
      }
    }
  }

  private static func share(
    _ clones: [[Int]], _ design: ElectorateDesign, _ isWarranted: [Bool], _ sees: inout [[Bool]],
    _ draws: inout RandomStream
  ) {
    for group in clones {
      let common = isWarranted.map { (draws.nextUnit() < design.accuracy) == $0 }
      for voter in group {
        for proposal in isWarranted.indices where draws.nextUnit() < design.cloneCorrelation {
          sees[voter][proposal] = common[proposal]
        }
      }
    }
  }

  private static func collude(
    _ bloc: [Int], _ design: ElectorateDesign, isWarranted: [Bool], targets: [Int],
    _ sees: inout [[Bool]], _ draws: inout RandomStream
  ) {
    let lead = sees[bloc[0]]
    for proposal in isWarranted.indices {
      let isActive =
        design.protectsTarget ? targets[proposal] == 0 : draws.nextUnit() >= design.camouflage
      let coin = draws.nextUnit() < 0.5
      guard isActive else { continue }
      let planned =
        switch design.plan {
        case .coin: coin
        case .oppose: !isWarranted[proposal]
        case .reject: false
        case .copy: lead[proposal]
        }
      for member in bloc {
        let sitsOut = draws.nextUnit() < design.rotation
        let obeys = draws.nextUnit() < design.fidelity
        if !sitsOut { sees[member][proposal] = obeys ? planned : !planned }
      }
    }
  }
}

extension RandomStream {
  fileprivate mutating func permutation(of count: Int) -> [Int] {
    var order = Array(0..<count)
    for last in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(last, Int(nextUnit() * Double(last + 1)))
    }
    return order
  }
}
