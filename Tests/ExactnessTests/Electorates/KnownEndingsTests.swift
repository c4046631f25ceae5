import Agents
import Consensus
import Exactness
import TestSupport
import Testing

/// Rates are those that other programs come to, down to the smallest.
struct KnownEndingsTests {
  @Test func ratesAreThoseOfOtherPrograms() throws {
    var smallest = 1.0
    for line in try Fixture.lines("endings.txt") {
      let fields = line.split(separator: " ").compactMap { Double($0) }
      let (honest, opposers, accuracy, abstention) = (
        Int(fields[0]), Int(fields[1]), fields[2], fields[3]
      )
      let electorate = StochasticElectorate(
        rules: VotingRules(
          weights: Array(repeating: 1, count: honest + opposers),
          config: try ConsensusConfig(
            quorumFraction: fields[4], majorityThreshold: fields[5] / fields[6])),
        isWarranted: false,
        groups: [
          StochasticGroup(
            count: honest,
            VoteChances(
              approve: (1 - abstention) * (1 - accuracy), reject: (1 - abstention) * accuracy,
              silent: abstention)),
          StochasticGroup(count: opposers, .approving, isFaulty: true),
        ])
      let endings = try electorate.endings(ofCritical: [false])[0]
      // The chances given are rounded, and so are their thousandth powers, a thousand times more.
      let tolerance = honest <= 60 ? 1e-14 : 3e-13
      for (actual, expected) in [(endings.approved, fields[7]), (endings.undecided, fields[8])] {
        #expect(
          (actual - expected).magnitude <= tolerance * expected + 1e-270, "\(line): \(actual)")
        if expected > 0 { smallest = min(smallest, expected) }
      }
    }
    #expect(smallest < 1e-200)
  }

  /// Weights are whole numbers, and the thresholds lie beside sums of them that there are.
  @Test func ratesOfDifferentWeightsAreThoseOfOtherPrograms() throws {
    for line in try Fixture.lines("weighted.txt") {
      let fields = line.split(separator: " ").map(String.init)
      let groups = fields[0].split(separator: ",").map { group in
        group.split(separator: ":").compactMap { Double($0) }
      }
      let numbers = fields.compactMap { Double($0) }
      let electorate = StochasticElectorate(
        rules: VotingRules(
          weights: groups.flatMap { Array(repeating: $0[1], count: Int($0[0])) },
          config: try ConsensusConfig(
            quorumFraction: numbers[0], majorityThreshold: numbers[1] / numbers[2]),
          safeguards: try Safeguards(
            quorumUnit: #require(Safeguards.QuorumUnit(rawValue: fields[2])))),
        isWarranted: false,
        groups: groups.map {
          StochasticGroup(
            count: Int($0[0]), VoteChances(approve: $0[2], reject: $0[3], silent: $0[4]))
        })
      let endings = try electorate.endings(ofCritical: [false])[0]
      for (actual, expected) in [(endings.approved, numbers[3]), (endings.rejected, numbers[4])] {
        #expect((actual - expected).magnitude <= 1e-14 * expected, "\(line): \(actual)")
      }
    }
  }
}
