import Consensus

/// Voters as points in the plane spanned by the two main factors of their votes' correlation.
struct CorrelationPlane {
  private(set) var points: [SIMD2<Double>]

  /// - Complexity: O(*n*² · *m* ÷ 64) in voters and proposals.
  init(_ votes: VoteMatrix) {
    points = Array(repeating: .zero, count: votes.voterCount)
    guard votes.voterCount > 1 else { return }
    var correlation = SquareMatrix(correlationOf: votes)
    var factors = PrincipalFactors(count: votes.voterCount)
    // As in factor analysis, the communalities of two factors replace the diagonal.
    for _ in 0..<3 {
      factors.iterate(correlation)
      for voter in 0..<votes.voterCount {
        let share = factors.point(voter)
        correlation[voter, voter] = (share * share).laneSum.clamped(to: 0...1)
      }
    }
    factors.iterate(correlation)
    for voter in points.indices { points[voter] = factors.point(voter) }
  }

  /// A number that increases with the angle of a point, from −2 to 2, without trigonometry.
  func angle(_ voter: Int) -> Double {
    let point = points[voter]
    let size = point.x.magnitude + point.y.magnitude
    if size == 0 { return 0 }
    let rise = 1 - point.y / size
    return point.x >= 0 ? rise : -rise
  }

  /// Clusters of the points, found with k-means from points far apart.
  func clusters(_ count: Int) -> [[Int]] {
    var centres = [farthest(from: [points.reduce(.zero, +) / Double(points.count)])]
    while centres.count < count { centres.append(farthest(from: centres)) }
    var labels = Array(repeating: -1, count: points.count)
    for _ in 0..<30 {
      let next = points.map { point in
        centres.indices.firstMax { -Self.squaredDistance(point, centres[$0]) } ?? 0
      }
      if next == labels { break }
      labels = next
      for cluster in centres.indices {
        let own = points.indices.filter { labels[$0] == cluster }
        if own.isEmpty { continue }
        centres[cluster] = own.reduce(.zero) { $0 + points[$1] } / Double(own.count)
      }
    }
    return centres.indices.map { cluster in points.indices.filter { labels[$0] == cluster } }
  }

  private func farthest(from centres: [SIMD2<Double>]) -> SIMD2<Double> {
    points.firstMax { point in
      centres.map { Self.squaredDistance(point, $0) }.min() ?? 0
    } ?? .zero
  }

  private static func squaredDistance(_ a: SIMD2<Double>, _ b: SIMD2<Double>) -> Double {
    ((a - b) * (a - b)).laneSum
  }
}
