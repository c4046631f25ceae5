import Agents
import Consensus
import Experiments
import Guarantees
import Scenarios

/// How many faulty voters a guarantee withstands, whatever they do and whenever votes arrive.
package struct WithstoodFaults: Sendable {
  /// The guarantee.
  package let guarantee: Guarantee
  /// The most faulty voters; -1 if it does not hold without any.
  package let tolerated: Int
  /// What the scenario breaks of what the guarantee takes for granted, in words.
  package let broken: [String]

  /// What a scenario, or each of its draws, withstands of each guarantee, for the actions that it
  /// proposes.
  static func all(_ draws: [Scenario]) -> [WithstoodFaults] {
    let ofDraws = draws.map(Self.all(of:))
    return ofDraws[0].indices.map { place in
      let own = ofDraws.map { $0[place] }
      return WithstoodFaults(
        guarantee: own[0].guarantee, tolerated: own.map(\.tolerated).min() ?? -1,
        broken: own.flatMap(\.broken).reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
    }
  }

  private static func all(of scenario: Scenario) -> [WithstoodFaults] {
    let question = GuaranteeQuestion(scenario, timing: .asynchronous)
    let certificate = Certificate(question)
    return certificate.guarantees.map { guarantee in
      let answers = certificate.answers.filter { answer in
        answer.guarantee == guarantee
          && scenario.workload.actions.contains {
            $0.weight > 0 && ProposalAction.isCritical($0.name) == (answer.actions == .critical)
          }
      }
      return WithstoodFaults(
        guarantee: guarantee, tolerated: answers.map(\.tolerated).min() ?? -1,
        broken: question.premises(of: guarantee, heldAgainst: scenario)
          .filter { $0.breach != nil }.map(\.description))
    }
  }
}
