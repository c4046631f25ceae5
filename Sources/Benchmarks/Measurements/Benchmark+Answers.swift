import Detection
import Exactness
import Experiments
import Guarantees
import Metrics
import SampleElectorates
import Scenarios

extension Benchmark {
  /// What is computed without trials: blocs, exact rates, certificates.
  static let answers = [
    Benchmark(name: "detectors") { detectors() },
    Benchmark(name: "exact") { exact() },
    Benchmark(name: "certify") { certificates() },
  ]

  private static func detectors() -> [BenchmarkResult] {
    [100, 200].flatMap { voters in
      let design = ElectorateDesign.halfCamouflagedRing(voters: voters, proposals: 1000)
      let votes = SampleElectorate(design, seed: 1, number: 0).votes
      return Detector.Method.standard.map { method in
        let seconds = Stopwatch.seconds(laps: 3) { keep(Detector(method).findings(in: votes)) }
        return BenchmarkResult(
          "\(method.name), \(voters) voters × 1,000 proposals", seconds * 1e3, "ms")
      }
    }
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
