import Synchronization
import Testing

@testable import Detection

@Suite struct PairTestTests {
  /// A test that says what it was told to say, one answer a round, and keeps the weights it got.
  private final class Scripted: PairTest {
    let rounds: [[(Int, Int)]]
    let weights = Mutex<[[Double]]>([])

    init(_ rounds: [[(Int, Int)]]) { self.rounds = rounds }

    func evidence(weights given: [Double]) -> PairEvidence {
      let round = weights.withLock { kept in
        kept.append(given)
        return kept.count - 1
      }
      var pValues = PairTable(voterCount: given.count, repeating: 1)
      for (a, b) in rounds[round] { pValues[a, b] = 1e-9 }
      let scores = PairTable(voterCount: given.count, repeating: Double(round))
      return PairEvidence(scores: scores, pValues: pValues)
    }
  }

  /// A bloc counts as one voter in the next round; when nothing changes any more, it is over.
  @Test func blocsFoundCountAsOneVoter() {
    let test = Scripted([[(0, 1)], [(0, 1), (1, 2), (0, 2)], [(0, 1), (1, 2), (0, 2)]])
    let (blocs, scores) = test.findBlocs(voterCount: 5, alpha: 0.01)
    #expect(blocs == [[0, 1, 2]])
    let third = 1.0 / 3
    let expected: [[Double]] = [
      [1, 1, 1, 1, 1], [0.5, 0.5, 1, 1, 1], [third, third, third, 1, 1],
    ]
    #expect(test.weights.withLock { $0 } == expected)
    #expect(scores == PairTable(voterCount: 5, repeating: 2))
  }

  @Test func whereNothingIsFoundOneRoundIsEnough() {
    let test = Scripted([[]])
    #expect(test.findBlocs(voterCount: 4, alpha: 0.01).blocs == [])
    #expect(test.weights.withLock { $0.count } == 1)
  }

  @Test func whoeverIsLeftOutCountsFullyAgain() {
    let test = Scripted([[(0, 1)], [(2, 3)], [(2, 3)]])
    #expect(test.findBlocs(voterCount: 4, alpha: 0.01).blocs == [[2, 3]])
    #expect(test.weights.withLock { $0.last } == [1, 1, 0.5, 0.5])
  }
}
