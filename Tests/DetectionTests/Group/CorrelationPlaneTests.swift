import Consensus
import Testing

@testable import Detection

@Suite struct CorrelationPlaneTests {
  private static let one = (0..<60).map { $0 % 2 == 0 ? "+" : "-" }.joined()
  private static let two = (0..<60).map { $0 / 2 % 2 == 0 ? "+" : "-" }.joined()
  private static let opposed = String(one.map { $0 == "+" ? "-" : "+" })

  /// Votes that have nothing to do with each other lie at right angles, opposed ones opposite.
  private let plane = CorrelationPlane(VoteMatrix(lines: [one, two, one, opposed, two, one]))

  private func product(_ a: Int, _ b: Int) -> Double {
    (plane.points[a] * plane.points[b]).sum()
  }

  /// What two factors explain of a voter comes near to all of it in a few rounds.
  @Test func productsOfPointsAreCorrelations() {
    for (a, b, correlation) in [
      (0, 2, 1.0), (0, 5, 1), (1, 4, 1), (0, 3, -1), (0, 1, 0), (3, 4, 0), (0, 0, 1),
    ] {
      #expect((product(a, b) - correlation).magnitude < 0.07, "\(a) \(b): \(product(a, b))")
    }
  }

  @Test func clustersAreThoseWhoLieTogether() {
    #expect(Set(plane.clusters(3)) == [[0, 2, 5], [1, 4], [3]])
  }

  /// Once around, a quarter of a turn is as much everywhere.
  @Test func anglesRiseOnceAround() {
    let angles = [3, 1, 0].map { plane.angle($0) }
    #expect(angles[0] != angles[1] && angles[1] != angles[2])
    #expect((plane.angle(0) - plane.angle(2)).magnitude < 1e-6)
    // Opposite points are two apart on a circle of four.
    #expect(((plane.angle(0) - plane.angle(3)).magnitude - 2).magnitude < 1e-6)
    #expect((-2...2).contains(plane.angle(1)))
  }

  @Test func nobodyAndASingleVoterLieNowhere() {
    #expect(CorrelationPlane(VoteMatrix(voterCount: 0, proposalCount: 3)).points == [])
    let single = CorrelationPlane(VoteMatrix(lines: ["+-+"]))
    #expect(single.points == [.zero] && single.angle(0) == 0)
  }
}
