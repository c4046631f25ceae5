import Consensus
import Text

/// A row of the table of premises: which guarantees take a premise, with which timing, and where.
///
/// Certificates read the table, and the reference shows it.
package struct PremiseRule: Sendable {
  /// Which rules a row is about.
  package enum Condition: Sendable {
    case always
    case ruleCertificate
    case tallyAnytime
    case ruleCertificateAndTallyAnytime
    /// No tally comes before the deadline.
    case tallyLate

    /// The condition as the end of a sentence; empty if there is none.
    package var words: String {
      switch self {
      case .always: ""
      case .ruleCertificate: "if safeguards.rule is 'certificate'"
      case .tallyAnytime: "if safeguards.tally is 'anytime'"
      case .ruleCertificateAndTallyAnytime:
        "if safeguards.rule is 'certificate' and safeguards.tally 'anytime'"
      case .tallyLate: "if safeguards.tally is 'decisive', or replicas count"
      }
    }
  }

  /// The premise.
  package let premise: Premise
  /// The guarantees that take it.
  package let guarantees: [Guarantee]
  /// The timings with which they do.
  package let timings: [Timing]
  /// Under which rules they do.
  package let condition: Condition
  /// Whether it gives way to what is stated of the voters where a risk is.
  package let givesWayAtRisk: Bool

  private init(
    _ premise: Premise, for guarantees: [Guarantee], in timings: [Timing] = Timing.allCases,
    where condition: Condition = .always, givesWayAtRisk: Bool = false
  ) {
    self.premise = premise
    self.guarantees = guarantees
    self.timings = timings
    self.condition = condition
    self.givesWayAtRisk = givesWayAtRisk
  }

  private static let safety: [Guarantee] = [.noFalseApproval, .noFalseRejection]

  /// The table.
  package static let all: [PremiseRule] = [
    PremiseRule(.honestRight, for: safety, givesWayAtRisk: true),
    // Any votes make a quorum, but only like votes make a certificate.
    PremiseRule(.honestRight, for: [.decision], where: .ruleCertificate, givesWayAtRisk: true),
    PremiseRule(.honestMayDiffer, for: [.agreement]),
    // Otherwise an abstention is no worse than a vote that has not arrived.
    PremiseRule(
      .honestVote, for: safety, in: [.synchronous], where: .tallyLate, givesWayAtRisk: true),
    PremiseRule(.honestVote, for: [.decision], givesWayAtRisk: true),
    PremiseRule(.honestVote, for: [.agreement], in: [.synchronous]),
    PremiseRule(.votesArriveByDeadline, for: [.decision]),
    PremiseRule(.allVotesArrive, for: safety, in: [.synchronous], where: .tallyLate),
    PremiseRule(.allVotesArrive, for: [.agreement], in: [.synchronous]),
    // With a quorum a ratio always decides, but there may not be a certificate yet.
    PremiseRule(.tallyWaits, for: [.decision], where: .ruleCertificateAndTallyAnytime),
    // Decisive tallies need proposals that expire at the deadline.
    PremiseRule(.noExpiry, for: [.decision], where: .tallyAnytime),
    PremiseRule(.nobodyForges, for: Guarantee.allCases),
  ]
}

extension GuaranteeQuestion {
  /// What a guarantee takes for granted.
  ///
  /// - Parameter isAtRisk: Whether it is stated how honest voters err and abstain.
  package func premises(of guarantee: Guarantee, isAtRisk: Bool = false) -> [Premise] {
    PremiseRule.all.filter { rule in
      rule.guarantees.contains(guarantee) && rule.timings.contains(timing)
        && applies(rule.condition) && !(isAtRisk && rule.givesWayAtRisk)
    }.map(\.premise)
  }

  /// Whether a guarantee is about votes that are counted only after all honest ones.
  package func waitsForAllVotes(_ guarantee: Guarantee) -> Bool {
    premises(of: guarantee).contains(.allVotesArrive)
  }

  private func applies(_ condition: PremiseRule.Condition) -> Bool {
    let isCertificate = rules.safeguards.rule == .certificate
    let isAnytime = rules.safeguards.tally == .anytime
    return switch condition {
    case .always: true
    case .ruleCertificate: isCertificate
    case .tallyAnytime: isAnytime
    case .ruleCertificateAndTallyAnytime: isCertificate && isAnytime
    case .tallyLate: tallyMoment(faults: voterCount) == .deadline
    }
  }
}
