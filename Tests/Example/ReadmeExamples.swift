import CSV
import Consensus
import Reports
import Results
import Scenarios

/// What the README shows under "In Swift", so that it compiles; a test holds both together.
enum ReadmeExamples {
  static func vote() throws {
    var consensus = try ConsensusProtocol(
      voters: ["mon-1", "mon-2", Voter("mon-3", weight: 2)],
      safeguards: Safeguards(quorum: .bft, ties: .reject))
    let proposal = try consensus.propose(
      by: "mon-1", action: "quarantine", target: "worker-7", at: 0)
    try consensus.vote(.approve, by: "mon-2", on: proposal, at: 0.5)
    try consensus.vote(.approve, by: "mon-3", on: proposal, at: 1)
    print(try consensus.tally(proposal, at: 2).decision)
  }

  static func run(_ text: String, into folder: String) async throws {
    let file = try ScenarioFile(parsing: text)
    let run = try ResumableRun(file, into: folder, options: .init(threads: 2))
    for await event in run.run() {
      switch event {
      case .progress(let progress): print("\(progress.trialsDone) of \(progress.trials) trials")
      case .computed(let log): print("\(log.progress.units) units are done")
      case .finished(let summary): print("\(summary?.table.rows.count ?? 0) cells")
      case .interrupted(let progress): print("\(progress.unitsDone) units are kept")
      case .failed(let error): print(error.messages.joined(separator: "\n"))
      }
    }
  }
}
