import Consensus
import Maths
import Testing

@testable import Detection

@Suite struct OutcomeReputationTests {
  @Test func whoKeepsLosingIsSuspected() {
    let majority = String(repeating: "+", count: 40)
    let minority = String(repeating: "-", count: 40)
    let votes = VoteMatrix(lines: [majority, majority, majority, minority, minority])
    #expect(Detector(.outcomeReputation).findings(in: votes).blocs.map(\.members) == [[3, 4]])
  }

  /// Whoever decides outcomes decides who is trusted: three colluders among seven first win the
  /// votes that split the others, and then, with their weight, all votes.
  @Test func theRuleIsCaptured() {
    let ring = String(repeating: "-", count: 90)
    let lines = (0..<4).map { honest -> String in
      let votes = (0..<90).map { (vote: Int) -> Character in
        vote < 60 && vote % 4 == honest ? "-" : "+"
      }
      return String(votes)
    }
    let votes = VoteMatrix(lines: lines + [ring, ring, ring])
    let findings = Detector(.outcomeReputation).findings(in: votes)
    #expect(findings.blocs.map(\.members) == [[0, 1, 2, 3]])
  }

  @Test func weightsFollowTheRule() {
    let reputation = OutcomeReputation(VoteMatrix(lines: ["+0", "+-", "-+"]))
    // The first outcome is approval. Then 1.1 stands against 0.9: rejection.
    #expect((reputation.logWeights[0] - 0.0953101798).magnitude < 1e-9)
    #expect((reputation.logWeights[1] - 0.1906203596).magnitude < 1e-9)
    #expect((reputation.logWeights[2] + 0.2107210313).magnitude < 1e-9)
  }

  @Test func inATieApprovalWins() {
    let reputation = OutcomeReputation(VoteMatrix(lines: ["+", "-"]))
    #expect(reputation.logWeights == [logarithm(1.1), logarithm(0.9)])
  }

  /// A pair is as suspicious as the less suspicious of the two, and one suspect alone is no bloc.
  @Test func whoFallsBelowTheShareIsReported() {
    // 0.9⁵ is 0.59049.
    let votes = VoteMatrix(lines: ["+++++", "+++++", "+++++", "-----", "-----"])
    let reputation = OutcomeReputation(votes)
    #expect(reputation.findings(threshold: 0.59).blocs == [])
    let found = reputation.findings(threshold: 0.591)
    #expect(found.blocs.map(\.members) == [[3, 4]])
    #expect((found.pairScores[3, 4] + 5 * logarithm(0.9)).magnitude < 1e-12)
    #expect((found.pairScores[0, 4] + 5 * logarithm(1.1)).magnitude < 1e-12)
    #expect(found.blocs[0].score == found.pairScores[3, 4])
    let single = OutcomeReputation(VoteMatrix(lines: ["+++++", "+++++", "-----"]))
    #expect(single.findings(threshold: 0.9).blocs == [])
  }
}
