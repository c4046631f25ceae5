import Consensus
import TestSupport
import Testing

@testable import Detection

/// The detectors find what their prototypes find in the same votes.
@Suite struct PrototypeTests {
  @Test(arguments: [Detector.Method.sharedErrors, .copying])
  func pairwiseMethodsFindTheSameBlocs(method: Detector.Method) throws {
    for example in Effort.some(of: try PrototypeCase.all(), inDebugEvery: 3) {
      let expected = try #require(example.answers(of: method.name).first)
      let found = Detector(method).findings(in: example.votes).blocs.map(\.members)
      #expect(found == [[Int]](words: expected), "\(example.name)")
    }
  }

  @Test func pairScoresAreTheSame() throws {
    for example in Effort.some(of: try PrototypeCase.all(), inDebugEvery: 3) {
      let agreement = PairTable(agreementOf: example.votes)
      let kappa = PairTable(kappaOf: example.votes)
      let copying = Copying(example.votes)
        .findBlocs(voterCount: example.votes.voterCount, alpha: 0.01).scores
      for (table, name, tolerance) in [
        (agreement, "agreement", 1e-6), (kappa, "kappa", 1e-5), (copying, "pair", 1e-9),
      ] {
        for answer in example.answers(of: name) {
          let a = try #require(Int(answer[0]))
          let b = try #require(Int(answer[1]))
          let expected = try #require(Double(answer[2]))
          let difference = (table[a, b] - expected).magnitude
          #expect(difference <= tolerance * max(1, expected), "\(example.name) \(name) \(a) \(b)")
        }
      }
    }
  }

  /// Where the prior of accuracies and the price of size tell something else: the first two are
  /// true blocs that the prototype misses, the third are honest voters that it accuses.
  private static let improved: [String: [[Int]]] = [
    "n20-P20-f2-p0.92-c0.5": [[7, 11]], "n31-P20-f2-p0.75-c0.2": [[19, 23]], "clones-f0": [],
  ]

  @Test func groupLikelihoodFindsTheSameBlocsOrBetterOnes() throws {
    for example in try PrototypeCase.all() where Self.isAffordable(example) {
      let answer = try #require(example.answers(of: "group_likelihood").first)
      let expected = [[Int]](words: answer.map { $0.split(separator: ":")[0] })
      let found = Detector(.groupLikelihood).findings(in: example.votes).blocs.map(\.members)
      #expect(found == Self.improved[example.name] ?? expected, "\(example.name)")
    }
  }

  /// Unoptimised code is some fifty times slower.
  private static func isAffordable(_ example: PrototypeCase) -> Bool {
    Effort.isWhole || example.votes.voterCount * example.votes.proposalCount <= 400
      || example.name == "clones-f0"
  }
}
