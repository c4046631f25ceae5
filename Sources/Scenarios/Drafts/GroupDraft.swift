import Agents
import Forms
import JSON
import Text

/// A group as written, before a count in words is resolved.
struct GroupDraft: Equatable, Sendable {
  enum Count: Equatable, Sendable {
    case number(Int)
    /// The faults that Byzantine agreement of the electorate can survive.
    case maxFaulty
    /// The electorate minus all other groups.
    case rest
  }

  /// All fields except the number of voters.
  var group: VoterGroup
  /// The number of voters; nil if it could not be read.
  var count: Count?

  var name: String { group.name }
  var role: Role { group.role }

  /// A draft of a kind with defaults only.
  init(_ kind: Role.Kind) {
    group = VoterGroup(standardOf: kind)
  }

  init(_ group: VoterGroup) {
    self.group = group
    count = .number(group.count)
  }
}

extension GroupDraft {
  /// The form of a group.
  static func form(_ strategies: [ByzantineStrategy], _ plans: [CollusionPlan]) -> Form<GroupDraft>
  {
    .ofRoles(
      strategies, plans, standard: { GroupDraft($0) }, kind: { $0.role.kind }, fields: fields)
  }

  /// The number of voters comes after the role.
  private static func fields(_ fields: [Field<VoterGroup>]) -> [Field<GroupDraft>] {
    fields.flatMap { field in
      [field.inside(\GroupDraft.group)] + (field.key == "role" ? [countField] : [])
    }
  }

  private static let countField = Field<GroupDraft>.required(
    "count", \.count, .count,
    """
    How many voters the group has; max_faulty: (electorate - 1) / 3, rounded down; rest: electorate \
    less all other groups.
    """)
}

extension Form<GroupDraft.Count?> {
  /// A number of voters, or a word for one.
  fileprivate static var count: Form {
    let number = Form<Int>.integer(in: 0...ScenarioLimits.votersMax)
    let words: [(word: String, count: GroupDraft.Count)] = [
      ("max_faulty", .maxFaulty), ("rest", .rest),
    ]
    return Form(
      schema: [
        "anyOf": .array(
          [.object(number.schema)] + words.map { ["const": .string($0.word)] })
      ],
      read: { cursor in
        switch cursor.node.content {
        case .number: return number.read(cursor).map { .number($0) }
        case .string(let text):
          if let known = words.first(where: { $0.word == text }) { return known.count }
          let hint = spellingHint(for: text, among: words.map(\.word))
          cursor.report(
            "'\(text.shortened)' is not a count\(hint); it must be \(allowed(words.map(\.word)))")
          return nil
        case .null, .bool, .array, .object: return cursor.mismatch(allowed(words.map(\.word)))
        }
      },
      write: { count in
        switch count {
        case .number(let number): JSONValue(number)
        case .maxFaulty, .rest: JSONValue(words.first { $0.count == count }?.word)
        case nil: .null
        }
      })
  }

  private static func allowed(_ words: [String]) -> String {
    let quoted = words.map { "'\($0)'" }
    return "a whole number from 0 to \(ScenarioLimits.votersMax), \(quoted.listed(with: "or"))"
  }
}
