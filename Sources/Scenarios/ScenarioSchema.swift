import Forms
import JSON

/// The JSON Schema of scenario files, made of the table that decodes them.
///
/// It says all that a schema can say. That groups are named apart, that paths lead somewhere, that
/// the rest is not negative and the like, only the decoder knows.
public enum ScenarioSchema {
  /// The schema, of the dialect 2020-12, with the words of a vocabulary.
  public static func json(vocabulary: Vocabulary = .standard) -> JSONValue {
    let head: JSONObject = [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "quorumlab scenario",
      "description": "A quorumlab scenario: voters, network, workload and sweep.",
    ]
    let foot: JSONObject = ["$defs": SchemaDefinitions.json]
    return .object(
      JSONObject(head.members + vocabulary.form.schema.members + foot.members))
  }
}
