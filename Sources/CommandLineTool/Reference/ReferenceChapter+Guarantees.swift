import Guarantees
import Text

extension ReferenceChapter {
  /// What certificates prove, and what they take for granted.
  static var guarantees: ReferenceChapter {
    ReferenceChapter(
      title: "Guarantees and their premises",
      abstract: """
        What `quorumlab certify` proves about a configuration: how many faulty voters each guarantee \
        withstands, and what that takes for granted.
        """,
      sections: [
        Section(
          title: "Guarantees",
          introduction: "Voters who are byzantine, colluding or absent count as faulty.",
          entries: Guarantee.allCases.map { Entry($0.choice) }),
        Section(
          title: "Timing", introduction: "What the adversary decides apart from faulty votes.",
          entries: Timing.allCases.map { Entry($0.choice) }),
        Section(
          title: "Premises",
          introduction: """
            Each guarantee takes some of these for granted; which ones depends on the timing and on \
            the rules. A scenario is held against them.
            """,
          entries: Premise.allCases.map { Entry($0.choice) }),
        Section(
          title: "Which guarantee takes which premise",
          introduction: """
            With --risk it is stated how often honest voters err and abstain. What is marked with * is \
            then not taken for granted.
            """,
          entries: Guarantee.allCases.flatMap { guarantee in
            Timing.allCases.map { timing in
              Entry(
                term: "\(guarantee.rawValue), \(timing.rawValue)",
                meaning: premises(of: guarantee, timing))
            }
          }),
      ])
  }

  private static func premises(of guarantee: Guarantee, _ timing: Timing) -> String {
    PremiseRule.all
      .filter { $0.guarantees.contains(guarantee) && $0.timings.contains(timing) }
      .map { rule in
        let name = rule.premise.rawValue + (rule.givesWayAtRisk ? "*" : "")
        return rule.condition == .always ? name : "\(name) \(rule.condition.words)"
      }
      .joined(separator: "; ") + "."
  }
}
