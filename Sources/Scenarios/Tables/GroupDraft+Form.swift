import Agents
import JSON
import Simulation

extension GroupDraft {
  /// The voters of a group; which keys there are besides the common ones, its role decides.
  static let form = Form(
    schema: ["oneOf": .array(Role.Kind.allCases.map { .object(schema(of: $0)) })],
    read: { cursor in
      guard let kind = kind(named: cursor) else {
        // Any key may be right for the role that was meant.
        return Form.read(
          commonFields, from: cursor, into: GroupDraft(),
          alsoAllowing: Role.Kind.allCases.flatMap { fields(of: $0).map(\.key) })
      }
      let standard = standard(of: kind)
      var draft = Form.read(
        fields(of: kind), from: cursor, into: standard, requirements(of: kind))
      if draft?.latency == nil { draft?.latency = standard.latency }
      return draft
    },
    write: { Form.write(fields(of: $0.kind), of: $0) })

  private static func kind(named cursor: JSONCursor) -> Role.Kind? {
    guard case .object(let members) = cursor.node.content,
      case .string(let word)? = members.first(where: { $0.key == "role" })?.value.content
    else { return nil }
    return Role.Kind(rawValue: word)
  }

  private static func standard(of kind: Role.Kind) -> GroupDraft {
    var draft = GroupDraft()
    draft.kind = kind
    draft.latency = kind == .honest || kind == .absent ? .constant(.zero) : nil
    return draft
  }

  private static func schema(of kind: Role.Kind) -> JSONObject {
    let fields = fields(of: kind).map { field in
      field.key == "role" ? roleField([kind]) : field
    }
    return Form.recordSchema(standard(of: kind), fields, requirements(of: kind))
  }
}

// MARK: Keys

extension GroupDraft {
  private static func fields(of kind: Role.Kind) -> [Field<GroupDraft>] {
    switch kind {
    case .honest: honestFields
    case .byzantine: byzantineFields
    case .colluding: colludingFields
    case .absent: absentFields
    }
  }

  // Kept, since every group of every cell is read with one of them.
  private static let honestFields = groupFields(HonestRole.fields.map { $0.inside(\.honest) })
  private static let byzantineFields = groupFields(
    ByzantineRole.fields.map { $0.inside(\.byzantine) })
  private static let colludingFields = groupFields(
    ColludingRole.fields.map { $0.inside(\.colluding) })
  private static let absentFields = groupFields(AbsentRole.fields.map { $0.inside(\.absent) })

  private static func groupFields(_ roleFields: [Field<GroupDraft>]) -> [Field<GroupDraft>] {
    commonFields.dropLast() + roleFields + commonFields.suffix(1)
  }

  private static func roleField(_ kinds: [Role.Kind]) -> Field<GroupDraft> {
    .required(
      "role", \.kind,
      Form<Role.Kind>.word.explained(["enum": .array(kinds.map { .string($0.rawValue) })]),
      "What kind of voters they are.")
  }

  private static let commonFields: [Field<GroupDraft>] = [
    .required("name", \.name, .groupName, "The voters are NAME-1, NAME-2 and so on."),
    roleField(Role.Kind.allCases),
    .required("count", \.count, .count, "How many they are; rest: all whom electorate leaves."),
    .init(
      "weight", \.weight, .number(.above(0, to: ScenarioLimits.weightMax)),
      "What each one's vote weighs."),
    .init(
      "latency", \.latency, Form<Distribution>.distribution.orNull,
      """
      The seconds from a proposal's opening until a voter has made up its mind; null for faulty \
      voters whose messages take no time and are never lost.
      """),
  ]

  private static func requirements(of kind: Role.Kind) -> [Requirement] {
    switch kind {
    case .honest: []
    case .byzantine: ByzantineRole.requirements
    case .colluding: ColludingRole.requirements
    case .absent: AbsentRole.requirements
    }
  }
}

// MARK: Values

extension Form<String> {
  /// The name of a group: what can stand in a voter's id and in a path.
  fileprivate static var groupName: Form {
    .name(
      pattern: "^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$",
      allowed: "letters, digits, '-' and '_', a letter or digit first"
    ) { byte, isFirst in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: !isFirst && (byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_"))
      }
    }
  }
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
