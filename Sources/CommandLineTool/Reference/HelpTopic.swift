import Text

/// What `quorumlab help` explains besides commands.
enum HelpTopic: String, ExplainedWord {
  case fields
  case strategies
  case safeguards
  case metrics
  case detectors
  case guarantees

  /// What the topic is about.
  var meaning: String {
    switch self {
    case .fields: "Every field of a scenario file."
    case .strategies: "What faulty voters do: strategies, plans and absence."
    case .safeguards: "The settings of the protocol and its repairs."
    case .metrics: "What is measured, and where it is written."
    case .detectors: "How voting blocs are found."
    case .guarantees: "What certificates prove, and what they take for granted."
    }
  }

  /// The chapter on the topic, for what a program knows.
  func chapter(of program: Program) -> ReferenceChapter {
    switch self {
    case .fields: .fields(of: program.vocabulary)
    case .strategies: .strategies(of: program.vocabulary)
    case .safeguards: .safeguards
    case .metrics: .metrics
    case .detectors: .detectors(of: program.vocabulary)
    case .guarantees: .guarantees
    }
  }
}
