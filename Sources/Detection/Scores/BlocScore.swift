/// How well findings match the truth in a trial, in whole numbers.
package struct BlocScore: Sendable, Equatable {
  /// The number of pairs that share a reported bloc and a true one.
  package private(set) var truePairs = 0
  /// The number of pairs that share only a reported bloc.
  package private(set) var falsePairs = 0
  /// The number of pairs that share only a true bloc.
  package private(set) var missedPairs = 0
  /// Whether there is a true bloc.
  package let hasBloc: Bool
  /// Whether any bloc is reported.
  package let hasReport: Bool
  /// Whether the reported blocs are exactly the true ones.
  package let isExact: Bool
  /// The number of honest voters.
  package let honest: Int
  /// The number of honest voters in a reported bloc.
  package let innocents: Int
  /// The adjusted Rand index of reported and true blocs.
  package let adjustedRandIndex: Fraction
  /// The area under the ROC curve of the pair score; nil without pairs of both kinds.
  package let areaUnderCurve: Fraction?

  /// Compares findings with the truth.
  ///
  /// - Complexity: O(*n*² log *n*) in the number of voters.
  package init(_ findings: Findings, truth: BlocTruth) {
    let count = truth.memberships.count
    let together = SuspectGraph(joining: findings.blocs.map(\.members), voterCount: count)
    var scores: [(score: Double, isTrue: Bool)] = []
    for (index, (a, b)) in findings.pairScores.pairs.enumerated() {
      guard let isTrue = truth.areTogether(a, b) else { continue }
      scores.append((findings.pairScores.values[index], isTrue))
      switch (together.areJoined(a, b), isTrue) {
      case (true, true): truePairs += 1
      case (true, false): falsePairs += 1
      case (false, true): missedPairs += 1
      case (false, false): break
      }
    }
    hasBloc = !truth.blocs.isEmpty
    hasReport = !findings.blocs.isEmpty
    isExact = findings.blocs.map(\.members).isSame(as: truth.blocs)
    let honestVoters = truth.memberships.indices.filter { truth.memberships[$0] == .honest }
    honest = honestVoters.count
    innocents = honestVoters.count { voter in
      findings.blocs.contains { $0.members.contains(voter) }
    }
    adjustedRandIndex = .adjustedRandIndex(
      Self.labels(findings.blocs.map(\.members), count: count),
      Self.labels(truth.blocs, count: count))
    areaUnderCurve = .areaUnderCurve(scores)
  }

  /// The first bloc that contains each voter, from 1; 0 for none.
  static func labels(_ blocs: [[Int]], count: Int) -> [Int] {
    var labels = Array(repeating: 0, count: count)
    for (index, bloc) in blocs.enumerated().reversed() {
      for voter in bloc { labels[voter] = index + 1 }
    }
    return labels
  }
}

extension BlocScore {
  /// The share of reported pairs that are true; nil if none are reported.
  package var precision: Fraction? { Fraction(truePairs, of: truePairs + falsePairs) }

  /// The share of true pairs that are reported; nil if there are none.
  package var recall: Fraction? { Fraction(truePairs, of: truePairs + missedPairs) }

  /// The harmonic mean of both, 0 without a true positive; nil without pairs of either kind.
  package var f1: Fraction? {
    Fraction(2 * truePairs, of: 2 * truePairs + falsePairs + missedPairs)
  }
}

extension Findings {
  /// The adjusted Rand index of the reported blocs and given labels; voters without a bloc are one
  /// class.
  package func adjustedRandIndex(labels: [String]) -> Fraction {
    let numbers = labels.map { label in labels.firstIndex(of: label) ?? 0 }
    return .adjustedRandIndex(
      BlocScore.labels(blocs.map(\.members), count: labels.count), numbers)
  }
}

extension [[Int]] {
  /// Whether two lists have the same blocs, in any order.
  func isSame(as other: [[Int]]) -> Bool {
    func sorted(_ blocs: [[Int]]) -> [[Int]] { blocs.sorted { $0.lexicographicallyPrecedes($1) } }
    return sorted(self) == sorted(other)
  }
}

extension SuspectGraph {
  /// All pairs that share one of the blocs.
  fileprivate init(joining blocs: [[Int]], voterCount: Int) {
    self.init(voterCount: voterCount)
    for bloc in blocs {
      for (place, a) in bloc.enumerated() {
        for b in bloc[(place + 1)...] { join(a, b) }
      }
    }
  }
}
