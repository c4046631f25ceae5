import Consensus
import Guarantees
import JSON
import Text

extension CertificateReport {
  /// A section of the report for people: a title and a body.
  public struct Section: Sendable {
    /// The heading above the body.
    public let title: String
    /// The text below the title.
    public let body: Body

    /// The kinds of text in a section.
    public enum Body: Sendable {
      /// A table that is already laid out.
      case table(String)
      /// Terms with their meanings.
      case definitions([(term: String, meaning: String)])
      /// One or more sentences.
      case paragraph(String)
    }
  }

  /// The report for people; its tables have lines of limited width.
  ///
  /// - Parameter faults: The number of faulty voters to check every guarantee against, if given.
  public func sections(columns: Int, faults: Int?) -> [Section] {
    [
      Section(title: heading, body: .table(guarantees(columns))),
      section("Attacks that break them", attacks),
      section("Safeguards that prevent them", closures),
      faults.map(verdict),
    ].compactMap(\.self) + powers.flatMap { sections(on: $0, columns: columns) }
      + [Section(title: "Assumptions", body: .paragraph(assumptions))]
  }

  private func section(
    _ title: String, _ entries: [(term: String, meaning: String)]
  ) -> Section? {
    entries.isEmpty ? nil : Section(title: title, body: .definitions(entries))
  }

  // MARK: Guarantees

  private var heading: String {
    let question = certificate.question
    let config = question.rules.config
    let voters = question.voterCount == 1 ? "1 voter" : "\(question.voterCount.grouped) voters"
    return "\(voters), \(question.timing.rawValue), quorum \(quorum), thresholds "
      + "\(config.majorityThreshold.brief) and \(config.supermajorityThreshold.brief)"
  }

  private var quorum: String {
    let rules = certificate.question.rules
    switch rules.safeguards.quorumUnit {
    case .voters: return "\(rules.quorumRequired)"
    case .weight: return "\(rules.config.quorumFraction.brief) of all weight"
    }
  }

  private func guarantees(_ columns: Int) -> String {
    let answers = certificate.answers
    func column(_ title: String, isNumeric: Bool = false, _ cell: (GuaranteeAnswer) -> String)
      -> TextTable.Column
    {
      TextTable.Column(title: title, cells: answers.map(cell), isNumeric: isNumeric)
    }
    return TextTable(
      keys: [
        column("guarantee") { $0.guarantee.words }, column("actions") { $0.actions.rawValue },
      ],
      columns: [
        column("advertised", isNumeric: true) { _ in
          "\(certificate.question.advertisedFaults)"
        },
        column("holds against", isNumeric: true) { $0.faultsText(of: certificate.question) },
        column("how it is known") { $0.proof.words },
      ]
    ).text(columns: columns)
  }

  private func verdict(_ faults: Int) -> Section {
    let broken = certificate.answers.filter { !$0.withstands(faults: faults) }
    let text =
      broken.isEmpty
      ? "every guarantee holds" : "does not hold: " + broken.map(\.words).joined(separator: "; ")
    return Section(title: "Against \(faults.counting("faulty voter"))", body: .paragraph(text))
  }

  // MARK: Attacks and repairs

  private var attacks: [(term: String, meaning: String)] {
    certificate.answers.filter { $0.attack != nil }.map {
      ($0.words, sentence(onAttackOf: $0))
    }
  }

  private var closures: [(term: String, meaning: String)] {
    let each = advice.map { (term: $0.gap.words, meaning: Self.words($0.repairs)) }
    return each.count > 1 ? each + [(term: "all of them", meaning: Self.words(repairs))] : each
  }

  private static func words(_ repairs: [Repair]?) -> String {
    guard let repairs else { return "no safeguard prevents it" }
    return repairs.map { "safeguards.\($0.key)=\($0.value.text().filter { $0 != "\"" })" }
      .joined(separator: " ")
  }

  private var assumptions: String {
    let safeguards = certificate.question.rules.safeguards
    let forging =
      safeguards.authentication == .none
      ? "nobody votes in another voter's name, which safeguards.authentication=hmac prevents"
      : "keys are secret"
    let states =
      certificate.stateCount.map { " \($0.grouped) states of ballot boxes were checked." } ?? ""
    return "Honest voters are right and never abstain; \(forging).\(states)"
  }
}

extension Guarantee {
  fileprivate var words: String { rawValue.replacing("_", with: " ") }
}

extension GuaranteeAnswer {
  fileprivate var words: String { "\(guarantee.words), \(actions.rawValue)" }

  /// The number of faulty voters that the guarantee withstands, in words.
  fileprivate func faultsText(of question: GuaranteeQuestion) -> String {
    switch (tolerated, proof) {
    case (question.voterCount, _): "any number"
    case (-1, .lowerBound): "possibly none"
    case (-1, _): "not even 0"
    case (let faults, .lowerBound): "at least \(faults)"
    case (let faults, _): "\(faults)"
    }
  }
}

extension GuaranteeAnswer.Proof {
  fileprivate var words: String {
    switch self {
    case .exhaustive: "proven (exhaustive)"
    case .closedForm: "closed form"
    case .lowerBound: "lower bound"
    }
  }
}
