import Consensus

/// A square matrix of numbers, row by row.
struct SquareMatrix {
  let size: Int
  private var elements: [Double]

  init(size: Int) {
    self.size = size
    elements = Array(repeating: 0, count: size * size)
  }

  subscript(row: Int, column: Int) -> Double {
    get { elements[row * size + column] }
    set { elements[row * size + column] = newValue }
  }

  /// The correlations of the voters, with approval as 1 and rejection as −1; the diagonal is 0.
  init(correlationOf votes: VoteMatrix) {
    self.init(size: votes.voterCount)
    let proposals = Double(max(1, votes.proposalCount))
    let moments = (0..<size).map { voter in
      let approved = BitIndices(votes.approvals(of: voter)).reduce(0) { count, _ in count + 1 }
      let rejected = BitIndices(votes.rejections(of: voter)).reduce(0) { count, _ in count + 1 }
      let mean = Double(approved - rejected) / proposals
      let variance = Double(approved + rejected) / proposals - mean * mean
      return (mean: mean, deviation: max(variance.squareRoot(), 1e-9))
    }
    for a in 0..<size {
      for b in a + 1..<max(a + 1, size) {
        let (alike, both) = votes.comparison(of: a, and: b)
        let covariance =
          Double(2 * alike - both) / proposals - moments[a].mean * moments[b].mean
        let correlation = covariance / (moments[a].deviation * moments[b].deviation)
        self[a, b] = correlation
        self[b, a] = correlation
      }
    }
  }
}
