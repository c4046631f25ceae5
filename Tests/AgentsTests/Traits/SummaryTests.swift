import Agents
import Testing

/// The sentence that explains a strategy or a plan says what its traits say, which other tests hold
/// against what its voters do.
struct SummaryTests {
  /// A phrase stands in a sentence exactly where it is true.
  private func expect(
    _ sentence: String, _ phrases: [String], _ isTrue: Bool,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let says = phrases.contains { sentence.lowercased().contains($0) }
    #expect(says == isTrue, "\(sentence)", sourceLocation: sourceLocation)
  }

  @Test(arguments: ByzantineStrategy.standard.filter { !$0.traits.takes(.script) })
  func strategiesSayWhenTheyVoteAndWhetherTheyTally(strategy: ByzantineStrategy) {
    let (sentence, traits) = (strategy.summary, strategy.traits)
    let isLate = traits.does(.waitsForLastMoment)
    expect(sentence, ["calls the tally"], traits.callsTally)
    expect(sentence, ["calls no tally"], !traits.callsTally)
    expect(
      sentence, ["as soon as it opens", "as soon as a proposal opens", "as soon as these open"],
      !isLate)
    expect(sentence, ["just before the deadline"], isLate || traits.does(.changesVote))
    expect(sentence, ["and the opposite"], traits.does(.changesVote))
    expect(
      sentence, ["votes twice", "approves before half of the replicas"], traits.does(.votesTwice))
    expect(sentence, ["in the name of every voter"], traits.does(.forgesVotes))
    expect(sentence, ["opens unwarranted proposals"], traits.does(.opensProposals))
    expect(sentence, ["can see the other votes"], traits.observes(.votesCast))
    expect(
      sentence, ["truth", "as double_vote does"], traits.observes(.truth))
  }

  @Test func aScriptSaysWhen() {
    for strategy in ByzantineStrategy.standard where strategy.traits.takes(.script) {
      expect(strategy.summary, ["script"], true)
      expect(strategy.summary, ["calls the tally"], strategy.traits.callsTally)
    }
  }

  @Test(arguments: CollusionPlan.standard)
  func plansSayWhenTheyVoteAndOnWhat(plan: CollusionPlan) {
    let (sentence, traits) = (plan.summary, plan.traits)
    let isLate = traits.does(.waitsForLastMoment)
    expect(sentence, ["just before the deadline"], isLate)
    expect(
      sentence, ["as soon as it opens", "as soon as a proposal opens", "as soon as these open"],
      !isLate)
    expect(sentence, ["aimed at the targets"], traits.takes(.targets))
    expect(sentence, ["truth"], traits.observes(.truth))
    #expect(!traits.callsTally, "the introduction says that no plan calls a tally")
  }

  @Test func eachIsOneSentenceOfItsOwn() {
    let all = ByzantineStrategy.standard.map(\.summary) + CollusionPlan.standard.map(\.summary)
    #expect(Set(all).count == all.count)
    for sentence in all {
      #expect(sentence.last == "." && !sentence.contains(". ") && !sentence.contains("\n"))
    }
  }
}
