import Consensus
import Guarantees
import Testing

/// Under synchronous timing every honest vote reaches every replica by the deadline.
struct SynchronousAgreementTests {
  /// Both roads to the answer.
  private func answers(
    _ weights: [Double], _ safeguards: Safeguards = .none, config: ConsensusConfig = .standard
  ) throws -> [GuaranteeAnswer] {
    let question = GuaranteeQuestion(
      weights: weights, config: config, safeguards: safeguards, timing: .synchronous)
    var exhaustive = try #require(Exhaustive(question))
    return [
      ClosedForm(question).answer(.agreement, .normal), exhaustive.answer(.agreement, .normal),
    ]
  }

  /// Nobody is left who could tell two replicas different votes and leave two honest voters.
  @Test func twoHonestVotersHearTheSame() throws {
    for answer in try answers([3, 0.5]) {
      #expect(answer.tolerated == 2)
      #expect(answer.attack == nil && answer.proof != .lowerBound)
    }
  }

  /// No replica takes a tally that others call, so it makes no difference whether others may.
  @Test(arguments: Safeguards.TallyTime.allCases)
  func withoutFaultsReplicasAgree(tally: Safeguards.TallyTime) throws {
    for weights in [[1, 1, 1, 1], [4, 2, 1], [5, 3, 3, 1]] as [[Double]] {
      let safeguards = try Safeguards(quorumUnit: .weight, tally: tally)
      for answer in try answers(weights, safeguards) {
        #expect(answer.tolerated == 0)
        #expect(answer.proof != .lowerBound)
        let attack = try #require(answer.attack)
        #expect(attack.faulty.count == 1)
        // Each replica has heard every honest voter.
        for view in attack.views {
          let heard = view.arrivals.map(\.voter).filter { !attack.faulty.contains($0) }
          #expect(heard.count == weights.count - 1)
        }
      }
    }
  }

  /// Sums of tenths depend on the order of the votes, which may differ from replica to replica.
  @Test func theOrderOfVotesIsStillTheAdversarys() throws {
    let answers = try answers(
      [0.1, 0.2, 0.3, 0.6], config: try ConsensusConfig(quorumFraction: 1))
    #expect(answers[1].attack?.faulty == [])
    #expect(answers[0].proof == .lowerBound)
  }
}
