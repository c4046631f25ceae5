import Agents
import Maths
import Metrics
import Scenarios
import TestSupport
import Testing

@testable import Tuning

/// What all honest voters may have more or less of.
struct HonestQualityTests {
  @Test func nobodyIsRaisedBeyondWhatThereCanBe() {
    let role = HonestRole(accuracy: Accuracy(warranted: 0.9, unwarranted: 0.2), correlation: 0.5)
    let better = HonestQuality.accuracy.raised(by: 0.25, role)
    #expect(better.accuracy == Accuracy(warranted: 1, unwarranted: 0.45))
    #expect(better.correlation == 0.5)
    #expect(HonestQuality.accuracy.raised(by: -0.25, role).accuracy.unwarranted == 0)
    let closer = HonestQuality.correlation.raised(by: 0.25, role)
    #expect(closer.correlation == 0.75)
    #expect(closer.accuracy == role.accuracy)
  }

  private static func text(_ more: String) -> String {
    """
    {"name": "five", "voters": [
      {"name": "m", "role": "honest", "count": 2, "abstain": 0.05, "correlation": 0.3,
       "accuracy": {"warranted": 0.85, "unwarranted": 0.7}, "latency": {"exponential": {"mean": 0.5}}},
      {"name": "n", "role": "honest", "count": 2, "accuracy": 0.8, "correlation": 0.1,
       "latency": {"exponential": {"mean": 0.5}}},
      {"name": "t", "role": "byzantine", "strategy": "oppose", "count": 1}],
     "safeguards": {"authentication": "hmac"},
     "workload": {"proposals": 5, "actions": {"quarantine": 1, "terminate": 1}}\(more)}
    """
  }

  /// One value more than the degree tells all others, for every strategy and every plan, whenever
  /// tallies may come.
  @Test(arguments: [HonestQuality.accuracy, .correlation])
  func theHarmIsAPolynomial(_ quality: HonestQuality) throws {
    let plan = try TuneStudyTests.plan(
      Self.text(
        #"""
        , "tune": {"search": {"quorum_fraction": [0.3, 0.5, 0.7], "ties": "all", "tally": "all",
          "rule": "all"}}
        """#))
    let settings = plan.configurations.map(\.settings)
    let values = quality.values(in: plan.scenario)
    let (least, greatest) = (-(values.min() ?? 0), 1 - (values.max() ?? 1))
    var names: [String] = []
    for adversary in plan.attackers {
      func harms(_ place: Double) -> [Double?] {
        let shift = least + (greatest - least) * (1 + place) / 2
        return adversary.changingHonest { quality.raised(by: shift, $0) }
          .values(under: settings, of: [.expectedHarm]).map { $0[0].value }
      }
      let nodes = ChebyshevNodes(HonestQuality.degree(of: adversary) + 1)
      let known = nodes.places.map(harms)
      let extra = [-1, -0.63, 0.11, 0.57, 1].map { (place: $0, harms: harms($0)) }
      for place in settings.indices {
        let values = known.compactMap { $0[place] }
        guard values.count == nodes.places.count else { continue }
        if names.last != adversary.name { names.append(adversary.name) }
        let series = ChebyshevSeries(values, at: nodes)
        for one in extra {
          let harm = try #require(one.harms[place])
          #expect(
            (series.value(at: one.place) - harm).magnitude < 1e-13,
            "\(adversary.name) at \(one.place) under \(place)")
        }
      }
    }
    #expect(names == plan.attackers.map(\.name), "of each of them something is exact")
  }

  @Test func theDegreeCountsHonestVoters() throws {
    let plan = try TuneStudyTests.plan(
      Self.text(
        #"""
        , "tune": {"adversaries": [{"name": "liar", "role": "byzantine", "strategy": "oppose"},
          {"name": "careless", "role": "honest", "accuracy": 0.5}], "search": {"ties": "all"}}
        """#))
    #expect(plan.attackers.map(HonestQuality.degree) == [4, 4])
  }
}
