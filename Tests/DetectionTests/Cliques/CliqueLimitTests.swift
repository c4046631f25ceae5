import Consensus
import Testing

@testable import Detection

@Suite struct CliqueLimitTests {
  /// Voters in antipodal pairs: everyone agrees with everyone but one, so there are 2^30 cliques.
  @Test func anExplosionOfCliquesEndsInAMessage() {
    var scores = PairTable(voterCount: 60, repeating: 0.95)
    for pair in 0..<30 { scores[2 * pair, 2 * pair + 1] = 0.85 }
    let findings = Findings(cliquesOf: scores, threshold: 0.9)
    #expect(findings.limit == .detection)
    #expect(findings.blocs == [])
    #expect(findings.pairScores == scores)
  }

  @Test func agreementFromTheThresholdOnJoins() {
    var votes = VoteMatrix(voterCount: 3, proposalCount: 10)
    for proposal in 0..<10 {
      votes.set(.approve, of: 0, on: proposal)
      votes.set(proposal == 0 ? .reject : .approve, of: 1, on: proposal)
      votes.set(proposal < 2 ? .reject : .approve, of: 2, on: proposal)
    }
    let findings = Detector(.agreementCliques).findings(in: votes)
    #expect(findings.blocs.map(\.members) == [[0, 1], [1, 2]])
    #expect(findings.blocs.map(\.score) == [0.9, 0.9])
  }
}
