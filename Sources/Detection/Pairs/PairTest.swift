import Statistics

/// A test of every pair of voters for more in common than the facts explain.
protocol PairTest {
  /// Tests all pairs, votes counting with the weights of their voters.
  func evidence(weights: [Double]) -> PairEvidence
}

/// What a test says of every pair.
struct PairEvidence {
  /// How strongly a pair stands out.
  var scores: PairTable
  /// How probable a score like that is for voters who have nothing to do with one another.
  var pValues: PairTable
}

extension PairTest {
  /// The blocs found, and the scores of the last round.
  ///
  /// A bloc distorts the estimate of the truth that it is judged by. So each bloc found is given
  /// the weight of one voter, and all is done again, up to three times.
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
