import Agents
import Scenarios

/// Runs a trial twice, in a world that is new and in one that has seen other trials, and compares.
public struct DeterminismCheck: Sendable {
  /// Where the two began to differ.
  public struct Difference: Sendable, Equatable {
    /// The number of the first event that differs, from 1.
    public let event: Int
    /// What happened the first time; nil if it was over.
    public let first: Transcript.Entry?
    /// What happened the second time; nil if it was over.
    public let second: Transcript.Entry?
  }

  /// How many events the trial has.
  public let eventCount: Int
  /// The first difference; nil where there is none, as it should be.
  public let difference: Difference?

  /// Checks a trial of a cell.
  public init(_ scenario: Scenario, trial: Int) {
    var world = World(scenario)
    let first = Transcript(scenario, trial: trial, in: &world)
    world.run(trial: trial + 1)
    self.init(first, Transcript(scenario, trial: trial, in: &world))
  }

  init(_ first: Transcript, _ second: Transcript) {
    eventCount = max(first.entries.count, second.entries.count)
    difference = (0..<eventCount).lazy
      .map { event in
        Difference(
          event: event + 1, first: first.entry(event), second: second.entry(event))
      }
      .first { $0.first != $0.second }
  }
}

extension Transcript {
  fileprivate func entry(_ index: Int) -> Entry? {
    entries.indices.contains(index) ? entries[index] : nil
  }
}
