import Consensus
import Experiments
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
      case table(TonedText)
      /// Terms with their meanings.
      case definitions([(term: String, meaning: String)])
      /// One or more sentences.
      case paragraph(String)
    }
  }

  /// The report for people; its tables have lines of limited width.
  ///
  /// - Parameters:
  ///   - faults: The number of faulty voters to check every guarantee against, if given.
  ///   - isAssuming: Whether premises that the scenario breaks are assumed to hold.
  public func sections(columns: Int, faults: Int?, isAssuming: Bool) -> [Section] {
    [Section(title: heading, body: .table(TonedText(guarantees(columns))))]
      + sections(onRisk: columns)
      + [
        section("Attacks that break them", attacks),
        section("Safeguards that prevent them", closures),
      ].compactMap(\.self) + sections(onPrices: columns)
      + (faults.map { [verdict(faults: $0, isAssuming: isAssuming)] } ?? [])
      + powers.flatMap { sections(on: $0, columns: columns) }
      + [section("What is taken for granted", premises), exploration].compactMap(\.self)
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
    return
      "\(voters), \(question.timing.rawValue), quorum \(question.rules.quorumWords), thresholds "
      + "\(config.majorityThreshold.brief) and \(config.supermajorityThreshold.brief)"
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
        column("how it is known") { answer in
          study.broken(answer.guarantee).isEmpty ? answer.proof.words : "premises broken"
        },
      ]
    ).text(columns: columns)
  }

  // MARK: Attacks

  private var attacks: [(term: String, meaning: String)] {
    certificate.answers.filter { $0.attack != nil }.map {
      ($0.words, Self.sentence(onAttackOf: $0, to: certificate.question))
    }
  }

  private var exploration: Section? {
    certificate.stateCount.map {
      Section(
        title: "How much was tried",
        body: .paragraph("\($0.grouped) states of ballot boxes were checked."))
    }
  }
}

extension VotingRules {
  /// How much must take part for a decision, in words.
  var quorumWords: String {
    switch safeguards.quorumUnit {
    case .voters: "\(quorumRequired)"
    case .weight: "\(config.quorumFraction.brief) of all weight"
    }
  }
}

extension GuaranteeAnswer {
  var words: String { "\(guarantee.words), \(actions.rawValue)" }

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
