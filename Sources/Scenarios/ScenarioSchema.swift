import Forms
import JSON

/// The JSON Schema of scenario files, made from the table that decodes them.
///
/// It has all rules that a schema can express. Other rules, such as different names of groups,
/// valid paths, fractions within bounds and a count `rest` of at least 0, are only checked by the decoder.
public enum ScenarioSchema {
  /// The schema (dialect 2020-12) with the words of a vocabulary.
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
