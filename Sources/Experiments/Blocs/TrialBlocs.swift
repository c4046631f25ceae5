import Agents
import Consensus
import Detection
import Scenarios

/// What the detectors of a cell report of one trial, beside the truth, by the names of the voters.
public struct TrialBlocs: Sendable, Equatable {
  /// What one detector reports.
  public struct Report: Sendable, Equatable {
    /// The method of the detector.
    public let method: Detector.Method
    /// The blocs reported.
    public let blocs: [[String]]
  }

  /// The voters who collude, group by group.
  public let truth: [[String]]
  /// What each detector reports, in the order in which the scenario lists them.
  public let reports: [Report]

  /// Runs a trial of a cell and lets its detectors look at it.
  public init(_ scenario: Scenario, trial: Int) {
    var world = World(scenario)
    world.run(trial: trial)
    let votes = VoteMatrix(seenIn: world)
    let names = scenario.voterIDs
    func named(_ blocs: [[Int]]) -> [[String]] { blocs.map { $0.map { names[$0] } } }
    truth = named(BlocTruth(scenario).blocs)
    reports = scenario.detectors.map { detector in
      Report(
        method: detector.method,
        blocs: named(detector.findings(in: votes).blocs.map(\.members)))
    }
  }
}

extension VoteMatrix {
  /// The votes of a trial that has ended, as detectors see them.
  ///
  /// Replicas differ in few votes; the first one stands for all. Without honest voters there is
  /// none, and nothing to look at.
  init(seenIn world: borrowing World) {
    let votes = world.boxes.first.map { VoteMatrix($0) }
    self = votes ?? VoteMatrix(voterCount: world.electorate.voterCount, proposalCount: 0)
  }
}
