import Consensus
import TestSupport
import Testing
import Text

struct AgreementTests {
  /// Bits against a loop over names.
  @Test func countsAsALoopWould() {
    forEverySeed(300) { draw in
      let voters = draw.int(in: 1...6)
      let proposals = draw.int(in: 0...140)
      var matrix = VoteMatrix(voterCount: voters, proposalCount: proposals)
      var table: [[VoteValue?]] = []
      for voter in 0..<voters {
        table.append((0..<proposals).map { _ in draw.element(of: [nil] + VoteValue.allCases) })
        for proposal in 0..<proposals {
          if let vote = table[voter][proposal] { matrix.set(vote, of: voter, on: proposal) }
        }
      }
      for a in 0..<voters {
        for b in 0..<voters where a != b {
          let pairs = zip(table[a], table[b]).filter { x, y in
            x != nil && y != nil && x != .abstain && y != .abstain
          }
          let alike = pairs.count { $0 == $1 }
          let comparison = matrix.comparison(of: a, and: b)
          try requireEqual(comparison.both, pairs.count)
          try requireEqual(comparison.alike, alike)
          try requireEqual(
            matrix.agreement(of: a, and: b),
            pairs.isEmpty ? 0 : Double(alike) / Double(pairs.count))
        }
        try requireEqual(matrix.agreement(of: a, and: a), 1)
      }
      draw.sometimes("more than one word of bits", proposals > 128)
    }
  }

  @Test func blocsAreSortedByCodePointsAndSize() throws {
    var consensus = try ConsensusProtocol(voters: ["é", "b", "e\u{301}", "a", "\u{1F6D1}"])
    let id = try consensus.propose(by: "a", action: "release", at: 0)
    for voter in ["é", "b", "a"] { try consensus.vote(.approve, by: voter, on: id, at: 0) }
    for voter in ["\u{1F6D1}", "e\u{301}"] { try consensus.vote(.reject, by: voter, on: id, at: 0) }
    let blocs = try consensus.detectVotingBlocs()
    #expect(
      blocs.map { $0.map(ExactText.init) } == [
        ["a", "b", "é"].map(ExactText.init), ["e\u{301}", "\u{1F6D1}"].map(ExactText.init),
      ])
  }

  @Test(arguments: [0, -0.2, 1.01, .nan])
  func refusesAThresholdOutOfRange(threshold: Double) throws {
    let consensus = try ConsensusProtocol(voters: ["a"])
    let error = #expect(throws: BlocError.self) {
      try consensus.detectVotingBlocs(threshold: threshold)
    }
    #expect(error?.code == "invalid_threshold")
  }
}
