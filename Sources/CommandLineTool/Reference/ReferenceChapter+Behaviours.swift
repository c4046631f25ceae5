import Agents
import Scenarios
import Text

extension ReferenceChapter {
  /// What faulty and absent voters do.
  static func strategies(of vocabulary: Vocabulary) -> ReferenceChapter {
    ReferenceChapter(
      title: "Strategies, plans and absence",
      abstract: """
        What faulty voters do with each proposal, and how honest ones stay away; "the truth" is what \
        the facts call for.
        """,
      sections: [
        Section(
          title: "Roles", introduction: "A group of voters has a `role`.",
          entries: Role.Kind.allCases.map { Entry($0.choice) }),
        Section(
          title: "Strategies of byzantine voters",
          introduction: """
            Each voter acts for itself. With a `rate` below 1 it misbehaves only on that share of \
            proposals, and votes as an honest voter on the others. Faulty votes arrive at once, \
            unless the group has a `latency`.
            """,
          entries: vocabulary.strategies.map {
            Entry($0.choice, notes: $0.traits.notes)
          }),
        Section(
          title: "Plans of colluding voters",
          introduction: """
            The members of a group act together. With `camouflage` they vote as honest voters on \
            that share of proposals; no plan calls a tally.
            """,
          entries: vocabulary.plans.map {
            Entry($0.choice, notes: $0.traits.notes)
          }),
        Section(
          title: "Modes of absent voters",
          introduction: "An absent voter is honest, and sees the truth when it is there.",
          entries: AbsenceMode.allCases.map { Entry($0.choice) }),
      ])
  }
}

extension BehaviourTraits {
  /// What a reader wants to know besides what the behaviour does.
  fileprivate var notes: [String] {
    let seen = observations.map(\.words)
    return [
      parameters.isEmpty ? nil : "takes " + parameters.map(\.words).listed(with: "and"),
      seen.isEmpty ? "looks at nothing" : "looks at " + seen.listed(with: "and"),
    ].compactMap(\.self)
  }
}

extension BehaviourTraits.Observation {
  fileprivate var words: String {
    switch self {
    case .truth: "the truth"
    case .rules: "the protocol's rules"
    case .target: "whom the proposal is aimed at"
    case .eachVote: "each vote as it is accepted"
    case .votesCast: "the votes cast by then"
    case .singleVotes: "who voted what"
    }
  }
}

extension BehaviourTraits.Parameter {
  fileprivate var words: String {
    switch self {
    case .script: "a `script`"
    case .targets: "`targets`"
    case .victims(standardCount: 1): "`victims`, by default the first honest voter"
    case .victims(let count): "`victims`, by default the first \(count) honest voters"
    }
  }
}
