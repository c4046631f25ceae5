/// Who counts the votes; raw values are the words of scenarios.
public enum SimulationMode: String, CaseIterable, Hashable, Sendable {
  /// One ballot box that everyone trusts.
  case central
  /// Every honest voter counts for itself and hears the others over the network.
  case replicated
}
