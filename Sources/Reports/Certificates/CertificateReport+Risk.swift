import Agents
import Exactness
import Experiments
import Guarantees
import JSON
import Text

extension CertificateReport {
  /// What is known of voters who err, for people: how many faulty ones are tolerated at each risk, the
  /// same in words, and how often guarantees break.
  func sections(onRisk columns: Int) -> [Section] {
    guard let risk = study.risk else { return [] }
    return [
      Section(
        title: "Most faulty voters at a risk",
        body: .table(TonedText(tolerances(risk, columns)))),
      Section(
        title: "In words",
        body: .definitions([("voters", "\(risk.question.votersWords).")] + sentences(on: risk))),
      risk.frontier.isEmpty
        ? nil
        : Section(
          title: "How often a guarantee breaks under the worst attack",
          body: .table(TonedText(frontier(risk, columns)))),
    ].compactMap(\.self)
  }

  // MARK: Tables

  private func tolerances(_ risk: CertificateRisk, _ columns: Int) -> String {
    let answers = certificate.answers
    let question = certificate.question
    func column(_ title: String, isNumeric: Bool = true, _ cell: (Int) -> String)
      -> TextTable.Column
    {
      TextTable.Column(title: title, cells: answers.indices.map(cell), isNumeric: isNumeric)
    }
    return TextTable(
      keys: [
        column("guarantee", isNumeric: false) { answers[$0].guarantee.words },
        column("actions", isNumeric: false) { answers[$0].actions.rawValue },
      ],
      columns: [column("advertised") { _ in "\(question.advertisedFaults)" }]
        + risk.question.risks.indices.map { place in
          column(risk.question.risks[place].odds) {
            risk.answers[$0].tolerances[place].brief(of: question.voterCount)
          }
        }
    ).text(columns: columns)
  }

  private func frontier(_ risk: CertificateRisk, _ columns: Int) -> String {
    let points = risk.frontier
    let advertised = certificate.question.advertisedFaults
    let guarantees = certificate.guarantees.map { guarantee -> TextTable.Column in
      let kinds = certificate.answers.indices
        .filter { certificate.answers[$0].guarantee == guarantee }
        .map { answer in
          (
            title: certificate.answers[answer].actions.brief,
            cells: points.map { $0.worst[answer].map(\.brief) ?? "-" }
          )
        }
      let areAlike = kinds.allSatisfy { $0.cells == kinds[0].cells }
      return TextTable.Column(
        joining: (areAlike ? [("both", kinds[0].cells)] : kinds).map {
          TextTable.Column(title: $0.title, cells: $0.cells)
        }, under: guarantee.titles)
    }
    let gates = risk.question.risks.map { limit in
      TextTable.Column(
        title: limit.odds,
        cells: points.map { point in
          certificate.answers.map {
            risk.outcome(of: $0, faults: point.faults, at: limit)
          }.together.brief
        }, isNumeric: false)
    }
    return TextTable(
      keys: [
        TextTable.Column(title: "faulty", cells: points.map { $0.faults.grouped }),
        TextTable.Column(
          title: "", cells: points.map { $0.faults == advertised ? "advertised" : "" },
          isNumeric: false),
      ], columns: guarantees + [TextTable.Column(joining: gates, under: ["all together, at"])]
    ).text(columns: columns)
  }

  // MARK: JSON

  /// How many faulty voters an answer tolerates at each risk; nil if nobody asks.
  func riskJSON(of answer: GuaranteeAnswer) -> JSONValue? {
    guard let risk = study.risk, let place = certificate.answers.firstIndex(of: answer) else {
      return nil
    }
    return .array(
      risk.answers[place].tolerances.map { tolerance in
        let (worst, beyond) = (json(tolerance.worst), json(tolerance.worstBeyond))
        return [
          "risk": JSONValue(shortest: tolerance.risk),
          "tolerated": JSONValue(tolerance.tolerated),
          "tolerated_is": .string(tolerance.isExact ? "exact" : "lower_bound"),
          "worst": worst.value, "worst_is": worst.kind,
          "worst_beyond": beyond.value, "worst_beyond_is": beyond.kind,
        ]
      })
  }

  /// How often each guarantee breaks, by the number of faulty voters; nil if nobody asks.
  var frontierJSON: JSONValue? {
    guard let frontier = study.risk?.frontier, !frontier.isEmpty else { return nil }
    return .array(
      frontier.map { point in
        [
          "faults": JSONValue(point.faults),
          "worst": .array(
            zip(certificate.answers, point.worst).map { answer, worst in
              let worst = json(worst)
              return [
                "guarantee": .string(answer.guarantee.rawValue),
                "actions": .string(answer.actions.rawValue),
                "worst": worst.value, "worst_is": worst.kind,
              ]
            }),
        ]
      })
  }

  /// A worst value and how near an adversary comes to it, both null where it is not known.
  private func json(_ worst: WorstValue?) -> (value: JSONValue, kind: JSONValue) {
    guard let worst else { return (.null, .null) }
    return (JSONValue(worst.value), .string(worst.kind.rawValue))
  }

  // MARK: Words

  private func sentences(on risk: CertificateRisk) -> [(term: String, meaning: String)] {
    certificate.guarantees.flatMap { guarantee -> [(term: String, meaning: String)] in
      let sentences = zip(certificate.answers, risk.answers)
        .filter { $0.0.guarantee == guarantee }
        .map { (term: $0.words, meaning: sentence(on: $0, $1, risk.question.role)) }
      let areAlike = sentences.allSatisfy { $0.meaning == sentences[0].meaning }
      return areAlike ? [(guarantee.words, sentences[0].meaning)] : sentences
    }
  }

