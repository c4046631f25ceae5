import Agents
import Forms
import JSON

/// A group as written, before the count `rest` is resolved.
struct GroupDraft: Equatable, Sendable {
  enum Count: Equatable, Sendable {
    case number(Int)
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
  /// The form of a group; the role decides which keys there are in addition to the common ones.
  static func form(_ strategies: [ByzantineStrategy], _ plans: [CollusionPlan]) -> Form<GroupDraft>
  {
    let common = fields(VoterGroup.fields(of: nil, strategies, plans))
    let kinds = Role.Kind.allCases.map { kind in
      (
        kind: kind, fields: fields(VoterGroup.fields(of: kind, strategies, plans)),
        requirements: VoterGroup.requirements(of: kind, strategies, plans)
      )
    }
    return Form(
      schema: [
        "oneOf": .array(
          kinds.map { .object(Form.recordSchema(GroupDraft($0.kind), $0.fields, $0.requirements)) })
      ],
      read: { cursor in
        guard let word = roleName(in: cursor),
          let kind = kinds.first(where: { $0.kind.rawValue == word })
        else {
          // Any key may be valid for the intended role.
          return Form.read(
            common, from: cursor, into: GroupDraft(.honest),
            alsoAllowing: kinds.flatMap { $0.fields.map(\.key) })
        }
        return Form.read(kind.fields, from: cursor, into: GroupDraft(kind.kind), kind.requirements)
      },
      write: { draft in
        Form.write(kinds.first { $0.kind == draft.role.kind }?.fields ?? common, of: draft)
      })
  }

  private static func roleName(in cursor: JSONCursor) -> String? {
    guard case .object(let members) = cursor.node.content,
      case .string(let word)? = members.first(where: { $0.key == "role" })?.value.content
    else { return nil }
    return word
  }

  /// The number of voters comes after the role.
  private static func fields(_ fields: [Field<VoterGroup>]) -> [Field<GroupDraft>] {
    fields.flatMap { field in
      [field.inside(\GroupDraft.group)] + (field.key == "role" ? [countField] : [])
    }
  }

  private static let countField = Field<GroupDraft>.required(
    "count", \.count, .count,
    "How many voters the group has; rest: electorate less all other groups.")
}

extension Form<GroupDraft.Count?> {
  /// A number of voters, or the word `rest`.
  fileprivate static var count: Form {
    let number = Form<Int>.integer(in: 0...ScenarioLimits.votersMax)
    return Form(
      schema: ["anyOf": [.object(number.schema), ["const": "rest"]]],
      read: { cursor in
        switch cursor.node.content {
        case .string("rest"): .some(.rest)
        case .number: number.read(cursor).map { .number($0) }
        default:
          cursor.mismatch("a whole number from 0 to \(ScenarioLimits.votersMax), or 'rest'")
        }
      },
      write: { count in
        switch count {
        case .number(let number): JSONValue(number)
        case .rest: "rest"
        case nil: .null
        }
      })
  }
}
