import Consensus
import Guarantees
import TestSupport
import Testing

/// The bound as a program of another kind has found it: see `Fixtures/generate.py`.
struct KnownBoundTests {
  @Test func theClosedFormKnowsIt() throws {
    var compared = 0
    for fields in try Fixture.lines("bound.txt").filter({ !$0.hasPrefix("#") }) {
      let known = try #require(KnownBound(fields.split(separator: " ").map(String.init)))
      for (guarantee, tolerated) in zip(Guarantee.allCases, known.tolerated) {
        let answer = ClosedForm(known.question).answer(guarantee, known.actions)
        #expect(answer.tolerated == tolerated, "\(guarantee): \(fields)")
        #expect(answer.proof == .closedForm)
        compared += 1
      }
    }
    #expect(compared == 13 * 40 * 4)
  }
}

/// One line of the file.
private struct KnownBound {
  let question: GuaranteeQuestion
  let actions: ActionKind
  let tolerated: [Int]

  init?(_ fields: [String]) {
    guard fields.count == 13, let voters = Int(fields[0]), let fraction = Double(fields[1]),
      let threshold = Double(fields[2]), let quorum = Safeguards.Quorum(rawValue: fields[3]),
      let ties = Safeguards.Ties(rawValue: fields[4]),
      let rule = Safeguards.Rule(rawValue: fields[5]),
      let tally = Safeguards.TallyTime(rawValue: fields[6]),
      let timing = Timing(rawValue: fields[7]), let actions = ActionKind(rawValue: fields[8]),
      let config = try? ConsensusConfig(
        quorumFraction: fraction, majorityThreshold: actions == .normal ? threshold : 0.37,
        supermajorityThreshold: actions == .critical ? threshold : 0.83),
      let safeguards = try? Safeguards(quorum: quorum, ties: ties, rule: rule, tally: tally)
    else { return nil }
    let weights = Array(repeating: 1.0, count: voters)
    question = GuaranteeQuestion(
      weights: weights, config: config, safeguards: safeguards, timing: timing)
    self.actions = actions
    tolerated = fields.suffix(4).compactMap { Int($0) }
  }
}
