import Agents
import Forms
import JSON

/// What a scenario says of a group, before it is known how many voters the rest are.
struct GroupDraft: Equatable, Sendable {
  enum Count: Equatable, Sendable {
    case number(Int)
    /// As many as the electorate has besides the other groups.
    case rest
  }

  /// All but the number of voters.
  var group: VoterGroup
  /// Nil where it could not be read.
  var count: Count?

  var name: String { group.name }
  var role: Role { group.role }

  /// A draft of a kind of which nothing else is said.
  init(_ kind: Role.Kind) {
    group = VoterGroup(standardOf: kind)
  }

  /// A draft that says what is known of a group.
  init(_ group: VoterGroup) {
    self.group = group
    count = .number(group.count)
  }
}

extension GroupDraft {
  /// The voters of a group; which keys there are besides the common ones, its role decides.
  static let form = Form(
    schema: [
      "oneOf": .array(
        Role.Kind.allCases.map { kind in
          .object(
            Form.recordSchema(
              GroupDraft(kind), fields(of: kind), VoterGroup.requirements(of: kind)))
        })
    ],
    read: { cursor in
      guard let kind = kind(named: cursor) else {
        // Any key may be right for the role that was meant.
        return Form.read(
          fields(of: nil), from: cursor, into: GroupDraft(.honest),
          alsoAllowing: Role.Kind.allCases.flatMap { fields(of: $0).map(\.key) })
      }
      return Form.read(
        fields(of: kind), from: cursor, into: GroupDraft(kind), VoterGroup.requirements(of: kind))
    },
    write: { Form.write(fields(of: $0.role.kind), of: $0) })

  private static func kind(named cursor: JSONCursor) -> Role.Kind? {
    guard case .object(let members) = cursor.node.content,
      case .string(let word)? = members.first(where: { $0.key == "role" })?.value.content
    else { return nil }
    return Role.Kind(rawValue: word)
  }

  // Kept, since every group of every cell is read with one of them.
  private static let fieldsByKind = Role.Kind.allCases.map {
    (kind: $0, fields: makeFields(of: $0))
  }
  private static let commonFields = makeFields(of: nil)

  private static func fields(of kind: Role.Kind?) -> [Field<GroupDraft>] {
    fieldsByKind.first { $0.kind == kind }?.fields ?? commonFields
  }

  /// The number of voters stands behind their role.
  private static func makeFields(of kind: Role.Kind?) -> [Field<GroupDraft>] {
    VoterGroup.fields(of: kind).flatMap { field in
      [field.inside(\GroupDraft.group)] + (field.key == "role" ? [countField] : [])
    }
  }

  private static let countField = Field<GroupDraft>.required(
    "count", \.count, .count, "How many they are; rest: all whom electorate leaves.")
}

extension Form<GroupDraft.Count?> {
  /// A number of voters, or the word that stands for all who are left.
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
