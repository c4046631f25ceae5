import TestSupport

@testable import Detection

extension Draw {
  /// Parameters without a pattern.
  func groupParameters(voters: Int) -> GroupParameters {
    var parameters = GroupParameters(voterCount: voters)
    for voter in 0..<voters {
      parameters.accuracyIfWarranted[voter] = double(in: 0.5...0.99)
      parameters.accuracyIfUnwarranted[voter] = double(in: 0.5...0.99)
    }
    parameters.commonAccuracy = double(in: 0.55...0.98)
    parameters.rate = double(in: 0.05...0.9)
    parameters.fidelity = double(in: 0.3...0.99)
    let weights = (0..<5).map { _ in double(in: 0.1...1) }
    let sum = weights.reduce(0, +)
    parameters.states = StateShares(
      clear: SIMD4(weights[0], weights[1], weights[2], weights[3]) / sum, tossUp: weights[4] / sum)
    return parameters
  }
}
