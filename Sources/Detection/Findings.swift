import Consensus

/// The findings of a detector in some votes.
public struct Findings: Sendable, Equatable {
  /// The blocs reported; those of clique methods may overlap.
  public let blocs: [Bloc]
  /// The score of each pair, by which pairs are ranked as colluders.
  public let pairScores: PairTable
  /// The limit that stopped the search; then no bloc is reported.
  public let limit: CliqueLimit?

  /// Blocs and scores of pairs; without blocs if a limit was reached.
  public init(blocs: [Bloc], pairScores: PairTable, limit: CliqueLimit? = nil) {
    self.blocs = blocs
    self.pairScores = pairScores
    self.limit = limit
  }

  /// Blocs scored with the mean of their pairs.
  init(_ found: (blocs: [[Int]], scores: PairTable)) {
    self.init(blocs: found.blocs.map { Bloc($0, by: found.scores) }, pairScores: found.scores)
  }
}

extension CliqueLimit {
  /// The limit on cliques: an attacker can arrange votes with exponentially many.
  static let detection = CliqueLimit(cliquesMax: 10_000, stepsMax: 200_000)
}

extension Findings {
  /// The maximal cliques of pairs with scores of at least a threshold.
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
