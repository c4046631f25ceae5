import Maths
import Testing

@testable import Detection

@Suite struct ProposalTermsTests {
  @Test func sharesAddUpAndKeepTheirProportions() {
    var terms = ProposalTerms(
      idle: SIMD4(logarithm(1), logarithm(2), logarithm(3), logarithm(4)),
      idleTossUp: logarithm(5))
    terms.approving.x = logarithm(6)
    terms.rejecting.w = logarithm(7)
    terms.approvingTossUp = logarithm(8)
    terms.rejectingTossUp = logarithm(4)
    // 1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 4 are 40.
    #expect((terms.normalise() - logarithm(40)).magnitude < 1e-12)
    #expect((terms.idle * 40 - SIMD4(1, 2, 3, 4)).max() < 1e-12)
    #expect((terms.idleTossUp - 5.0 / 40).magnitude < 1e-15)
    #expect((terms.approving.x - 6.0 / 40).magnitude < 1e-15)
    #expect((terms.rejecting.w - 7.0 / 40).magnitude < 1e-15)
    #expect(terms.approving.y == 0 && terms.rejecting.x == 0)
    #expect((terms.approvingTossUp - 0.2).magnitude < 1e-15)
    #expect((terms.rejectingTossUp - 0.1).magnitude < 1e-15)
  }

  /// Far below what a number can be, proportions are the same.
  @Test func nothingIsTooUnlikely() {
    var terms = ProposalTerms(idle: SIMD4(repeating: -5000), idleTossUp: -5000 + logarithm(4))
    #expect((terms.normalise() - (-5000 + logarithm(8))).magnitude < 1e-9)
    #expect((terms.idle - 0.125).max() < 1e-12 && (terms.idleTossUp - 0.5).magnitude < 1e-12)
  }
}
