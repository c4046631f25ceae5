import Text

/// Who counts the votes; raw values are the words of scenarios.
public enum SimulationMode: String, ExplainedWord, Hashable {
  case central
  case replicated

  /// Who counts the votes.
  public var meaning: String {
    switch self {
    case .central: "One ballot box that everyone trusts counts the votes."
    case .replicated: "Each honest voter counts the votes that it hears over the network."
    }
  }
}
