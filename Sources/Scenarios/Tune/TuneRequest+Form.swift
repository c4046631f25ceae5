import Agents
import Forms
import JSON
import Metrics
import Text

extension TuneRequest {
  /// The form of a request, given the strategies and plans that adversaries may follow.
  static func form(
    _ strategies: [ByzantineStrategy], _ plans: [CollusionPlan]
  ) -> Form<TuneRequest> {
    let record = Form.record(
      TuneRequest(),
      [
        .optional(
          "search", \.search, .search,
          """
          The fields of config and safeguards to try other values of: 'all', a list, or a range with \
          from and to. By default the quorum, both thresholds, and the safeguards quorum, ties, rule \
          and tally.
          """),
        .optional(
          "adversaries", \.adversaries, .adversaries(strategies, plans),
          """
          Who takes all seats in turn: 'standard', 'causal', 'worst', or groups of voters without \
          count and weight. By default 'standard'.
          """),
        .optional(
          "faults", \.faults, .integer(in: 1...ScenarioLimits.votersMax),
          """
          How many honest voters are seats, the most accurate first. By default the seats are the \
          byzantine and colluding voters.
          """),
        .optional(
          "seats", \.seats, .seats, "How many voters of each of some groups are seats."),
        .optional(
          "objectives", \.objectives, Form<[Metric]>.list(of: .explainedWord, countMin: 1).unique(),
          """
          The metrics that should be as good as possible. By default false_approval_rate, \
          false_rejection_rate, quorum_failure_rate and latency_mean.
          """),
        .optional(
          "constraints", \.constraints, .list(of: .constraint),
          "Limits on the worst value of a metric over all adversaries."),
        .optional(
          "max_trials", \.trialsMax, .integer(in: 0...ScenarioLimits.trialsMax),
          "The most trials of all configurations and adversaries together; by default 100,000."),
        .optional(
          "all_pairs", \.tellsAllPairs, .flag,
          "Whether pairs.csv has all configurations, not only those that matter."),
        .optional(
          "sensitivity", \.tellsSensitivity, .flag,
          "Whether sensitivity.csv says how much each searched field matters."),
      ]
    )
    return Form(
      schema: record.schema,
      read: { cursor in
        guard var request = record.read(cursor) else { return nil }
        guard request.faults != nil && request.seats != nil else { return request }
        // What an option gives replaces what the file has.
        let given = (cursor.members() ?? []).filter { $0.value.isOfOption }.map(\.key)
        switch (given.contains("faults"), given.contains("seats")) {
        case (true, false): request.seats = nil
        case (false, true): request.faults = nil
        case (true, true), (false, false):
          cursor.report("both faults and seats are given; only one of them may be")
        }
        return request
      }, write: record.write)
  }
}

extension JSONCursor {
  /// Whether the value, or a part of it, comes from an option.
  fileprivate var isOfOption: Bool {
    if case .object(let members) = node.content {
      return node.offset < 0 || members.contains { $0.value.offset < 0 }
    }
    return node.offset < 0
  }
}

extension Form<[SeatCount]> {
  /// Numbers of voters by the names of their groups.
  fileprivate static var seats: Form {
    Form<[(key: String, value: Int)]>.dictionary(
      keys: [:], of: .integer(in: 1...ScenarioLimits.votersMax)
    ) { _, _ in true }
    .mapped(
      { $0.map { SeatCount(group: $0.key, count: $0.value) } },
      { $0.map { (key: $0.group, value: $0.count) } }
    ).checked { cursor, seats in
      if seats.isEmpty { cursor.report("there are no seats; name a group with a number of voters") }
    }
  }
}

extension Form<[TuneAdversary]> {
  /// One adversary, or a list.
  static func adversaries(
    _ strategies: [ByzantineStrategy], _ plans: [CollusionPlan]
  ) -> Form {
    let single = Form<TuneAdversary>.adversary(strategies, plans)
    let list = Form.list(of: single, countMin: 1).unique()
    return Form(
      schema: ["anyOf": [.object(list.schema), .object(single.schema)]],
      read: { cursor in
        if case .array = cursor.node.content { return list.read(cursor) }
        return single.read(cursor).map { [$0] }
      },
      write: { $0.count == 1 ? single.write($0[0]) : list.write($0) }
    ).checked { cursor, adversaries in
      guard adversaries.count > 1, let places = cursor.array() else { return }
      var names: [String] = []
      for (adversary, place) in zip(adversaries, places) {
        guard case .group(let group) = adversary else { continue }
        if names.contains(group.name) {
          place.report("there is already an adversary '\(group.name)'; names must differ")
        }
        names.append(group.name)
      }
    }
  }
}

extension Form<TuneAdversary> {
  /// A word, or a group without count and weight, which are those of the seats.
  ///
  /// Plans that are about voters are about the first honest ones: the others may be seats.
  fileprivate static func adversary(
    _ strategies: [ByzantineStrategy], _ plans: [CollusionPlan]
  ) -> Form {
    let group = Form<VoterGroup>.ofRoles(
      strategies, plans, standard: { VoterGroup(standardOf: $0) }, kind: { $0.role.kind },
      fields: { $0.filter { !["weight", "victims"].contains($0.key) } })
    let words = TuneAdversary.words
    return Form(
      schema: [
        "anyOf": .array([.object(group.schema)] + words.map { ["const": .string($0.word)] })
      ],
      read: { cursor in
        switch cursor.node.content {
        case .string:
          return cursor.word(among: words.map(\.word)).flatMap { word in
            words.first { $0.word == word }?.adversary
          }
        case .object: return group.read(cursor).map { .group($0) }
        case .null, .bool, .number, .array:
          return cursor.mismatch(
            "\(words.map { "'\($0.word)'" }.joined(separator: ", ")), or a group of voters")
        }
      },
      write: { adversary in
        if case .group(let voters) = adversary { return group.write(voters) }
        return JSONValue(words.first { $0.adversary == adversary }?.word)
      })
  }
}

extension TuneAdversary {
  /// The adversaries that have a word.
  fileprivate static let words: [(word: String, adversary: TuneAdversary)] = [
    ("standard", .standard), ("causal", .causal), ("worst", .worst),
  ]
}

extension Form<TuneConstraint> {
  /// A metric with one limit.
  fileprivate static var constraint: Form {
    let form = ExpectationDraft.formOfLimits
    return Form(
      schema: form.schema,
      read: { cursor in
        guard let draft = form.read(cursor), let metric = draft.metric, let limit = draft.limit
        else { return nil }
        return TuneConstraint(metric: metric, limit: limit)
      },
      write: { constraint in
        var draft = ExpectationDraft()
        draft.metric = constraint.metric
        draft.limit = constraint.limit
        return form.write(draft)
      })
  }
}

extension TuneRequest {
  /// The words for adversaries.
  package static let wordsOfAdversaries = TuneAdversary.words.map(\.word)

  /// The adversaries of a file, as they stand in a scenario; throws all problems.
  package static func adversaries(
    parsing text: [UInt8], _ vocabulary: Vocabulary
  ) throws(TextProblems) -> [JSONValue] {
    let form = Form<[TuneAdversary]>.adversaries(vocabulary.strategies, vocabulary.plans)
    let adversaries = try form.value(parsing: text)
    if case .array(let elements) = form.write(adversaries) { return elements }
    return [form.write(adversaries)]
  }
}
