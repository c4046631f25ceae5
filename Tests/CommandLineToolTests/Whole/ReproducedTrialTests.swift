import TestSupport
import Testing

@testable import CommandLineTool

/// Three trials that `reproduce_trials.py` makes again from the text on random streams alone, in
/// Python and without this code: here the program prints them, there the script compares.
struct ReproducedTrialTests {
  @Test(arguments: [("tie-attack", 3), ("ring", 1), ("network", 1)])
  func theProgramPrintsTheTrialsOfTheScript(name: String, trial: Int) async throws {
    var world = RecordingDevice.World()
    world.files["s.json"] = try Fixture.text("Reproduction/\(name).scenario.json")
    let outcome = await Program.quorumlab.outcome(
      of: "trace s.json --trial \(trial) --format jsonl", in: world)
    #expect(outcome.status == .success && outcome.error.isEmpty)
    #expect(outcome.output == (try Fixture.text("Reproduction/\(name).jsonl")))
  }
}