  private func sentence(
    on answer: GuaranteeAnswer, _ known: CertificateRisk.OfAnswer, _ role: HonestRole?
  ) -> String {
    if answer.guarantee == .agreement {
      let tolerance = known.tolerances[0]
      return tolerance.tolerated < 0
        ? "It may break with none compromised, however seldom honest voters err."
        : "\(answer.compromised(tolerance, of: certificate.question.voterCount)) may be "
          + "compromised, however often honest voters err."
    }
    let own = words(known.tolerances, of: answer)
    guard let independent = known.ifIndependent.map({ words($0, of: answer) }) else {
      return "\(own.withCapital)."
    }
    let shared = role.map { " (correlation \($0.correlation.shortest))" } ?? ""
    return "If they err independently: \(independent). With the view they share\(shared): "
      + (independent == own ? "the same." : "\(own).")
  }

  /// How many faulty voters are tolerated at each risk.
  private func words(_ tolerances: [RiskTolerance], of answer: GuaranteeAnswer) -> String {
    // Of risks with the same number, the smallest says most; of those that are too small, the largest.
    var said: [RiskTolerance] = []
    for tolerance in tolerances {
      let isSame =
        said.last.map {
          $0.tolerated == tolerance.tolerated && $0.isExact == tolerance.isExact
        } ?? false
      if isSame && tolerance.tolerated < 0 { continue }
      if isSame { said.removeLast() }
      said.append(tolerance)
    }
    var isFirst = true
    return said.map { tolerance in
      let odds = tolerance.risk.spokenOdds
      guard tolerance.tolerated >= 0 else {
        let worst = tolerance.worstBeyond.map {
          ": \($0.value.spokenRate(of: answer.guarantee.proposals, rounding: .nearest))"
        }
        return tolerance.isExact
          ? "\(odds) is exceeded with none compromised\(worst ?? "")"
          : "\(odds) is perhaps exceeded with none compromised"
      }
      let number = answer.compromised(tolerance, of: certificate.question.voterCount)
      defer { isFirst = false }
      return isFirst
        ? "\(number) may be compromised if at most \(answer.guarantee.tolerating(tolerance.risk))"
        : "\(number) if \(odds)"
    }.joined(separator: "; ")
  }
}

extension GuaranteeAnswer {
  /// How many voters may be compromised, in words.
  fileprivate func compromised(_ tolerance: RiskTolerance, of voters: Int) -> String {
    if tolerance.tolerated == voters { return "any number" }
    let number = tolerance.tolerated > 0 ? tolerance.tolerated.grouped : "none"
    return tolerance.isExact ? number : "at least \(number)"
  }
}

extension Guarantee {
  /// The proposals that may break it.
  var proposals: String {
    switch self {
    case .noFalseApproval: "unwarranted proposals"
    case .noFalseRejection: "warranted proposals"
    case .decision, .agreement: "proposals"
    }
  }

  /// What breaks it, in the singular.
  private var failure: String {
    switch self {
    case .noFalseApproval: "wrong approval"
    case .noFalseRejection: "wrong rejection"
    case .decision: "missing decision"
    case .agreement: "disagreement"
    }
  }

  /// How many of its failures are tolerated.
  fileprivate func tolerating(_ risk: Double) -> String {
    if risk == 0 { return "no \(failure) is tolerated" }
    if let denominator = risk.denominator {
      return "one \(failure) in \(denominator.grouped) is tolerated"
    }
    return "\((risk * 100).brief) % \(failure)s are tolerated"
  }
}

extension RiskTolerance {
  /// The number, as short as can be.
  func number(of voters: Int) -> String {
    if tolerated == voters { return "any" }
    return isExact ? "\(tolerated)" : "≥\(tolerated)"
  }

  /// The number in a cell of a table.
  fileprivate func brief(of voters: Int) -> String {
    tolerated < 0 ? (isExact ? "not even 0" : "unknown") : number(of: voters)
  }
}

extension WorstValue {
  fileprivate var brief: String { (kind == .attained ? "" : "≤") + value.brief }
}

extension RiskQuestion {
  /// The smallest risk, which is the one that a verdict is about.
  var gateWords: String { risks.last?.spokenOdds ?? "" }

  /// How voters err, in words.
  fileprivate var votersWords: String {
    guard let role else { return "Each errs as the scenario says" }
    let accuracy = role.accuracy.warranted
    let perfect = accuracy == 1 ? "Each always right" : "Each right \(accuracy.oftenWords)"
    let silent = role.abstain == 0 ? "" : ", silent \(role.abstain.oftenWords)"
    let shared = role.correlation == 0 ? "" : ", correlation \(role.correlation.shortest)"
    return perfect + silent + shared
  }
}

extension Double {
  /// The number of which a risk is one; nil if it is no such share.
  fileprivate var denominator: Int? {
    if self == 0 || self > 0.5 { return nil }
    let denominator = (1 / self).rounded()
    return (self * denominator - 1).magnitude < 1e-9 ? Int(exactly: denominator) : nil
  }

  /// A risk as the title of a column.
  fileprivate var odds: String { denominator.map { "1 in \($0.grouped)" } ?? percentage }

  /// A risk in a sentence.
  fileprivate var spokenOdds: String {
    denominator.map { "one in \($0.grouped)" } ?? percentage
  }

  private var percentage: String { self == 0 ? "none" : "\((self * 100).brief) %" }

  /// A probability as "95 times in 100".
  fileprivate var oftenWords: String {
    for total in [100.0, 1000, 10_000] {
      let times = (self * total).rounded()
      if (self * total - times).magnitude < 1e-9 * total {
        return "\(Int(times).counting("time")) in \(Int(total).grouped)"
      }
    }
    return "with probability \(shortest)"
  }
}
