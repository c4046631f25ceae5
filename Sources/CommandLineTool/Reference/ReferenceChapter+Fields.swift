import JSON
import Scenarios
import Text

extension ReferenceChapter {
  /// Every field of a scenario file, out of its schema.
  static func fields(of vocabulary: Vocabulary) -> ReferenceChapter {
    let schema = SchemaNode(ScenarioSchema.json(vocabulary: vocabulary))
    let top = Section(
      title: "Scenario",
      introduction: """
        A scenario is one JSON object. Times are in seconds. A number that is not a whole number may \
        also be a fraction, as a text: "2/3" is the number nearest to two thirds.
        """,
      entries: schema.properties.map {
        entry($0.node, at: $0.key, isRequired: schema.requires($0.key))
      })
    let distributions = Section(
      title: "Distributions",
      introduction: """
        How long something takes: a number of seconds, or an object with one of these keys, such as \
        `{"uniform": {"from": 0.1, "to": 0.3}}`.
        """,
      entries: entries(in: schema.definition("distribution")) { $0 })
    return ReferenceChapter(
      title: "Scenario fields",
      abstract: """
        Every field of a scenario file with the values it may have and its default; \
        `quorumlab schema` prints the same for editors.
        """,
      sections: [top] + schema.properties.flatMap { sections(on: $0.node, at: $0.key) }
        + [distributions])
  }

  /// The sections on the parts of a field; none where it is a plain value.
  private static func sections(on node: SchemaNode, at path: String) -> [Section] {
    let kinds = node.element?.kinds ?? []
    if kinds.isEmpty {
      let entries = entries(of: node, at: path)
      return entries.isEmpty
        ? [] : [Section(title: path, introduction: node.description, entries: entries)]
    }
    let lists = kinds.map { entries(in: $0) { "\(path)[].\($0)" } }
    let shared = (lists.first ?? []).filter { entry in
      lists.allSatisfy { list in list.contains { $0.term == entry.term } }
    }
    let common = Section(
      title: path, introduction: node.description,
      entries: shared.map { entry in
        // What differs from kind to kind is no matter of them all.
        let notes = entry.notes.filter { note in
          lists.allSatisfy { $0.contains { $0.term == entry.term && $0.notes.contains(note) } }
        }
        return Entry(term: entry.term, meaning: entry.meaning, notes: notes)
      })
    let own = zip(kinds, lists).map { kind, list in
      Section(
        title: kind.kindMark.map { "\(path) with \($0.key) \($0.word.word)" } ?? path,
        introduction: kind.kindMark?.word.meaning ?? "",
        entries: list.filter { entry in !shared.contains { $0.term == entry.term } })
    }
    return [common] + own.filter { !$0.entries.isEmpty }
  }

  /// The fields inside a field, with their paths; none where it is a plain value.
  private static func entries(of node: SchemaNode, at path: String) -> [Entry] {
    if let element = node.element { return entries(of: element, at: path + "[]") }
    return entries(in: node) { "\(path).\($0)" }
      + node.named.flatMap { entries(of: $0, at: "\(path).NAME") }
  }

  private static func entries(in node: SchemaNode, path: (String) -> String) -> [Entry] {
    node.properties.flatMap { key, field in
      [entry(field, at: path(key), isRequired: node.requires(key))]
        + entries(of: field, at: path(key))
    }
  }

  private static func entry(_ node: SchemaNode, at path: String, isRequired: Bool) -> Entry {
    let topic = topicOfWords(at: path)
    return Entry(
      term: path, meaning: node.description,
      notes: [
        topic.map { "see `quorumlab help \($0.rawValue)`" } ?? node.form,
        isRequired ? "required" : node.standard.map { "default: \($0)" },
      ].compactMap(\.self), choices: topic == nil ? node.choices : [])
  }

  /// The chapter that explains the words of a field, where they have one of their own.
  private static func topicOfWords(at path: String) -> HelpTopic? {
    switch path {
    case "voters[].strategy", "voters[].plan", "voters[].role": .strategies
    case "expect[].metric": .metrics
    case "expect[].detector", "detectors[].method": .detectors
    default: nil
    }
  }
}
