import Agents
import Consensus
import ConsensusTestSupport
import Exactness
import Experiments
import Guarantees
import TestSupport
import Testing

/// What faulty voters can do beside honest ones who err, by sums and by trying everything.
struct RiskCurveTests {
  @Test func sumsAreWhatBallotBoxesShow() {
    let premises = [
      "correlated", "several weights", "one view of all", "replicas", "abstentions", "a gap",
    ]
    forEverySeed(Effort.count(300, inDebug: 30), premises: premises) { draw in
      let (question, electorate, voters) = try draw.fallibleVoters()
      let certificate = Certificate(question)
      var curve = RiskCurve(certificate, electorate)
      let enumeration = RiskEnumeration(question, voters)
      for answer in certificate.answers where answer.guarantee != .agreement {
        for faults in 0...question.faultsMax(answer.guarantee) {
          let worst = curve.worst(of: answer, faults: faults)
          let tried = enumeration.worst(answer.guarantee, answer.actions, faults: faults)
          try require(
            isNear(worst.possible, tried) && isNear(worst.certain, tried),
            "\(answer.guarantee) against \(faults): \(worst), tried \(tried)")
          if faults <= answer.tolerated && tried > 0 { draw.met("a gap") }
        }
      }
      if voters.contains(where: { $0.role.correlation > 0 }) { draw.met("correlated") }
      if Set(question.weights).count > 1 { draw.met("several weights") }
      if voters.allSatisfy({ $0.view == 0 }) { draw.met("one view of all") }
      if question.counting == .replicated { draw.met("replicas") }
      if voters.contains(where: { $0.role.abstain > 0 }) { draw.met("abstentions") }
    }
  }

  /// Voters who are always right: the frontier is the certificate, at every risk.
  @Test func whoeverIsAlwaysRightLeavesTheCertificate() {
    forEverySeed(Effort.count(400, inDebug: 40), premises: ["several weights", "a crowd"]) {
      draw in
      let weights = (0..<draw.int(in: 1...(draw.bool() ? 6 : 40))).map { _ in
        draw.element(of: [1.0, 1, 2, 3])
      }
      let question = try draw.riskQuestion(weights: weights)
      if Set(weights).count > 1 { draw.met("several weights") }
      if weights.count > 10 { draw.met("a crowd") }
      let certificate = Certificate(question)
      var curve = RiskCurve(
        certificate,
        FallibleElectorate(
          weights: weights, config: question.rules.config, safeguards: question.rules.safeguards,
          role: HonestRole()))
      for answer in certificate.answers {
        for risk in [0, 1e-9, 0.5] {
          let tolerance = curve.tolerance(of: answer, at: risk)
          if answer.proof == .lowerBound {
            try require(tolerance.tolerated >= answer.tolerated, "\(answer)")
          } else if tolerance.isExact {
            try require(tolerance.tolerated == answer.tolerated, "\(answer): \(tolerance)")
          } else {
            try require(tolerance.tolerated <= answer.tolerated, "\(answer): \(tolerance)")
          }
        }
      }
    }
  }

  /// Where rounding decides whether replicas disagree, the certificate is a lower bound, and so is what
  /// is said of any risk.
  @Test func aDoubtOfTheCertificateStays() throws {
    let weights = [0.3, 0.7, 0.1, 1.1, 0.7, 0.3, 0.7, 1.1, 0.1, 0.7, 0.1, 0.2, 1.1]
    let question = GuaranteeQuestion(
      weights: weights, safeguards: try Safeguards(quorumUnit: .weight), timing: .synchronous)
    let certificate = Certificate(question)
    let answer = try #require(certificate.answers.first { $0.guarantee == .agreement })
    #expect(answer.proof == .lowerBound && answer.tolerated == -1)
    var curve = RiskCurve(
      certificate,
      FallibleElectorate(
        weights: weights, config: .standard, safeguards: question.rules.safeguards,
        role: HonestRole()))
    let tolerance = curve.tolerance(of: answer, at: 0.5)
    #expect(tolerance.tolerated == -1 && !tolerance.isExact && tolerance.worstBeyond == nil)
  }

  /// The sums of a question are right to about 13 digits.
  private func isNear(_ one: Double, _ other: Double) -> Bool {
    (one - other).magnitude <= 1e-12 * max(one, other)
  }
}

extension Draw {
  /// Up to five voters who err in any way, in groups of their own views or all with one.
  func fallibleVoters() throws -> (
    question: GuaranteeQuestion, electorate: FallibleElectorate, voters: [RiskEnumeration.Voter]
  ) {
    let isViewShared = bool()
    var weights: [Double] = []
    var groups: [FallibleElectorate.Group] = []
    var voters: [RiskEnumeration.Voter] = []
    let common = try honestRole()
    for view in 0..<int(in: 1...3) {
      let count = min(int(in: 1...2), Effort.count(5, inDebug: 4) - weights.count)
      if count < 1 { continue }
      let role = isViewShared ? common : try honestRole()
      weights += Array(repeating: element(of: [1.0, 1, 2, 3]), count: count)
      groups.append(FallibleElectorate.Group(count: count, role: role))
      voters += Array(
        repeating: RiskEnumeration.Voter(role: role, view: isViewShared ? 0 : view), count: count)
    }
    let question = try riskQuestion(weights: weights)
    let rules = question.rules
    let electorate =
      isViewShared
      ? FallibleElectorate(
        weights: weights, config: rules.config, safeguards: rules.safeguards, role: common)
      : FallibleElectorate(rules: rules, groups: groups)
    return (question, electorate, voters)
  }

  func honestRole() throws -> HonestRole {
    let accuracies = [1.0, 0.95, 0.6, 0.2, 0]
    return HonestRole(
      accuracy: Accuracy(
        warranted: element(of: accuracies), unwarranted: element(of: accuracies)),
      abstain: element(of: [0, 0, 0.1, 0.5]), correlation: element(of: [0, 0, 0.3, 1]))
  }

  func riskQuestion(weights: [Double]) throws -> GuaranteeQuestion {
    let shares = [0.5, 2.0 / 3, 0.6, 1, 0.3, 0.75]
    return GuaranteeQuestion(
      weights: weights,
      config: try ConsensusConfig(
        quorumFraction: element(of: shares), majorityThreshold: element(of: shares),
        supermajorityThreshold: element(of: shares)),
      safeguards: try safeguards(weightCap: bool(probability: 0.1) ? 0.4 : nil),
      timing: element(of: Timing.allCases), counting: element(of: VoteCounting.allCases))
  }
}
