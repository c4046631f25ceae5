/// How well findings fit the truth in one trial: whole numbers only.
public struct BlocScore: Sendable, Equatable {
  /// Pairs that share a reported bloc and a true one.
  public private(set) var truePairs = 0
  /// Pairs that share a reported bloc only.
  public private(set) var falsePairs = 0
  /// Pairs that share a true bloc only.
  public private(set) var missedPairs = 0
  /// Whether there is a true bloc.
  public let hasBloc: Bool
  /// Whether any bloc is reported.
  public let hasReport: Bool
  /// Whether the reported blocs are exactly the true ones.
  public let isExact: Bool
  /// How many voters are honest.
  public let honest: Int
  /// How many of them are in a reported bloc.
  public let innocents: Int
  /// The agreement of reported and true labels.
  public let adjustedRandIndex: Fraction
  /// The area under the curve of the pair score; nil where there are no pairs of either kind.
  public let areaUnderCurve: Fraction?

  /// Holds findings against the truth.
  ///
  /// - Complexity: O(*n*² log *n*) in the number of voters.
  public init(_ findings: Findings, truth: BlocTruth) {
    let count = truth.allegiances.count
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
    let honestVoters = truth.allegiances.indices.filter { truth.allegiances[$0] == .honest }
    honest = honestVoters.count
    innocents = honestVoters.count { voter in
      findings.blocs.contains { $0.members.contains(voter) }
    }
    adjustedRandIndex = .adjustedRandIndex(
      Self.labels(findings.blocs.map(\.members), count: count),
      Self.labels(truth.blocs, count: count))
    areaUnderCurve = .areaUnderCurve(scores)
  }

  /// Each voter's bloc, the first that holds it, from 1; 0 for none.
  static func labels(_ blocs: [[Int]], count: Int) -> [Int] {
    var labels = Array(repeating: 0, count: count)
    for (index, bloc) in blocs.enumerated().reversed() {
      for voter in bloc { labels[voter] = index + 1 }
    }
    return labels
  }
}

extension BlocScore {
  /// Reported pairs that are true; nil where none is reported.
  public var precision: Fraction? { Fraction(truePairs, of: truePairs + falsePairs) }

  /// True pairs that are reported; nil where there is none.
  public var recall: Fraction? { Fraction(truePairs, of: truePairs + missedPairs) }

  /// The harmonic mean of both, 0 without a true positive; nil where there is no pair of either kind.
  public var f1: Fraction? { Fraction(2 * truePairs, of: 2 * truePairs + falsePairs + missedPairs) }
}

extension Findings {
  /// How well the reported blocs agree with given labels, voters in no bloc being one class.
  public func adjustedRandIndex(labels: [String]) -> Fraction {
    let numbers = labels.map { label in labels.firstIndex(of: label) ?? 0 }
    return .adjustedRandIndex(
      BlocScore.labels(blocs.map(\.members), count: labels.count), numbers)
  }
}

extension [[Int]] {
  /// Whether two lists of blocs hold the same, in whatever order.
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
