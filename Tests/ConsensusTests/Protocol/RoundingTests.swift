import Consensus
import TestSupport
import Testing

struct RoundingTests {
  /// Weights of a result against Python's round(x, 4) (Fixtures/make_rounding.py, Python 3.11.7).
  @Test func roundsWeightsAsPythonDoes() throws {
    let lines = try Fixture.lines("python-rounding.txt")
    #expect(lines.count > 2500)
    var checked = 0
    for line in lines {
      let numbers = line.split(separator: " ").compactMap { UInt64($0, radix: 16) }
      let weight = Double(bitPattern: numbers[0])
      let rounded = Double(bitPattern: numbers[1])
      guard weight > 0 else { continue }
      var consensus = try ConsensusProtocol(voters: [Voter("a", weight: weight)])
      let id = try consensus.propose(by: "a", action: "release", at: 0)
      try consensus.vote(.approve, by: "a", on: id, at: 0)
      let result = try consensus.tally(id, at: 0)
      #expect(result.approveWeight.bitPattern == rounded.bitPattern, "\(weight)")
      checked += 1
    }
    #expect(checked > 2400)
  }

  @Test func roundsThresholds() throws {
    var consensus = try ConsensusProtocol(voters: ["a"])
    let id = try consensus.propose(by: "a", action: "terminate", at: 0)
    #expect(try consensus.tally(id, at: 0).thresholdUsed == 0.6667)
  }
}
