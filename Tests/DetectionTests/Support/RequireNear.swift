import TestSupport

/// Requires that two numbers differ by rounding alone.
func requireNear(_ actual: Double, _ expected: Double) throws {
  try require((actual - expected).magnitude < 1e-9, "\(actual), not \(expected)")
}
