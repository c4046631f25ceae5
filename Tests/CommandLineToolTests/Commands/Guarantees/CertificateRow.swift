import JSON
import Testing

/// A row of a certificate.
struct CertificateRow {
  let guarantee: String
  let actions: String
  let tolerated: JSONValue?
  /// Each premise with whether it holds, its groups and its value.
  let premises: [String]

  /// The rows of the first line of an output.
  static func all(in output: String) throws -> [CertificateRow] {
    let line = try #require(output.split(separator: "\n").first)
    guard case .object(let object) = try JSONDocument(parsing: String(line)).root.value,
      case .array(let rows)? = object["guarantees"]
    else { throw Unexpected() }
    return try rows.map { row in
      guard case .object(let row) = row, case .string(let guarantee)? = row["guarantee"],
        case .string(let actions)? = row["actions"]
      else {
        throw Unexpected()
      }
      var premises: [JSONValue] = []
      if case .array(let list)? = row["premises"] { premises = list }
      return CertificateRow(
        guarantee: guarantee, actions: actions, tolerated: row["tolerated"],
        premises: premises.map { premise in
          guard case .object(let premise) = premise, case .string(let name)? = premise["premise"]
          else { return "?" }
          let rest = ["holds", "groups", "value"].map { premise[$0]?.text() ?? "?" }
          return ([name] + rest).joined(separator: " ")
        })
    }
  }

  private struct Unexpected: Error {}
}
