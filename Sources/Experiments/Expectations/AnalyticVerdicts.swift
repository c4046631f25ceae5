import Exactness
import Guarantees
import Metrics
import Scenarios

/// Verdicts on the expectations of a cell that need no trials.
///
/// A metric itself is decided, in this order, by its exact value, by a certificate that the event
/// cannot happen, or by the worst case of any attack if even that meets the limit. What is claimed
/// of an exact value, of a worst case or of a guarantee never needs trials.
struct AnalyticVerdicts: Sendable {
  private let scenario: Scenario
  private let cell: Int
  private let analysis: ExactAnalysis?
  /// The certificates that are asked for.
  private let certificates: [Timing: Certificate]

  init(_ scenario: Scenario, cell: Int) {
    self.scenario = scenario
    self.cell = cell
    let isAsked = scenario.expectations.contains {
      $0.metricClaim?.metric.definition.exact != nil
    }
    analysis = isAsked ? ExactAnalysis(scenario) : nil
    // No repairs, prices or powers: nobody asks for them here.
    let timings = Timing.allCases.filter { timing in
      scenario.expectations.contains { $0.guaranteeClaim?.timing == timing }
    }
    certificates = Dictionary(
      uniqueKeysWithValues: timings.map {
        ($0, Certificate(GuaranteeQuestion(scenario, timing: $0)))
      })
  }

  /// The verdict on an expectation; nil if it needs trials.
  func verdict(on expectation: Expectation) -> Verdict? {
    switch expectation.claim {
    case .guarantee(let claim): finding(on: claim).verdict(on: expectation, cell)
    case .metric(let claim):
      switch claim.value {
      case .estimate: finding(on: claim)?.verdict(on: expectation, cell)
      case .exact: exact(claim).verdict(on: expectation, cell)
      case .worst:
        worst(claim, analysis?.worst(of: claim.metric), unless: analysis?.worstObstacles)
          .verdict(on: expectation, cell)
      case .worstCounted:
        worst(
          claim, analysis?.worstCounted(of: claim.metric),
          unless: analysis.map { $0.worstObstacles + $0.arrivalObstacles }
        ).verdict(on: expectation, cell)
      case .causal:
        worst(claim, analysis?.causal(of: claim.metric), unless: analysis?.causalObstacles)
          .verdict(on: expectation, cell)
      }
    }
  }

  // MARK: Metrics

  private func finding(on claim: MetricClaim) -> Finding? {
    let (metric, limit) = (claim.metric, claim.limit)
    if let value = analysis?.value(of: metric) {
      return Finding(holds: limit.allows(value), .exactValue, .exact(value))
    }
    if scenario.certifiesNever(metric) {
      return Finding(holds: limit.allows(0), .certificate, .exact(0))
    }
    guard let worst = analysis?.worst(of: metric)?.value, limit.allows(worst) else { return nil }
    switch (metric.worsening, limit.isUpper) {
    case (.rising, true): return Finding(holds: true, .worstCase, .within(0...worst))
    case (.falling, false): return Finding(holds: true, .worstCase, .within(worst...1))
    case (.rising, false), (.falling, true), (.neither, _): return nil
    }
  }

  private func exact(_ claim: MetricClaim) -> Finding {
    guard let value = analysis?.value(of: claim.metric) else {
      return Finding(.undefined, .exactValue, because: analysis?.obstacles ?? [])
    }
    return Finding(holds: claim.limit.allows(value), .exactValue, .exact(value))
  }

  /// What a worst case says of a claim about it: one that is a bound may be less bad.
  private func worst(
    _ claim: MetricClaim, _ worst: WorstValue?, unless obstacles: [String]?
  ) -> Finding {
    guard let worst else { return Finding(.undefined, .worstCase, because: obstacles ?? []) }
    let isKept = claim.limit.allows(worst.value)
    // A smaller limit than the bound may be kept all the same, a larger one may not.
    let isProven = isKept == ((claim.metric.worsening == .falling) != claim.limit.isUpper)
    switch worst.kind {
    case .attained: return Finding(holds: isKept, .worstCase, .exact(worst.value))
    case .bound where isProven: return Finding(holds: isKept, .worstCase, .exact(worst.value))
    case .bound:
      return Finding(
        .inconclusive, .worstCase, .exact(worst.value),
        because: ["the worst case is only a bound"] + (analysis?.shortfalls ?? []))
    }
  }

