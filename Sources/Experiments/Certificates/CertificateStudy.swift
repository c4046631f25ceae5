import Agents
import Guarantees
import Scenarios

/// All that is known of an electorate and its rules without a trial: the certificate, whether its
/// premises hold, and what repairs cost.
public struct CertificateStudy: Sendable {
  /// A premise of a guarantee, held against the scenario if there is one.
  package struct HeldPremise: Sendable, Equatable {
    /// The premise.
    package let premise: Premise
    /// Whether it holds; nil without a scenario.
    package let holds: Bool?
    /// What breaks it; nil if nothing does.
    package let breach: PremiseBreach?

    /// The premise in a few words, with the groups that break it.
    var description: String {
      let name = premise.rawValue.replacing("_", with: " ")
      let groups = breach?.groups.joined(separator: ", ") ?? ""
      return groups.isEmpty ? name : "\(name) (\(groups))"
    }
  }

  /// The certificate with its repairs.
  public let analysis: CertificateAnalysis
  /// What each set of repairs for all gaps together costs, in the order of `RepairAdvice.choices`;
  /// empty without a scenario.
  package let prices: [RepairPrice]
  private let scenario: Scenario?

  /// The study of a question about voters without a scenario.
  ///
  /// - Parameter guarantees: The guarantees that are asked for; nil for all.
  public init(_ question: GuaranteeQuestion, of guarantees: [Guarantee]? = nil) {
    analysis = CertificateAnalysis(question, of: guarantees)
    prices = []
    scenario = nil
  }

  /// The study of a scenario.
  ///
  /// - Parameter guarantees: The guarantees that are asked for; nil for all.
  public init(_ scenario: Scenario, timing: Timing, of guarantees: [Guarantee]? = nil) {
    let analysis = CertificateAnalysis(
      GuaranteeQuestion(scenario, timing: timing), of: guarantees)
    self.analysis = analysis
    prices = analysis.whole.choices.filter { !$0.isEmpty }.map { RepairPrice(of: $0, in: scenario) }
    self.scenario = scenario
  }

  /// The premises of a guarantee.
  package func premises(of guarantee: Guarantee) -> [HeldPremise] {
    analysis.certificate.question.premises(of: guarantee).map { premise in
      guard let scenario else { return HeldPremise(premise: premise, holds: nil, breach: nil) }
      let breach = scenario.breach(of: premise, by: guarantee)
      return HeldPremise(premise: premise, holds: breach == nil, breach: breach)
    }
  }

  /// The premises of a guarantee that the scenario breaks.
  package func broken(_ guarantee: Guarantee) -> [HeldPremise] {
    premises(of: guarantee).filter { $0.breach != nil }
  }

  /// The number of voters who are byzantine, colluding or absent; nil without a scenario.
  package var faultyCount: Int? {
    scenario.map { $0.groups.filter { $0.role.kind != .honest }.reduce(0) { $0 + $1.count } }
  }

  /// Whether every guarantee that was asked for holds against a number of faulty voters.
  ///
  /// - Parameter isAssuming: Whether premises that the scenario breaks are assumed to hold.
  package func outcome(faults: Int, isAssuming: Bool) -> Verdict.Outcome {
    let answers = analysis.certificate.answers
    if !answers.allSatisfy({ $0.withstands(faults: faults) }) { return .fail }
    let isProven = isAssuming || answers.allSatisfy { broken($0.guarantee).isEmpty }
    return isProven ? .pass : .inconclusive
  }
}

extension GuaranteeQuestion {
  /// The question about the voters and rules of a scenario.
  package init(_ scenario: Scenario, timing: Timing) {
    self.init(
      weights: scenario.weights, config: scenario.config, safeguards: scenario.safeguards,
      timing: timing, counting: VoteCounting(scenario.mode))
  }
}

extension VoteCounting {
  /// Who counts the votes in a mode.
  package init(_ mode: SimulationMode) {
    switch mode {
    case .central: self = .central
    case .replicated: self = .replicated
    }
  }
}
