import Consensus
import Maths
import Testing

@testable import Detection

@Suite struct SharedErrorsTests {
  /// Five who are always right make the truth; two others are wrong on 4 of 20 proposals each.
  private func votes(_ first: [Int], _ second: [Int], silent: [Int] = []) -> VoteMatrix {
    let truth = (0..<20).map { $0 % 2 == 0 ? "+" : "-" }
    func line(_ wrong: [Int], silent: [Int] = []) -> String {
      truth.enumerated().map { proposal, vote in
        silent.contains(proposal) ? "0" : wrong.contains(proposal) ? vote == "+" ? "-" : "+" : vote
      }.joined()
    }
    return VoteMatrix(
      lines: Array(repeating: line([]), count: 5) + [line(first), line(second, silent: silent)])
  }

  private func evidence(_ votes: VoteMatrix) -> PairEvidence {
    SharedErrors(votes).evidence(weights: Array(repeating: 1, count: 7))
  }

  /// All four errors in common: one of C(20, 4) draws.
  @Test func sharedErrorsAreHypergeometric() {
    let all = evidence(votes([0, 3, 8, 11], [0, 3, 8, 11]))
    #expect((all.pValues[5, 6] - 1.0 / 4845).magnitude < 1e-12)
    #expect((all.scores[5, 6] - logarithm(4845)).magnitude < 1e-9)
    // Three in common or more: 4 · 16 + 1 draws.
    let three = evidence(votes([0, 3, 8, 11], [0, 3, 8, 12]))
    #expect((three.pValues[5, 6] - 65.0 / 4845).magnitude < 1e-12)
    // None: anything is as much.
    let none = evidence(votes([0, 3, 8, 11], [1, 4, 9, 12]))
    #expect(none.pValues[5, 6] == 1 && none.scores[5, 6] == 0)
    #expect(none.pValues[0, 1] == 1)
  }

  /// Where one did not vote, there is nothing to compare: 2 errors each in 17 common votes, both shared.
  @Test func onlyCommonVotesCount() {
    let some = evidence(votes([0, 3, 8], [0, 3], silent: [8, 9, 10]))
    #expect((some.pValues[5, 6] - 1.0 / 136).magnitude < 1e-12)
  }
}
