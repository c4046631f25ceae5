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
      ])
  }
}
