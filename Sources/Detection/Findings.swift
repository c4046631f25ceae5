import Consensus

/// What a detector makes of votes.
public struct Findings: Sendable, Equatable {
  /// The blocs reported; those of clique methods may overlap.
  public let blocs: [Bloc]
  /// How much each pair looks like colluders, to rank pairs by.
  public let pairScores: PairTable
  /// The limit that kept the blocs from being listed: then none is reported.
  public let limit: CliqueLimit?

  /// Some blocs and scores of pairs.
  public init(blocs: [Bloc], pairScores: PairTable, limit: CliqueLimit? = nil) {
    self.blocs = blocs
    self.pairScores = pairScores
    self.limit = limit
  }

  /// Blocs with the mean score of their pairs.
  init(_ found: (blocs: [[Int]], scores: PairTable)) {
    self.init(blocs: found.blocs.map { Bloc($0, by: found.scores) }, pairScores: found.scores)
  }
}

extension CliqueLimit {
  /// What a detector lists at most: an attacker can arrange votes so that there are exponentially
  /// many cliques.
  static let detection = CliqueLimit(cliquesMax: 10_000, stepsMax: 200_000)
}

extension Findings {
  /// The maximal cliques of pairs that reach a threshold.
  init(cliquesOf scores: PairTable, threshold: Double) {
    var graph = Graph(nodeCount: scores.voterCount)
    for (index, (a, b)) in scores.pairs.enumerated() where scores.values[index] >= threshold {
      graph.connect(a, b)
    }
    do {
      let cliques = try graph.maximalCliques(limit: .detection)
      self.init(blocs: cliques.map { Bloc($0, by: scores) }, pairScores: scores)
    } catch {
      self.init(blocs: [], pairScores: scores, limit: error)
    }
  }
}
