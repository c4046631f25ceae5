import Maths

/// Adds members to a group, one by one, as long as the likelihood gains more than the choice costs.
struct GreedyGroupSearch {
  let model: GroupModel
  /// The log likelihood of the best fit without a group.
  let nullLogLikelihood: Double
  let sizeMax: Int
  /// For each size the logarithm of the number of groups of that size, and of the number of smaller
  /// sizes: there are more large groups, and the best of many looks good by chance.
  private let choiceCosts: [Double]

  /// A group with its fit and its score: the gain over no group, minus the cost of the choice.
  struct Candidate {
    var members: [Int]
    var parameters: GroupParameters
    var posterior: GroupPosterior
    var score: Double
  }

  init(_ model: GroupModel, nullLogLikelihood: Double, sizeMax: Int) {
    self.model = model
    self.nullLogLikelihood = nullLogLikelihood
    self.sizeMax = sizeMax
    let count = model.voterCount
    let logFactorial = (0...count).map { logGamma(Double($0) + 1) }
    choiceCosts = (0...count).map { size in
      logFactorial[count] - logFactorial[size] - logFactorial[count - size]
        + logarithm(Double(max(1, size - 1)))
    }
  }

  func candidate(_ members: [Int], from start: GroupParameters, rounds: Int) -> Candidate {
    let (parameters, posterior) = model.fit(members, from: start, rounds: rounds)
    return Candidate(
      members: members, parameters: parameters, posterior: posterior,
      score: posterior.logLikelihood - nullLogLikelihood - choiceCosts[members.count])
  }

  /// The best group that can be reached by adding or removing one member at a time.
  func grow(_ members: [Int], from start: GroupParameters) -> Candidate {
    var best = candidate(members, from: start, rounds: 6)
    while let members = bestNeighbour(of: best) {
      let next = candidate(members, from: best.parameters, rounds: 4)
      if next.score <= best.score + 1e-6 { break }
      best = next
    }
    return best
  }

  /// The members after the most promising change; nil if nothing can change.
  private func bestNeighbour(of candidate: Candidate) -> [Int]? {
    let members = candidate.members
    let gains = gains(candidate)
    var best: (score: Double, members: [Int])?
    let others = (0..<model.voterCount).filter { !members.contains($0) }
    if members.count < sizeMax, let joining = others.firstMax(by: { gains[$0] }) {
      best = (gains[joining] - choiceCosts[members.count + 1], members + [joining])
    }
    if members.count > 2, let leaving = members.firstMax(by: { gains[$0] }) {
      let score = gains[leaving] - choiceCosts[members.count - 1]
      if score > best?.score ?? -.infinity { best = (score, members.filter { $0 != leaving }) }
    }
    return best?.members
  }

  /// For each voter the gain if it joined, or if it left when it is a member.
  func gains(_ candidate: Candidate) -> [Double] {
    let table = VoteLikelihoods(candidate.parameters)
    let posterior = candidate.posterior
    let fidelity = candidate.parameters.fidelity
    let activity = (0..<model.proposalCount).map { posterior.activity(on: $0) }
    var isMember = Array(repeating: false, count: model.voterCount)
    for member in candidate.members { isMember[member] = true }
    return (0..<model.voterCount).map { voter in
      isMember[voter]
        ? model.gainOfLeaving(voter, table, posterior, activity: activity, fidelity: fidelity)
        : model.gainOfJoining(voter, table, posterior, activity: activity, fidelity: fidelity)
    }
  }
}

extension Sequence {
  /// The first element for which a number is largest.
  func firstMax(by number: (Element) -> Double) -> Element? {
    var best: (element: Element, number: Double)?
    for element in self {
      let number = number(element)
      if best.map({ number > $0.number }) ?? true { best = (element, number) }
    }
    return best?.element
  }
}
