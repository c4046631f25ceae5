import Agents
import Consensus
import Detection
import Scenarios

/// The reports of the detectors of a cell on one trial, and the truth, with the names of the
/// voters.
public struct TrialBlocs: Sendable, Equatable {
  /// The report of one detector.
  public struct Report: Sendable, Equatable {
    /// The method of the detector.
    public let method: Detector.Method
    /// The blocs reported.
    public let blocs: [[String]]
  }

  /// The colluding voters, by group.
  public let truth: [[String]]
  /// The report of each detector, in the order of the scenario.
  public let reports: [Report]

  /// Runs a trial of a cell and its detectors.
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
  /// The votes of a trial after its end, as detectors see them.
  ///
  /// Replicas differ in few votes, so the first one stands for all. Without honest voters there is
  /// no replica, and there are no votes.
  init(seenIn world: borrowing World) {
    let votes = world.boxes.first.map { VoteMatrix($0) }
    self = votes ?? VoteMatrix(voterCount: world.electorate.voterCount, proposalCount: 0)
  }
}
