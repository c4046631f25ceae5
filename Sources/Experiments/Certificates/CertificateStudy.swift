import Agents
import Guarantees
import Scenarios

/// All that is known of an electorate and its rules without a trial: the certificate, whether its
/// premises hold, and what repairs cost.
public struct CertificateStudy: Sendable {
  /// The certificate with its repairs.
  public let analysis: CertificateAnalysis
  /// What each set of repairs for all gaps together costs, in the order of `RepairAdvice.choices`;
  /// empty without a scenario.
  package let prices: [RepairPrice]
  /// How many faulty voters are withstood at some risks; nil if nobody asks.
  package let risk: CertificateRisk?
  private let scenario: Scenario?

  /// The study of a question about voters without a scenario.
  ///
  /// - Parameters:
  ///   - guarantees: The guarantees that are asked for; nil for all.
  ///   - risk: What is asked about voters who err; nil for nothing.
  public init(
    _ question: GuaranteeQuestion, of guarantees: [Guarantee]? = nil, at risk: RiskQuestion? = nil
  ) {
    self.init(CertificateAnalysis(question, of: guarantees), nil, at: risk)
  }

  /// The study of a scenario.
  ///
  /// - Parameter guarantees: The guarantees that are asked for; nil for all.
  public init(_ scenario: Scenario, timing: Timing, of guarantees: [Guarantee]? = nil) {
    self.init(
      scenario,
      knowing: CertificateAnalysis(
        GuaranteeQuestion(scenario, timing: timing), of: guarantees))
  }

  /// The study of a scenario of which the analysis is known.
  public init(
    _ scenario: Scenario, knowing analysis: CertificateAnalysis, at risk: RiskQuestion? = nil
  ) {
    self.init(analysis, scenario, at: risk)
  }

  private init(
    _ analysis: CertificateAnalysis, _ scenario: Scenario?, at risk: RiskQuestion?
  ) {
    self.analysis = analysis
    self.scenario = scenario
    prices =
      scenario.map { scenario in
        analysis.whole.choices.filter { !$0.isEmpty }.map { RepairPrice(of: $0, in: scenario) }
      } ?? []
    self.risk = risk.map { CertificateRisk($0, analysis.certificate, of: scenario) }
  }

  /// The premises of a guarantee.
  package func premises(of guarantee: Guarantee) -> [HeldPremise] {
    analysis.certificate.question.premises(
      of: guarantee, isAtRisk: risk != nil, heldAgainst: scenario)
  }

  /// The premises of a guarantee that the scenario breaks.
  package func broken(_ guarantee: Guarantee) -> [HeldPremise] {
    premises(of: guarantee).filter { $0.breach != nil }
  }

  /// The number of voters who are byzantine, colluding or absent; nil without a scenario.
  package var faultyCount: Int? {
    scenario.map { $0.groups.filter { $0.role.kind != .honest }.reduce(0) { $0 + $1.count } }
  }

  /// Whether every guarantee that was asked for holds against a number of faulty voters, at the
  /// smallest risk if some are asked about.
  ///
  /// - Parameter isAssuming: Whether premises that the scenario breaks are assumed to hold.
  package func outcome(faults: Int, isAssuming: Bool) -> Verdict.Outcome {
    analysis.certificate.outcome(at: risk, faults: faults) { isAssuming || broken($0).isEmpty }
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
