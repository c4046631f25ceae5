import Consensus
import Statistics
import TestSupport
import Testing

@testable import Detection

/// Scores against scikit-learn and networkx; see `generate_scores.py` beside the file.
@Suite struct KnownScoreTests {
  private func lines(_ kind: String) throws -> [[String]] {
    let lines = try Fixture.lines("scores.txt").map { $0.split(separator: " ").map(String.init) }
      .filter { $0[0] == kind }.map { Array($0.dropFirst()) }
    try #require(lines.count >= 30)
    return lines
  }

  private func numbers(_ text: String) -> [Double] {
    text.split(separator: ",").compactMap { Double($0) }
  }

  private func groups(_ text: String) -> [[Int]] {
    text == "."
      ? [] : text.split(separator: ",").map { $0.split(separator: "-").compactMap { Int($0) } }
  }

  private func isSame(_ fraction: Fraction?, as text: String) -> Bool {
    guard let expected = Double(text), !expected.isNaN else { return fraction == nil }
    return fraction.map { ($0.value - expected).magnitude < 1e-12 } ?? false
  }

  @Test func adjustedRandIndex() throws {
    for line in try lines("rand") {
      let index = Fraction.adjustedRandIndex(
        numbers(line[0]).map { Int($0) }, numbers(line[1]).map { Int($0) })
      #expect(isSame(index, as: line[2]), "\(line)")
    }
  }

  @Test func areaUnderTheCurve() throws {
    for line in try lines("auc") {
      let scores = zip(numbers(line[0]), numbers(line[1])).map { (score: $0, isTrue: $1 == 1) }
      #expect(isSame(.areaUnderCurve(scores), as: line[2]), "\(line)")
    }
  }

  @Test func pairsInReportedAndTrueBlocs() throws {
    for line in try lines("f1") {
      let count = try #require(Int(line[0]))
      var memberships = [BlocTruth.Membership](repeating: .honest, count: count)
      for voter in groups(line[2]).joined() { memberships[voter] = .group(7) }
      let findings = Findings(
        blocs: groups(line[1]).map { Bloc(members: $0, score: 1) },
        pairScores: PairTable(voterCount: count))
      let score = BlocScore(findings, truth: BlocTruth(memberships))
      #expect(isSame(score.precision, as: line[3]), "\(line)")
      #expect(isSame(score.recall, as: line[4]), "\(line)")
      #expect(isSame(score.f1, as: line[5]), "\(line)")
    }
  }

  @Test func hypergeometricTails() throws {
    let tails = HypergeometricTails(populationMax: 1_000)
    for line in try lines("tail") {
      let counts = line.prefix(4).compactMap { Int($0) }
      let expected = try #require(Double(line[4]))
      let tail = tails.upperTail(
        atLeast: counts[0], drawn: counts[1], marked: counts[2], population: counts[3])
      #expect((tail - expected).magnitude <= 1e-10 * expected + 1e-300, "\(line) \(tail)")
    }
  }

  @Test func cliques() throws {
    for line in try lines("cliques") {
      let count = try #require(Int(line[0]))
      var table = PairTable(voterCount: count)
      for edge in groups(line[1]) { table[edge[0], edge[1]] = 0.9 }
      let blocs = Findings(cliquesOf: table, threshold: 0.9).blocs.map(\.members)
      #expect(blocs.isSame(as: groups(line[2])), "\(line)")
    }
  }

  @Test func connectedGroups() throws {
    for line in try lines("components") {
      let count = try #require(Int(line[0]))
      var graph = SuspectGraph(voterCount: count)
      for edge in groups(line[1]) { graph.join(edge[0], edge[1]) }
      #expect(graph.components.isSame(as: groups(line[2])), "\(line)")
    }
  }
}
