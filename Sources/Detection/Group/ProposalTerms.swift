import Maths

/// The joint likelihoods of the votes on a proposal, its state and the plan: first logarithms, then
/// shares.
struct ProposalTerms {
  var idle: SIMD4<Double>
  var approving = SIMD4(repeating: -Double.infinity)
  var rejecting = SIMD4(repeating: -Double.infinity)
  var idleTossUp: Double
  var approvingTossUp = -Double.infinity
  var rejectingTossUp = -Double.infinity

  init(idle: SIMD4<Double>, idleTossUp: Double) {
    self.idle = idle
    self.idleTossUp = idleTossUp
  }

  /// Turns the logarithms into shares of their sum; returns the logarithm of the sum.
  mutating func normalise() -> Double {
    let clearMax = pointwiseMax(idle, pointwiseMax(approving, rejecting)).max()
    let top = max(clearMax, idleTossUp, approvingTossUp, rejectingTossUp)
    idle = Self.powers(idle - top)
    approving = Self.powers(approving - top)
    rejecting = Self.powers(rejecting - top)
    idleTossUp = Self.power(idleTossUp - top)
    approvingTossUp = Self.power(approvingTossUp - top)
    rejectingTossUp = Self.power(rejectingTossUp - top)
    let sum =
      (idle + approving + rejecting).laneSum + (idleTossUp + approvingTossUp + rejectingTossUp)
    let scale = 1 / sum
    idle *= scale
    approving *= scale
    rejecting *= scale
    idleTossUp *= scale
    approvingTossUp *= scale
    rejectingTossUp *= scale
    return top + logarithm(sum)
  }

  private static func powers(_ exponents: SIMD4<Double>) -> SIMD4<Double> {
    SIMD4(power(exponents.x), power(exponents.y), power(exponents.z), power(exponents.w))
  }

  /// Terms too small to change the last digit of the sum become 0.
  private static func power(_ exponent: Double) -> Double {
    exponent < -45 ? 0 : exponential(exponent)
  }
}
