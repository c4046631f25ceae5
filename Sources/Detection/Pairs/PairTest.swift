import Statistics

/// A test whether pairs of voters have more in common than the facts explain.
protocol PairTest {
  /// Tests all pairs; votes count with the weights of their voters.
  func evidence(weights: [Double]) -> PairEvidence
}

/// The result of a test for every pair.
struct PairEvidence {
  /// How strongly a pair stands out.
  var scores: PairTable
  /// The probability of such a score for independent voters.
  var pValues: PairTable
}

extension PairTest {
  /// The blocs, and the scores of the last round.
  ///
  /// A bloc distorts the estimate of the truth by which it is judged. So each bloc that is found
  /// gets the weight of one voter, and the test is repeated, up to three times.
  func findBlocs(voterCount: Int, alpha: Double) -> (blocs: [[Int]], scores: PairTable) {
    var weights = Array(repeating: 1.0, count: voterCount)
    var blocs: [[Int]] = []
    var scores = PairTable(voterCount: voterCount)
    for _ in 0..<3 {
      let evidence = evidence(weights: weights)
      scores = evidence.scores
      let found = graph(of: evidence.pValues, alpha: alpha).blocs
      if found == blocs { break }
      blocs = found
      weights = Array(repeating: 1, count: voterCount)
      for bloc in blocs {
        for member in bloc { weights[member] = 1 / Double(bloc.count) }
      }
    }
    return (blocs, scores)
  }

  private func graph(of pValues: PairTable, alpha: Double) -> SuspectGraph {
    var graph = SuspectGraph(voterCount: pValues.voterCount)
    let rejected = Set(HolmTest.rejected(pValues.values, alpha: alpha))
    for (index, pair) in pValues.pairs.enumerated() where rejected.contains(index) {
      graph.join(pair.0, pair.1)
    }
    return graph
  }
}
