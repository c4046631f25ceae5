import Consensus
import Forms
import JSON
import Text

extension Form<[SearchedField]> {
  /// Fields by their paths or keys, each with the values to try.
  static var search: Form {
    let fields = RuleField.all.map { (field: $0, form: Form<SearchedField.Values>.values(of: $0)) }
    let names = fields.flatMap { [$0.field.path, $0.field.key] }
    return Form(
      schema: [
        "type": "object",
        "patternProperties": .object(
          JSONObject(
            fields.map { field, form in
              let section = field.path.dropLast(field.key.count + 1)
              return (
                key: "^(\(section)\\.)?\(field.key)$",
                value: .object(form.explained(["description": .string(field.note)]).schema)
              )
            })),
        "additionalProperties": false,
      ],
      read: { cursor in
        guard let members = cursor.fields(names)?.members else { return nil }
        return fields.compactMap { field, form in
          let given = members.filter { RuleField.named($0.key) == field }
          // What an option gives replaces what the file has under the other name.
          let chosen = given.last { $0.value.node.offset < 0 } ?? given.first
          if given.count > 1 && given.allSatisfy({ $0.value.node.offset >= 0 }) {
            given[1].value.report("\(field.path) is listed twice; it may be listed once")
          }
          return chosen.flatMap { form.read($0.value) }.map {
            SearchedField(field: field, values: $0)
          }
        }
      },
      write: { search in
        .object(
          JSONObject(
            search.map { searched in
              let form = fields.first { $0.field == searched.field }?.form
              return (key: searched.field.path, value: form?.write(searched.values) ?? .null)
            }))
      })
  }
}

extension Form<SearchedField.Values> {
  /// The values of a field that are tried: all, some, or a range.
  fileprivate static func values(of field: RuleField) -> Form {
    let single = Form<JSONValue>.setting(field.kind)
    let list = Form<[JSONValue]>.list(of: single, countMin: 1).unique()
    let isNumber = field.kind.isNumber
    var schemas = [list.schema, single.schema]
    if field.kind.allowsAll { schemas.insert(["const": "all"], at: 0) }
    if isNumber { schemas.append(SweepRange.form.schema) }
    return Form(
      schema: ["anyOf": .array(schemas.map { .object($0) })],
      read: { cursor in
        switch cursor.node.content {
        case .string(let text) where text.hasSameCodePoints(as: "all"):
          if field.kind.allowsAll { return .all }
          cursor.report(
            "there is no end of values of \(field.key); list some, or give a range with a step")
          return nil
        case .array: return list.read(cursor).map { .listed($0) }
        case .object where isNumber: return range(of: field, cursor)
        case .null, .bool, .number, .string, .object:
          return single.read(cursor).map { .listed([$0]) }
        }
      },
      write: { values in
        switch values {
        case .all: "all"
        case .listed(let values): list.write(values)
        case .within(let range):
          [
            "from": JSONValue(shortest: range.lowerBound),
            "to": JSONValue(shortest: range.upperBound),
          ]
        }
      })
  }

  /// The values of a range that the field allows.
  private static func range(of field: RuleField, _ cursor: JSONCursor) -> SearchedField.Values? {
    guard let range = SweepRange.form.read(cursor), cursor.isSound else { return nil }
    let hasStep = cursor.members()?.contains { $0.key == "step" } ?? false
    if field.kind.allowsAll && !hasStep {
      let (first, last) = (range.first.number.doubleValue, range.last.number.doubleValue)
      if first > last {
        cursor.report("'from' is greater than 'to'; it must be at most 'to'")
      } else if last > 0 && first <= 1 {
        return .within(max(first, Double.leastNonzeroMagnitude)...min(last, 1))
      } else {
        cursor.report("no value of this range is allowed; \(field.key) must be \(field.kind)")
      }
      return nil
    }
    guard let numbers = range.values(at: cursor) else { return nil }
    let single = Form<JSONValue>.setting(field.kind)
    let values = numbers.compactMap {
      single.read(JSONCursor(JSONNode(content: .number($0), offset: 0), log: ProblemLog()))
    }
    // They are written as a list, which must be one that can be read.
    if values.count > ScenarioLimits.elementsMax {
      cursor.report(
        "the range has \(values.count) values; at most \(ScenarioLimits.elementsMax) are allowed")
    } else if values.isEmpty {
      cursor.report("no value of this range is allowed; \(field.key) must be \(field.kind)")
    } else {
      return .listed(values)
    }
    return nil
  }
}

extension SettingKind {
  /// Whether all values can be tried: there are only so many, or only so many that differ.
  fileprivate var allowsAll: Bool {
    switch self {
    case .number, .flag, .word: true
    case .seconds, .wholeNumber, .orNull: false
    }
  }

  /// Whether the values are numbers, or null.
  fileprivate var isNumber: Bool {
    switch self {
    case .number, .seconds, .wholeNumber: true
    case .flag, .word: false
    case .orNull(let kind): kind.isNumber
    }
  }
}
