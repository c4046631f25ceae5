import Detection
import Experiments
import Metrics
import Scenarios
import Testing

struct TrialBlocsTests {
  /// What is shown of a trial is what was counted of it.
  @Test(arguments: ["central", "replicated"])
  func blocsAreThoseOfTheSameTrialWithinARun(mode: String) throws {
    let scenario = try ScenarioFile(
      parsing: """
        {"name": "blocs", "mode": "\(mode)",
         "voters": [
           {"name": "h", "role": "honest", "count": 5, "accuracy": 0.9},
           {"name": "ring", "role": "colluding", "count": 3, "plan": "oppose", "camouflage": 0.7}],
         "workload": {"proposals": 60},
         "detectors": [{"method": "agreement_cliques"}, {"method": "shared_errors"}]}
        """
    ).cells[0].scenario
    var trials = Trials(scenario)
    var exact = 0
    for number in 1...12 {
      let shown = TrialBlocs(scenario, trial: number)
      #expect(shown.truth == [["ring-1", "ring-2", "ring-3"]])
      #expect(shown.reports.map(\.method) == scenario.detectors.map(\.method))
      let scores = trials.scores(of: number...number)
      let blocs = try #require(scores?.first).blocs
      for (report, counted) in zip(shown.reports, blocs) {
        #expect(counted.score.isExact == (report.blocs == shown.truth))
        #expect(counted.score.hasReport == !report.blocs.isEmpty)
        let innocents = Set(report.blocs.joined().filter { $0.hasPrefix("h-") })
        #expect(counted.score.innocents == innocents.count)
        if counted.score.isExact { exact += 1 }
      }
    }
    #expect(0 < exact && exact < 24)
  }
}