  // MARK: Guarantees

  private func finding(on claim: GuaranteeClaim) -> Finding {
    let certificate = certificates[claim.timing]
    let answers = (certificate?.answers ?? []).filter {
      $0.guarantee == claim.guarantee && (claim.actions == nil || $0.actions == claim.actions)
    }
    guard let certificate, let tolerated = answers.map(\.tolerated).min() else {
      return Finding(.undefined, .certificate, because: ["there are no replicas to agree"])
    }
    if let risk = claim.risk { return finding(on: claim, at: risk, answers, of: certificate) }
    let value = Verdict.Value.exact(Double(tolerated))
    if tolerated < claim.faults { return Finding(holds: false, .certificate, value) }
    return granted(claim, .certificate, value, by: certificate)
  }

  /// What the worst adversary beside voters who err says of a claim.
  private func finding(
    on claim: GuaranteeClaim, at risk: Double, _ answers: [GuaranteeAnswer],
    of certificate: Certificate
  ) -> Finding {
    var curve = RiskCurve(certificate, FallibleElectorate(scenario))
    let worst = answers.map { curve.worst(of: $0, faults: claim.faults) }
    let possible = worst.map(\.possible).reduce(0, max)
    let certain = worst.map(\.certain).reduce(0, max)
    let value =
      possible == certain
      ? Verdict.Value.exact(possible) : .within(min(certain, possible)...possible)
    let outcomes = answers.map { curve.outcome(of: $0, faults: claim.faults, risk: risk) }
    switch outcomes.together {
    case .pass: return granted(claim, .worstCase, value, by: certificate)
    case .fail: return Finding(holds: false, .worstCase, value)
    case .inconclusive, .undefined:
      return Finding(
        .inconclusive, .worstCase, value, because: ["the worst case is only a bound"])
    }
  }

  /// A claim that holds if its premises do.
  private func granted(
    _ claim: GuaranteeClaim, _ ground: Verdict.Ground, _ value: Verdict.Value,
    by certificate: Certificate
  ) -> Finding {
    let broken = certificate.question.premises(
      of: claim.guarantee, isAtRisk: claim.risk != nil, heldAgainst: scenario
    ).filter { $0.breach != nil }
    return broken.isEmpty
      ? Finding(holds: true, ground, value)
      : Finding(
        .inconclusive, ground, value,
        because: broken.map { "the scenario breaks a premise: \($0.description)" })
  }
}

/// What is found of a claim without trials.
private struct Finding {
  let outcome: Verdict.Outcome
  let ground: Verdict.Ground
  let value: Verdict.Value?
  let reasons: [String]

  init(holds: Bool, _ ground: Verdict.Ground, _ value: Verdict.Value) {
    self.init(holds ? .pass : .fail, ground, value, because: [])
  }

  init(
    _ outcome: Verdict.Outcome, _ ground: Verdict.Ground, _ value: Verdict.Value? = nil,
    because reasons: [String]
  ) {
    self.outcome = outcome
    self.ground = ground
    self.value = value
    self.reasons = reasons
  }

  func verdict(on expectation: Expectation, _ cell: Int) -> Verdict {
    Verdict(
      expectation: expectation, cell: cell, outcome: outcome, ground: ground, value: value,
      reasons: reasons, trials: 0, witness: nil)
  }
}

extension MetricClaim.Limit {
  /// Whether a value is on the right side of the limit.
  ///
  /// A value that differs from the limit only by rounding is equal to it, which both kinds of
  /// limits allow: 1 − 0.9 is meant to be 0.1.
  package func allows(_ value: Double) -> Bool {
    let rounding = 1e-13 * max(value.magnitude, bound.magnitude)
    return isUpper ? value <= bound + rounding : value >= bound - rounding
  }
}
