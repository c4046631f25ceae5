import Agents
import Experiments
import Metrics
import Scenarios
import TestSupport
import Testing

/// What a run counts is never refused when it is read again: the bounds on stored counts hold for
/// every behaviour, network and rule.
struct PossibleCountsTests {
  @Test func countsOfAnyScenarioArePossible() {
    // A script would have to be made up.
    let strategies = ByzantineStrategy.standard.filter { !$0.traits.takes(.script) }
    forEverySeed(2000, inDebug: 100) { draw in
      let scenario = try draw.mixedScenario(strategies: strategies)
      var trials = Trials(scenario)
      let count = draw.int(in: 1...6)
      let counts = trials.run(1...count)
      do throws(Contradiction) {
        try counts.requirePossible(
          trials: count, detectors: scenario.detectors.count, in: scenario.metricScope)
        try counts.requireSums(of: (trials.scores(of: 1...count) ?? []).map(\.counts))
      } catch {
        try require(false, "\(error.message)")
      }
    }
  }
}
