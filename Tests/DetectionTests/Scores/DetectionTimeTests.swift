import Consensus
import Testing

@testable import Detection

@Suite struct DetectionTimeTests {
  @Test func prefixesGrowByHalvesAndEndWithAll() {
    #expect(DetectionTime.prefixes(of: 4) == [4])
    #expect(DetectionTime.prefixes(of: 10) == [10])
    #expect(DetectionTime.prefixes(of: 50) == [10, 20, 30, 50])
    #expect(DetectionTime.prefixes(of: 120) == [10, 20, 30, 50, 70, 100, 120])
  }

  /// The first two voters differ once, on the first proposal; the third agrees with nobody for long.
  @Test(arguments: [(0.97, 3), (0.93, 1), (0.9, 0), (0.99, nil), (0.1, nil)])
  func theFirstPrefixFromWhichOnItStaysExactCounts(threshold: Double, place: Int?) {
    let first = (0..<50).map { $0 % 2 == 0 ? "+" : "-" }.joined()
    let second = "-" + first.dropFirst()
    let third = (0..<50).map { ($0 % 2 == 0) == ($0 % 3 > 0) ? "+" : "-" }.joined()
    let votes = VoteMatrix(lines: [first, second, third, String(repeating: "+", count: 50)])
    let truth = BlocTruth([.group(0), .group(0), .honest, .honest])
    // The two agree on 9 of 10, 19 of 20, 29 of 30 and 49 of 50 proposals.
    let detector = Detector(.agreementCliques, value: threshold)
    let found = DetectionTime.firstExactPrefix(of: votes, truth: truth, detector: detector)
    #expect(found == place)
  }
}
