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
      var breaches: [String] = []
      for breach in uses.compactMap(\.held.breach).map(Self.words) where !breaches.contains(breach)
      {
        breaches.append(breach)
      }
      return (
        premise.words, ([premise.meaning] + users + breaches).joined(separator: " ")
      )
    }
  }

  private static func words(_ breach: PremiseBreach) -> String {
    let value = breach.value.map { $0.plainText } ?? "not exactly known"
    return breach.groups.isEmpty
      ? "BROKEN: \(value)."
      : "BROKEN by \(breach.groups.listed(with: "and")): \(value)."
  }

  /// Whether a guarantee holds against a number of faulty voters, and what that rests on.
  func verdict(faults: Int, isAssuming: Bool) -> Section {
    let title = "Against \(faults.counting("faulty voter"))"
    let text: String
    switch study.outcome(faults: faults, isAssuming: isAssuming) {
    case .pass:
      text = isAssuming ? "every guarantee holds, if its premises do" : "every guarantee holds"
    case .fail:
      let broken = certificate.answers.filter { !$0.withstands(faults: faults) }
      text = "does not hold: " + broken.map(\.words).joined(separator: "; ")
    case .inconclusive, .undefined:
      let doubtful = certificate.guarantees.compactMap { guarantee -> String? in
        let broken = study.broken(guarantee)
        return broken.isEmpty
          ? nil : "\(guarantee.words) (\(broken.map(\.premise.words).listed(with: "and")))"
      }
      text =
        "holds only if premises hold that this scenario breaks: "
        + doubtful.joined(separator: "; ") + "; --assume takes them for granted"
    }
    return Section(title: title, body: .paragraph(text))
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

extension Guarantee {
  var words: String { rawValue.replacing("_", with: " ") }
}

extension Premise {
  var words: String { rawValue.replacing("_", with: " ") }
}
