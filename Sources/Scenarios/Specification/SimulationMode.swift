/// Who counts the votes; raw values are the words of scenarios.
public enum SimulationMode: String, CaseIterable, Hashable, Sendable {
  /// One ballot box that everyone trusts.
  case central
  /// Every voter for itself, hearing the others over the network.
  case replicated
}
