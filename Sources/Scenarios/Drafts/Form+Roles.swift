import Agents
import Forms
import JSON

extension Form where Value: Sendable {
  /// The form of a group of voters; the role decides which keys there are in addition to the common
  /// ones.
  ///
  /// - Parameters:
  ///   - standard: a group of a kind with defaults only.
  ///   - kindOf: the kind of a group.
  ///   - fields: the keys, made from those of a group of voters.
  static func ofRoles(
    _ strategies: [ByzantineStrategy], _ plans: [CollusionPlan],
    standard: @escaping @Sendable (Role.Kind) -> Value,
    kind kindOf: @escaping @Sendable (Value) -> Role.Kind,
    fields: ([Field<VoterGroup>]) -> [Field<Value>]
  ) -> Form {
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
          kinds.map { .object(Form.recordSchema(standard($0.kind), $0.fields, $0.requirements)) })
      ],
      read: { cursor in
        guard let word = roleName(in: cursor),
          let kind = kinds.first(where: { $0.kind.rawValue == word })
        else {
          // Any key may be valid for the intended role.
          return Form.read(
            common, from: cursor, into: standard(.honest),
            alsoAllowing: kinds.flatMap { $0.fields.map(\.key) })
        }
        return Form.read(
          kind.fields, from: cursor, into: standard(kind.kind), kind.requirements)
      },
      write: { group in
        Form.write(kinds.first { $0.kind == kindOf(group) }?.fields ?? common, of: group)
      })
  }
}

private func roleName(in cursor: JSONCursor) -> String? {
  guard case .object(let members) = cursor.node.content,
    case .string(let word)? = members.first(where: { $0.key == "role" })?.value.content
  else { return nil }
  return word
}
