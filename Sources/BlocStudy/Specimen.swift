import Consensus
import Detection
import Simulation

/// One electorate with its votes and what is true of it.
struct Specimen {
  let votes: VoteMatrix
  let isWarranted: [Bool]
  let targets: [Int]
  let blocs: [[Int]]
  let clones: [[Int]]
  /// The probability of each voter to be right about what is warranted, and what is not.
  let accuracies: [SIMD2<Double>]

  /// The specimen of a number; what it holds depends on nothing else.
  init(_ kind: Electorate, seed: UInt64, number: Int) {
    var luck = RandomStream(seed: seed, purpose: 0, trial: number)
    isWarranted = (0..<kind.proposals).map { _ in luck.nextUnit() < kind.warranted }
    targets = (0..<kind.proposals).map { _ in Int(luck.nextUnit() * Double(kind.targets)) }
    let isTossUp = (0..<kind.proposals).map { _ in luck.nextUnit() < kind.tossUps }
    accuracies = (0..<kind.voters).map { _ in
      let mean = kind.accuracy + kind.jitter * (2 * luck.nextUnit() - 1)
      let lean = kind.bias == 0 ? 0 : (luck.nextUnit() < 0.5 ? kind.bias : -kind.bias)
      return SIMD2(
        min(max(mean + lean, 0.51), 0.995), min(max(mean - lean, 0.51), 0.995))
    }
    let order = luck.permutation(of: kind.voters)
    (blocs, clones) = Self.groups(kind, order: order)
    var sees = Self.perceptions(
      isWarranted, isTossUp: isTossUp, accuracies: accuracies, luck: &luck)
    Self.share(clones, kind, isWarranted, &sees, &luck)
    for bloc in blocs {
      Self.conspire(bloc, kind, isWarranted: isWarranted, targets: targets, &sees, &luck)
    }
    var votes = VoteMatrix(voterCount: kind.voters, proposalCount: kind.proposals)
    for voter in 0..<kind.voters {
      for proposal in 0..<kind.proposals where luck.nextUnit() >= kind.abstention {
        votes.set(sees[voter][proposal] ? .approve : .reject, of: voter, on: proposal)
      }
    }
    self.votes = votes
  }

  /// Who belongs to whom.
  var truth: BlocTruth {
    var allegiances = [BlocTruth.Allegiance](repeating: .honest, count: votes.voterCount)
    for (number, bloc) in blocs.enumerated() {
      for voter in bloc { allegiances[voter] = .group(number) }
    }
    return BlocTruth(allegiances)
  }

  private static func groups(
    _ kind: Electorate, order: [Int]
  ) -> (blocs: [[Int]], clones: [[Int]]) {
    var rest = order[...]
    func take(_ count: Int) -> [Int] {
      defer { rest = rest.dropFirst(count) }
      return rest.prefix(count).sorted()
    }
    let blocs = kind.blocs.map(take)
    let clones = (0..<kind.cloneGroups).map { _ in take(kind.cloneSize) }
    return (blocs, clones)
  }

  private static func perceptions(
    _ isWarranted: [Bool], isTossUp: [Bool], accuracies: [SIMD2<Double>], luck: inout RandomStream
  ) -> [[Bool]] {
    accuracies.map { accuracy in
      isWarranted.indices.map { proposal in
        let own = isWarranted[proposal] ? accuracy.x : accuracy.y
        let isRight = luck.nextUnit() < (isTossUp[proposal] ? 0.5 : own)
        return isRight == isWarranted[proposal]
      }
    }
  }

  private static func share(
    _ clones: [[Int]], _ kind: Electorate, _ isWarranted: [Bool], _ sees: inout [[Bool]],
    _ luck: inout RandomStream
  ) {
    for group in clones {
      let common = isWarranted.map { (luck.nextUnit() < kind.accuracy) == $0 }
      for voter in group {
        for proposal in isWarranted.indices where luck.nextUnit() < kind.cloneCorrelation {
          sees[voter][proposal] = common[proposal]
        }
      }
    }
  }

  private static func conspire(
    _ bloc: [Int], _ kind: Electorate, isWarranted: [Bool], targets: [Int],
    _ sees: inout [[Bool]], _ luck: inout RandomStream
  ) {
    let lead = sees[bloc[0]]
    for proposal in isWarranted.indices {
      let isActive =
        kind.protectsTarget ? targets[proposal] == 0 : luck.nextUnit() >= kind.camouflage
      let coin = luck.nextUnit() < 0.5
      guard isActive else { continue }
      let planned =
        switch kind.plan {
        case .coin: coin
        case .oppose: !isWarranted[proposal]
        case .reject: false
        case .copy: lead[proposal]
        }
      for member in bloc {
        let sitsOut = luck.nextUnit() < kind.rotation
        let obeys = luck.nextUnit() < kind.fidelity
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
