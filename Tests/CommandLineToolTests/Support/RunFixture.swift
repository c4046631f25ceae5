import TestSupport

@testable import CommandLineTool

/// Commands that compute results, in a folder of their own.
struct RunFixture {
  /// Two cells of one unit each.
  static let small = """
    {"name": "small", "trials": 40,
     "voters": [
       {"name": "h", "role": "honest", "count": 3, "accuracy": 0.9,
        "latency": {"exponential": {"mean": 0.5}}},
       {"name": "t", "role": "byzantine", "count": 1, "strategy": "rush"}],
     "workload": {"proposals": 2},
     "sweep": {"safeguards.tally": ["anytime", "decisive"]}}
    """

  /// Many cells of one unit each.
  static let many = small.replacing("\"small\", \"trials\": 40", with: "\"many\", \"trials\": 10")
    .replacing(
      "[\"anytime\", \"decisive\"]}",
      with: """
        ["anytime", "decisive"], "config.quorum_fraction": {"from": 0.1, "to": 1, "step": 0.1}}
        """)

  let folder = TemporaryFolder()

  /// Runs a command line, in which `@` stands for the folder.
  func run(
    _ line: String, stop: StopRequest = StopRequest(), files: [String: String] = [:]
  ) async -> Outcome {
    let own = ["s.json": Self.small, "m.json": Self.many]
    return await Program.quorumlab.outcome(
      of: line.replacing("@", with: folder.path),
      in: .init(files: own.merging(files) { $1 }, stopRequest: stop))
  }

  /// The files of a result that must not depend on how it was computed.
  func result(_ name: String) throws -> [String: [UInt8]] {
    try folder.files(in: name).filter { $0.key != "run.log.json" }
  }
}
