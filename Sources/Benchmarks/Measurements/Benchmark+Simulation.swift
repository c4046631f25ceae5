import Experiments
import Files
import Metrics
import Scenarios
import Synchronization
import Text

extension Benchmark {
  static let simulation = [
    Benchmark(name: "votes of 7") { votes(of: 7) },
    Benchmark(name: "votes of 31") { votes(of: 31) },
    Benchmark(name: "threads") { await threads() },
    Benchmark(name: "large trials") { largeTrials() },
    Benchmark(name: "a million trials") { await aMillionTrials() },
  ]

  /// Simulated votes, compared with the bare loop.
  private static func votes(of voters: Int) -> [BenchmarkResult] {
    let cell = cell(voters: voters, proposals: 50, trials: 1)
    let trialCount = 20_000 / voters
    let votes = Double(trialCount * 50 * voters)
    var trials = Trials(cell)
    var bare = BareLoop(voters: voters)
    var seconds = (first: Double.infinity, second: Double.infinity)
    // The laps of the yardstick and of the simulation alternate, so that noise affects both.
    for _ in 0..<15 {
      let first = Stopwatch.seconds(laps: 1) {
        for _ in 0..<trialCount { bare.run(proposals: 50) }
      }
      let second = Stopwatch.seconds(laps: 1) { keep(trials.run(1...trialCount).trials) }
      seconds = (min(seconds.first, first), min(seconds.second, second))
    }
    let rates = (bare: votes / seconds.first / 1e6, real: votes / seconds.second / 1e6)
    let name = "bare loop, \(voters) voters"
    return [
      BenchmarkResult(name, rates.bare, "M votes/s"),
      BenchmarkResult(
        "simulation, \(voters) voters", rates.real, "M votes/s", ratio: rates.real / rates.bare,
        to: name),
    ]
  }

  /// The same work on one thread and on as many as there are processors.
  private static func threads() async -> [BenchmarkResult] {
    let file = file(voters: 31, proposals: 50, trials: 4000)
    let count = Host.processorCount
    var one = Double.infinity
    var all = Double.infinity
    for _ in 0..<3 {
      one = min(one, await Stopwatch.seconds(laps: 1) { await run(file, threads: 1) })
      all = min(all, await Stopwatch.seconds(laps: 1) { await run(file, threads: count) })
    }
    let votes = Double(4000 * 50 * 31)
    let name = "1 thread, 31 voters"
    return [
      BenchmarkResult(name, votes / one / 1e6, "M votes/s"),
      BenchmarkResult(
        "\(count) threads, 31 voters", votes / all / 1e6, "M votes/s", ratio: one / all, to: name),
    ]
  }

  private static func largeTrials() -> [BenchmarkResult] {
    func seconds(_ cell: Scenario) -> Double {
      Stopwatch.seconds(laps: 3) {
        var trials = Trials(cell)
        keep(trials.run(1...1).trials)
      }
    }
    return [
      BenchmarkResult(
        "a trial, 1,000 voters × 1,000 proposals",
        seconds(cell(voters: 1000, proposals: 1000, trials: 1)), "s"),
      BenchmarkResult(
        "a trial, 100 replicas × 50 proposals",
        seconds(cell(voters: 100, proposals: 50, trials: 1, mode: "replicated")), "s"),
    ]
  }

  private static func aMillionTrials() async -> [BenchmarkResult] {
    let file = file(voters: 4, proposals: 1, trials: 1_000_000)
    let seconds = await Stopwatch.seconds(laps: 2) {
      await run(file, threads: Host.processorCount)
    }
    return [
      BenchmarkResult(
        "1,000,000 trials, 4 voters, \(Host.processorCount) threads", seconds, "s")
    ]
  }

  private static func run(_ file: ScenarioFile, threads: Int) async {
    let plan = UnitPlan(file)
    let runner = UnitRunner(file, plan: plan, threads: threads, interruption: Interruption())
    await runner.run(Array(0..<plan.count)) { _, counts in keep(counts.trials) }
  }

  static func cell(
    voters: Int, proposals: Int, trials: Int, mode: String = "central"
  ) -> Scenario {
    file(voters: voters, proposals: proposals, trials: trials, mode: mode).cells[0].scenario
  }

  /// Honest voters with exponential latency; a third of them oppose.
  private static func file(
    voters: Int, proposals: Int, trials: Int, mode: String = "central"
  ) -> ScenarioFile {
    let faulty = (voters - 1) / 3
    let text = """
      {"name": "bench", "trials": \(trials), "mode": "\(mode)",
       "voters": [
         {"name": "honest", "role": "honest", "count": \(voters - faulty), "accuracy": 0.9,
          "latency": {"exponential": {"mean": 0.5}}},
         {"name": "traitor", "role": "byzantine", "count": \(faulty), "strategy": "oppose",
          "latency": {"exponential": {"mean": 0.5}}}],
       "workload": {"proposals": \(proposals)}}
      """
    do {
      return try ScenarioFile(parsing: text)
    } catch {
      preconditionFailure("the benchmark's scenario is not valid: \(error.problems)")
    }
  }
}
