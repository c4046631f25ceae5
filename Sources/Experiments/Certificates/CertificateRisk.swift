import Agents
import Consensus
import Exactness
import Guarantees
import Scenarios

/// What is asked about voters who err.
public struct RiskQuestion: Sendable {
  /// The largest probabilities with which a guarantee may break, largest first.
  public let risks: [Double]
  /// How all honest voters err; nil to take it from a scenario.
  package let role: HonestRole?
  /// Whether the worst is asked for, too, by the number of faulty voters.
  let isFrontierAsked: Bool

  /// A question about some risks; there is at least one.
  public init(risks: [Double], role: HonestRole? = nil, isFrontierAsked: Bool = false) {
    precondition(
      !risks.isEmpty && risks.allSatisfy((0...1).contains), "risks are probabilities")
    self.risks = Set(risks).sorted(by: >)
    self.role = role
    self.isFrontierAsked = isFrontierAsked
  }

  /// The same question, if nobody sees the frontier.
  var withoutFrontier: RiskQuestion { RiskQuestion(risks: risks, role: role) }
}

/// How many faulty voters each guarantee withstands at some risks, when honest voters err.
public struct CertificateRisk: Sendable {
  /// What is known of one answer of the certificate.
  package struct OfAnswer: Sendable {
    /// How many faulty voters are tolerated at each risk.
    package let tolerances: [RiskTolerance]
    /// The same if honest voters err independently; nil if they do anyway.
    package let ifIndependent: [RiskTolerance]?
  }

  /// The worst with a number of faulty voters.
  package struct FrontierPoint: Sendable {
    /// The number of faulty voters.
    package let faults: Int
    /// The probability that each answer's guarantee breaks; nil if it is not known.
    package let worst: [WorstValue?]
  }

  /// What is asked.
  public let question: RiskQuestion
  /// What is known of each answer of the certificate.
  package let answers: [OfAnswer]
  /// The worst by the number of faulty voters; empty if it is not asked for.
  package let frontier: [FrontierPoint]
  private let curve: RiskCurve

  /// The largest electorate of which the frontier has every number of faulty voters; of others it has
  /// those at which something changes.
  static let wholeFrontierVotersMax = 31

  /// The answer to a question, with the voters as it says, or else as a scenario says.
  init(_ question: RiskQuestion, _ certificate: Certificate, of scenario: Scenario?) {
    let electorate = FallibleElectorate(question, certificate, of: scenario)
    self.question = question
    var curve = RiskCurve(certificate, electorate)
    var independent = electorate.ifIndependent.map { RiskCurve(certificate, $0) }
    var answers: [OfAnswer] = []
    for answer in certificate.answers {
      let tolerances = question.risks.map { curve.tolerance(of: answer, at: $0) }
      answers.append(
        OfAnswer(
          tolerances: tolerances,
          ifIndependent: question.risks.compactMap {
            independent?.tolerance(of: answer, at: $0)
          }.nonEmpty))
    }
    self.answers = answers
    frontier =
      question.isFrontierAsked ? Self.frontier(of: certificate, &curve, around: answers) : []
    self.curve = curve
  }

  private static func frontier(
    of certificate: Certificate, _ curve: inout RiskCurve, around answers: [OfAnswer]
  ) -> [FrontierPoint] {
    let question = certificate.question
    let most = question.voterCount
    var numbers = Array(0...most)
    if most > wholeFrontierVotersMax {
      let tolerated = answers.flatMap { $0.tolerances.map(\.tolerated) }
      let edges = (tolerated + [0, question.advertisedFaults]).flatMap { [$0, $0 + 1] }
      numbers = Set(edges.filter { 0...most ~= $0 }).sorted()
    }
    var points: [FrontierPoint] = []
    for faults in numbers {
      let worst = certificate.answers.map { curve.value(of: $0, faults: faults) }
      points.append(FrontierPoint(faults: faults, worst: worst))
      // With more, nothing changes any more.
      let isSure = worst.allSatisfy { $0.map { $0.value == 1 && $0.kind == .attained } ?? true }
      if faults > question.advertisedFaults && isSure { break }
    }
    return points
  }

  /// Whether the guarantee of an answer breaks with at most some risk; nil for the smallest.
  package func outcome(
    of answer: GuaranteeAnswer, faults: Int, at risk: Double? = nil
  ) -> Verdict.Outcome {
    var curve = curve
    return curve.outcome(of: answer, faults: faults, risk: risk ?? question.risks.last ?? 0)
  }
}

extension FallibleElectorate {
  /// The voters of a question who err as is asked, or as a scenario says.
  init(_ question: RiskQuestion, _ certificate: Certificate, of scenario: Scenario?) {
    if let scenario, question.role == nil {
      self.init(scenario)
    } else {
      let rules = certificate.question.rules
      self.init(
        weights: certificate.question.weights, config: rules.config, safeguards: rules.safeguards,
        role: question.role ?? HonestRole())
    }
  }

  /// The voters of a scenario, who err as it says.
  package init(_ scenario: Scenario) {
    self.init(rules: scenario.rules, groups: scenario.groups.map(\.ifNotFaulty))
  }
}

extension VoterGroup {
  /// The voters of the group as they err while no adversary controls them.
  ///
  /// A byzantine or colluding one errs as when it does not misbehave. Of an absent one nothing is said.
  var ifNotFaulty: FallibleElectorate.Group {
    let role: HonestRole =
      switch role {
      case .honest(let role): role
      case .byzantine(let role): HonestRole(accuracy: role.accuracy)
      case .colluding(let role): HonestRole(accuracy: role.accuracy)
      case .absent: HonestRole()
      }
    return FallibleElectorate.Group(count: count, role: role)
  }
}

extension Array {
  fileprivate var nonEmpty: [Element]? { isEmpty ? nil : self }
}
