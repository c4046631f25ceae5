import Consensus
import Detection
import Experiments
import Guarantees
import Scenarios

extension Benchmark {
  /// What is worked out without trials: blocs found, exact rates, certificates.
  static let answers = [
    Benchmark(name: "detectors") { detectors() },
    Benchmark(name: "exact") { exact() },
    Benchmark(name: "certify") { certificates() },
  ]

  private static func detectors() -> [BenchmarkResult] {
    [100, 200].flatMap { voters in
      let votes = votes(ofRingAmong: voters, proposals: 1000)
      return Detector.Method.allCases.map { method in
        let seconds = Stopwatch.seconds(laps: 3) { keep(Detector(method).findings(in: votes)) }
        return BenchmarkResult(
          "\(method.rawValue), \(voters) voters × 1,000 proposals", seconds * 1e3, "ms")
      }
    }
  }

  /// Voters who are right in 17 of 20 cases; every other time a third of them follow a coin.
  private static func votes(ofRingAmong voters: Int, proposals: Int) -> VoteMatrix {
    var matrix = VoteMatrix(voterCount: voters, proposalCount: proposals)
    var luck = Xoshiro256()
    for proposal in 0..<proposals {
      let (isWarranted, plan) = (luck.next() >> 63 == 1, luck.next() >> 62)
      for voter in 0..<voters {
        let sees = isWarranted != (luck.next() % 20 >= 17)
        let isPlanned = voter < voters / 3 && plan >= 2
        matrix.set((isPlanned ? plan == 3 : sees) ? .approve : .reject, of: voter, on: proposal)
      }
    }
    return matrix
  }

  private static func exact() -> [BenchmarkResult] {
    let cell = cell(voters: 1000, proposals: 50, trials: 1)
    let seconds = Stopwatch.seconds(laps: 3) {
      keep(ExactAnalysis(cell).value(of: .falseApprovalRate))
    }
    return [BenchmarkResult("exact rates, 1,000 voters", seconds * 1e3, "ms")]
  }

  private static func certificates() -> [BenchmarkResult] {
    [(4, "4"), (100_000, "100,000")].map { voters, name in
      let question = GuaranteeQuestion(weights: Array(repeating: 1, count: voters))
      let seconds = Stopwatch.seconds(laps: 3) { keep(Certificate(question).answers.count) }
      return BenchmarkResult("a certificate, \(name) voters", seconds * 1e3, "ms")
    }
  }
}
