import Consensus
import JSON
import SampleElectorates

extension Benchmark {
  static let protocolItself = [
    Benchmark(name: "SHA-256") { hashes() },
    Benchmark(name: "the named protocol") { auditedProtocol() },
    Benchmark(name: "agreement") { agreement() },
  ]

  private static func hashes() -> [BenchmarkResult] {
    let bytes = [UInt8](repeating: 7, count: 1 << 24)
    let seconds = Stopwatch.seconds(laps: 5) { keep(SHA256.hash(bytes).leading64) }
    return [BenchmarkResult("SHA-256", Double(bytes.count) / seconds / 1e6, "MB/s")]
  }

  /// The protocol as applications use it: names, vote hashes, the chained audit log.
  private static func auditedProtocol() -> [BenchmarkResult] {
    let voters = (1...31).map { Voter("mon-\($0)") }
    let proposals = 1000
    let seconds = Stopwatch.seconds(laps: 3) {
      guard var consensus = try? ConsensusProtocol(voters: voters) else { return }
      for _ in 0..<proposals {
        guard
          let proposal = try? consensus.propose(
            by: "mon-1", action: "quarantine", target: "worker-1", at: 0)
        else { return }
        for voter in voters {
          _ = try? consensus.vote(.approve, by: voter.id, on: proposal, reason: "seen", at: 1)
        }
        _ = try? consensus.tally(proposal, at: 2)
      }
      keep(consensus.voterCount)
    }
    return [
      BenchmarkResult(
        "audited protocol, 31 voters", Double(proposals * 31) / seconds / 1e6, "M votes/s")
    ]
  }

  private static func agreement() -> [BenchmarkResult] {
    let design = ElectorateDesign(voters: 200, proposals: 10_000, accuracy: 0.85)
    let votes = SampleElectorate(design, seed: 1, number: 0).votes
    let seconds = Stopwatch.seconds(laps: 3) {
      for voter in 0..<200 {
        for other in 0..<voter { keep(votes.agreement(of: voter, and: other)) }
      }
    }
    return [BenchmarkResult("agreement, 200 voters × 10,000 proposals", seconds * 1e3, "ms")]
  }
}
