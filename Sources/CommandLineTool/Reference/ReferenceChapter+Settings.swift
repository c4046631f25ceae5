import Consensus
import JSON
import Text

extension ReferenceChapter {
  /// The settings of the protocol and its repairs.
  static var safeguards: ReferenceChapter {
    ReferenceChapter(
      title: "Settings and safeguards",
      abstract: """
        How the protocol decides (`config`), and what closes its gaps (`safeguards`); the default of \
        every safeguard is the behaviour of the Python class.
        """,
      sections: [
        Section(title: "Safeguards", entries: entries(of: Safeguards.self)),
        Section(title: "Configuration", entries: entries(of: ConsensusConfig.self)),
      ])
  }

  private static func entries<Record: SettingsRecord>(of type: Record.Type) -> [Entry] {
    type.fields.map { field in
      let standard = field.value(in: .standard)
      return Entry(
        term: field.key, meaning: field.note,
        notes: [field.kind.values, "default: \(standard.plainText)"].compactMap(\.self),
        choices: field.kind.choices)
    }
  }
}

extension SettingKind {
  /// The words that the setting may be, if it is one of words.
  fileprivate var choices: [Choice] {
    switch self {
    case .word(let choices): choices
    case .number, .seconds, .flag, .wholeNumber, .orNull: []
    }
  }

  /// What it may be, unless its words say so.
  fileprivate var values: String? { choices.isEmpty ? description : nil }
}

extension JSONValue {
  /// The value as a person writes it: a text without its quotes.
  var plainText: String {
    if case .string(let text) = self { text } else { text() }
  }
}
