import Experiments
import Guarantees
import JSON
import Text

extension CertificateReport {
  /// Each premise, with the guarantees that need it and what breaks it.
  var premises: [(term: String, meaning: String)] {
    let guarantees = certificate.guarantees
    let taken = guarantees.flatMap { guarantee in
      study.premises(of: guarantee).map { (guarantee: guarantee, held: $0) }
    }
    return Premise.allCases.compactMap { premise in
      let uses = taken.filter { $0.held.premise == premise }
      if uses.isEmpty { return nil }
      let users =
        uses.count == guarantees.count
        ? [] : ["For \(uses.map(\.guarantee.words).listed(with: "and"))."]
      return (
        premise.words,
        ([premise.meaning] + users + breaches(uses.map { ($0.guarantee, $0.held.breach) }))
          .joined(separator: " ")
      )
    }
  }

  /// What breaks a premise, and for which guarantees if it is not all that need it.
  private func breaches(_ uses: [(guarantee: Guarantee, breach: PremiseBreach?)]) -> [String] {
    var distinct: [PremiseBreach] = []
    for breach in uses.compactMap(\.breach) where !distinct.contains(breach) {
      distinct.append(breach)
    }
    return distinct.map { breach in
      let broken = uses.filter { $0.breach == breach }
      let whom =
        broken.count == uses.count
        ? "" : " for \(broken.map(\.guarantee.words).listed(with: "and"))"
      let who = breach.groups.isEmpty ? "" : " by \(breach.groups.listed(with: "and"))"
      return "BROKEN\(whom)\(who): \(breach.measure) \(breach.valueWords)."
    }
  }

  /// What a verdict is about: of several risks the smallest.
  static func verdictTitle(faults: Int, at risk: RiskQuestion?) -> String {
    "Against \(faults.counting("faulty voter"))"
      + (risk.map { " at a risk of \($0.gateWords)" } ?? "")
  }

  /// Whether a guarantee holds against a number of faulty voters, and what that rests on.
  func verdict(faults: Int, isAssuming: Bool) -> Section {
    let title = Self.verdictTitle(faults: faults, at: study.risk?.question)
    func answers(_ outcome: Verdict.Outcome) -> [GuaranteeAnswer] {
      certificate.answers.filter { $0.outcome(at: study.risk, faults: faults) == outcome }
    }
    let text: String
    switch study.outcome(faults: faults, isAssuming: isAssuming) {
    case .pass:
      text = isAssuming ? "every guarantee holds, if its premises do" : "every guarantee holds"
    case .fail:
      text = "does not hold: " + answers(.fail).map(\.words).joined(separator: "; ")
    case .inconclusive, .undefined:
      let doubtful = certificate.guarantees.compactMap { guarantee -> String? in
        let broken = study.broken(guarantee)
        return broken.isEmpty
          ? nil : "\(guarantee.words) (\(broken.map(\.premise.words).listed(with: "and")))"
      }
      let bounded = answers(.inconclusive).map(\.words)
      text = [
        bounded.isEmpty
          ? nil
          : "not known, because the worst attack is only bounded: "
            + bounded.joined(separator: "; "),
        doubtful.isEmpty || isAssuming
          ? nil
          : "holds only if premises hold that this scenario breaks: "
            + doubtful.joined(separator: "; ") + "; --assume takes them for granted",
      ].compactMap(\.self).joined(separator: "\n\n")
    }
    let own = study.faultyCount ?? 0
    let warning =
      own > faults
      ? "\n\nThe scenario itself has \(own.counting("voter")) who \(own == 1 ? "is" : "are") "
        + "byzantine, colluding or absent."
      : ""
    return Section(title: title, body: .paragraph(text + warning))
  }

  // MARK: JSON

  /// The premises of a guarantee; whether they hold is null without a scenario.
  func premisesJSON(of guarantee: Guarantee) -> JSONValue {
    .array(
      study.premises(of: guarantee).map { held in
        [
          "premise": .string(held.premise.rawValue),
          "holds": held.holds.map { .bool($0) } ?? .null,
          "groups": .array((held.breach?.groups ?? []).map { .string($0) }),
          "value": held.breach?.value ?? .null,
        ]
      })
  }
}

extension PremiseBreach {
  /// The value in words.
  fileprivate var valueWords: String {
    value?.briefText ?? "not exactly known"
  }

  /// What breaks a premise in several cells: who, and the range of the values.
  static func words(_ breaches: [PremiseBreach]) -> String {
    var kinds: [PremiseBreach] = []
    for breach in breaches
    where !kinds.contains(where: { $0.groups == breach.groups && $0.measure == breach.measure }) {
      kinds.append(breach)
    }
    return kinds.map { kind in
      let alike = breaches.filter { $0.groups == kind.groups && $0.measure == kind.measure }
      let who = kind.groups.isEmpty ? "" : "by \(kind.groups.listed(with: "and")), "
      return "\(who)\(kind.measure) \(range(alike))"
    }.joined(separator: "; ")
  }

  private static func range(_ breaches: [PremiseBreach]) -> String {
    let numbers = breaches.compactMap { breach -> Double? in
      if case .number(let number)? = breach.value { return number.doubleValue }
      return nil
    }
    if numbers.count == breaches.count, let low = numbers.min(), let high = numbers.max() {
      return low == high ? low.brief : "\(low.brief) to \(high.brief)"
    }
    return breaches.map(\.valueWords).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
      .listed(with: "or")
  }
}
