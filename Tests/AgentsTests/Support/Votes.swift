import Agents
import Consensus
import Experiments
import Scenarios
import Testing

/// How everyone voted on every proposal of many trials.
struct Votes {
  /// How many proposals there were.
  private(set) var proposals = 0
  /// Whether each of them was warranted.
  private(set) var isWarranted: [Bool] = []
  private var votes: [[VoteValue?]]

  /// Runs trials of a cell with a single ballot box.
  init(in scenario: Scenario, trials: ClosedRange<Int>) {
    votes = Array(repeating: [], count: scenario.voterCount)
    var world = World(scenario)
    for trial in trials {
      world.run(trial: trial)
      proposals += world.facts.count
      isWarranted += world.facts.map(\.isWarranted)
      for voter in votes.indices {
        for proposal in world.facts.indices {
          votes[voter].append(world.boxes[0].vote(of: voter, on: proposal))
        }
      }
    }
  }

  /// What a voter said on each proposal, nil where nothing of it arrived.
  func of(_ voter: Int) -> [VoteValue?] { votes[voter] }

  /// On how many proposals a voter said something, or said this.
  func count(by voter: Int, _ value: VoteValue? = nil) -> Int {
    votes[voter].count { $0 != nil && (value == nil || $0 == value) }
  }

  /// On which proposals, warranted or not, a voter said what the facts called for.
  func rightVotes(of voter: Int, whereWarranted: Bool) -> [Bool] {
    isWarranted.indices.filter { isWarranted[$0] == whereWarranted && votes[voter][$0] != .abstain }
      .map { votes[voter][$0] == (whereWarranted ? .approve : .reject) }
  }
}

/// Expects a number of events among independent chances that a probability explains.
func expectRate(
  _ events: Int, of chances: Int, is probability: Double,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let mean = Double(chances) * probability
  let deviation = (mean * (1 - probability)).squareRoot()
  #expect(chances > 0, "nothing had a chance to happen", sourceLocation: sourceLocation)
  #expect(
    abs(Double(events) - mean) <= 4.5 * deviation,
    "\(events) of \(chances) is not a rate of \(probability)", sourceLocation: sourceLocation)
}
