import Consensus

/// Rules that differ only in what they decide, of which those that decide alike on the actions of a
/// kind are asked once.
struct AskedRules {
  /// All rules.
  let rules: [VotingRules]
  /// The rules for actions of one kind, each once.
  let distinct: [ActionRules]
  /// For each of the rules, which are those for each kind.
  private let places: [[Int]]

  /// The most voters of equal weight whose sums nobody takes to depend on the order of votes.
  private static let votersMax = 1 << 17

  /// All that decides about votes of equal weight.
  private struct Likeness: Hashable {
    let critical: Bool
    let counts: CountDecisions
    let quorum: Int
    let rule: Safeguards.Rule
  }

  init(_ rules: [VotingRules], ofCritical kinds: [Bool]) {
    var distinct: [ActionRules] = []
    var known: [Likeness: Int] = [:]
    places = rules.map { one in
      kinds.map { critical in
        let own = ActionRules(one, critical: critical)
        let isTold = rules.count > 1 && one.hasEqualWeights && one.voterCount <= Self.votersMax
        let likeness =
          isTold
          ? Likeness(
            critical: critical, counts: own.counts, quorum: own.quorum, rule: own.safeguards.rule)
          : nil
        if let likeness, let place = known[likeness] { return place }
        if let likeness { known[likeness] = distinct.count }
        distinct.append(own)
        return distinct.count - 1
      }
    }
    self.rules = rules
    self.distinct = distinct
  }

  /// The answers for one of the rules, one for each kind, given those for rules that differ.
  func answers<Answer>(_ answers: [Answer], forRules number: Int) -> [Answer] {
    places[number].map { answers[$0] }
  }

  /// The answers for each of the rules, one for each kind, given those for rules that differ; or the
  /// first problem.
  func byRules<Answer>(_ attempts: [Attempt<Answer>]) -> [Attempt<[Answer]>] {
    rules.indices.map { number in
      do throws(ExactProblem) {
        return .success(try answers(attempts, forRules: number).values())
      } catch {
        return .failure(error)
      }
    }
  }
}
