import Agents
import Scenarios

/// Runs a trial twice, in a new world and in one that has run other trials, and compares the
/// events.
package struct DeterminismCheck: Sendable {
  /// The first difference between the two runs.
  package struct Difference: Sendable, Equatable {
    /// The number of the first event that differs, from 1.
    package let event: Int
    /// What happened the first time; nil if the trial was over.
    package let first: Transcript.Entry?
    /// What happened the second time; nil if the trial was over.
    package let second: Transcript.Entry?
  }

  /// The number of events of the trial.
  package let eventCount: Int
  /// The first difference; nil if there is none, as expected.
  package let difference: Difference?

  /// Runs a trial of a cell twice and compares the events.
  package init(_ scenario: Scenario, trial: Int) {
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
