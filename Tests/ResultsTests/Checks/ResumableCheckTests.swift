import Experiments
import Foundation
import JSON
import Scenarios
import TestSupport
import Testing

@testable import Results

struct ResumableCheckTests {
  private let folder = TemporaryFolder()

  private static let trials = Effort.count(300, inDebug: 150)

  /// Expectations of each kind: on a rate, a mean, a percentile, an event, a count and a detector.
  private func file(seed: Int = 1, limit: Double = 0.55) throws -> ScenarioFile {
    try ScenarioFile(
      parsing: """
        {"name": "check", "seed": \(seed), "trials": \(Self.trials), "voters": [
           {"name": "h", "role": "honest", "count": 2, "accuracy": 0.9, "correlation": 0.5,
            "latency": {"exponential": {"mean": 1}}},
           {"name": "slow", "role": "honest", "count": 1, "accuracy": 0.9,
            "latency": {"exponential": {"mean": 1.1}}},
           {"name": "t", "role": "byzantine", "count": 1, "strategy": "rush"}],
         "workload": {"proposals": 3}, "sweep": {"safeguards.tally": ["anytime", "decisive"]},
         "detectors": [{"method": "agreement_cliques", "threshold": 0.9}],
         "expect": [{"metric": "correct_rate", "at_least": \(limit)},
                    {"metric": "latency_mean", "at_most": 0.8},
                    {"metric": "latency_p50", "at_most": 0.5},
                    {"metric": "unsafe_trial_rate", "at_most": 0.6},
                    {"metric": "votes_refused", "at_most": 100},
                    {"metric": "innocent_rate", "at_most": 0.3}]}
        """)
  }

  private func check(
    _ file: ScenarioFile, _ place: ResumableCheck.Place, trialsMax: Int? = nil,
    pause: Duration = .zero
  ) throws(ResultError) -> ResumableCheck {
    try ResumableCheck(file, trialsMax: trialsMax, keptIn: place, pause: pause)
  }

  private func named(_ name: String = "c") -> ResumableCheck.Place { .folder(folder.place(name)) }

  /// The verdicts as texts; a check is stopped after so many units that it did not find there.
  private func verdicts(
    _ check: ResumableCheck, threads: Int = 2, stoppingAfter units: Int = .max
  ) async -> [String] {
    let interruption = Interruption()
    var done = 0
    let cells = await check.decide(threads: threads, interruption: interruption) { _ in
      done += 1
      if done >= units { interruption.raise() }
    }
    return cells.flatMap { cell in cell.verdicts.map { String(describing: $0) } }
  }

  /// The verdicts without any interruption.
  private func whole(_ file: ScenarioFile, trialsMax: Int? = nil) async throws -> [String] {
    await verdicts(try check(file, .nowhere, trialsMax: trialsMax), threads: 1)
  }

  private func journal(_ name: String = "c") throws -> [UInt8] {
    try folder.read("\(name)/unfinished.check")
  }

  @Test(arguments: [1, 3])
  func whatIsInterruptedGoesOnToTheSameVerdicts(threads: Int) async throws {
    let file = try file()
    let whole = try await whole(file)
    var kept = 0
    while true {
      let next = try check(file, named())
      // Each time a few more, among them the first unit of the second cell.
      let verdicts = await verdicts(next, threads: threads, stoppingAfter: kept + 5)
      guard let unfinished = next.unfinished else {
        #expect(verdicts == whole)
        break
      }
      #expect(unfinished.path == folder.place("c/unfinished.check"))
      #expect(unfinished.units == kept + 5)
      kept = unfinished.units
    }
    #expect(kept >= Effort.count(15, inDebug: 10))
    #expect(try folder.files().isEmpty)
  }

  @Test func theEventsEndWithTheVerdicts() async throws {
    let file = try file()
    var trials: [Int] = []
    var decided: [String]?
    for await event in try check(file, named()).run(threads: 2) {
      switch event {
      case .progress(let progress): trials.append(progress.trials)
      case .decided(let cells):
        decided = cells.flatMap { cell in cell.verdicts.map { String(describing: $0) } }
      }
    }
    #expect(trials.first == 16)
    #expect(try await whole(file) == decided)
  }

  /// The units of the journal decide, so they were not run again.
  @Test func whatIsKeptIsNotRunAgain() async throws {
    let file = try file()
    _ = await verdicts(try check(file, named()), stoppingAfter: 4)
    let lines = try journal().split(separator: SealedLine.lineEnd)
    let value = try #require(SealedLine.open(lines[2])).root.value.text()
    // All decisions of 16 trials were right; that is 48 of 48.
    let changed = try #require(value.firstMatch(of: #/"samples":\["[^"]*"/#))
    let forged = value.replacing(changed.output, with: #""samples":["3/3*16""#)
    #expect(forged != value)
    let line = SealedLine.seal(try JSONDocument(parsing: Array(forged.utf8)).root.value)
    let text = lines.enumerated().flatMap { index, old in
      index == 2 ? line : Array(old) + [SealedLine.lineEnd]
    }
    try folder.write(text, to: "c/unfinished.check")
    #expect(await verdicts(try check(file, named())) != (try await whole(file)))
  }

  @Test func anIncompleteLineIsRunAgain() async throws {
    let file = try file()
    _ = await verdicts(try check(file, named()), stoppingAfter: 4)
    let whole = try await whole(file)
    let text = try journal()
    for count in [0, 1, 80, text.count / 2, text.count - 1] {
      try folder.write(text.prefix(count), to: "c/unfinished.check")
      #expect(await verdicts(try check(file, named())) == whole)
    }
  }

  @Test func whatNoTrialsHaveIsDamage() async throws {
    let file = try file()
    _ = await verdicts(try check(file, named()), stoppingAfter: 2)
    let lines = try journal().split(separator: SealedLine.lineEnd)
    let value = try #require(SealedLine.open(lines[1])).root.value.text()
    let start = #""samples":["#
    let changes: [(old: String, new: String)] =
      [#""0/1*17""#, #""x""#, #""0/-1*16""#, #""nan/1*16""#, #""1/1*16;1/1""#, "1"].map {
        (start, start + $0 + ",")
      } + [(#""unit":0"#, #""unit":5"#), (start, #""sample":["#)]
    for (old, new) in changes {
      let document = try JSONDocument(parsing: Array(value.replacing(old, with: new).utf8))
      try folder.write(
        Array(lines[0]) + [SealedLine.lineEnd] + SealedLine.seal(document.root.value),
        to: "c/unfinished.check")
      for place in [named(), .folderIfPossible(folder.place("c"))] {
        let wrong = problem { () throws(ResultError) in try check(file, place) }
        #expect(wrong?.kind == .badData && wrong?.text.contains("remove it to start over") == true)
      }
    }
  }

  // MARK: Another check

  @Test func theWorkOfAnotherCheckIsDroppedAndSaid() async throws {
    let first = try file()
    let others: [(ScenarioFile, Int?, String)] = [
      (try file(seed: 2), nil, "scenario_sha256"), (try file(limit: 0.6), nil, "scenario_sha256"),
      (first, 20, "units"), (first, Self.trials, "max_trials"),
    ]
    for (other, trialsMax, key) in others {
      for place in [named("r/c"), .folderIfPossible(folder.place("r/c"))] {
        _ = await verdicts(try check(first, named("r/c")), stoppingAfter: 5)
        let second = try check(other, place, trialsMax: trialsMax)
        let expected = try await whole(other, trialsMax: trialsMax)
        #expect(await verdicts(second) == expected)
        #expect(second.dropped?.contains("'\(key)'") == true && second.problem == nil)
        #expect(try folder.files().isEmpty)
      }
    }
  }

  /// Nothing is thrown away for a check that has nothing to keep.
  @Test func aShortCheckLeavesTheWorkOfAnother() async throws {
    let first = try file()
    _ = await verdicts(try check(first, named()), stoppingAfter: 5)
    let text = try journal()
    let other = try check(
      try file(seed: 2), .folderIfPossible(folder.place("c")), pause: .seconds(1000))
    _ = await verdicts(other)
    #expect(try journal() == text && other.dropped == nil)
  }

  @Test func twoChecksDoNotShareAJournal() async throws {
    let file = try file()
    let whole = try await whole(file)
    let first = try check(file, named())
    let wrong = problem { () throws(ResultError) in try check(file, named()) }
    #expect(wrong?.kind == .uncreatable && wrong?.text.contains("another process") == true)
    let second = try check(file, .folderIfPossible(folder.place("c")))
    #expect(await verdicts(second) == whole)
    #expect(second.problem?.messages[0].contains("another process is using it") == true)
    #expect(second.unfinished == nil)
    #expect(await verdicts(first) == whole)
    #expect(try folder.files().isEmpty)
  }

  /// The journal of a run of the same scenario has another name.
  @Test func aRunAndACheckShareAFolder() async throws {
    let file = try file()
    _ = await verdicts(try check(file, named()), stoppingAfter: 5)
    for await _ in try ResumableRun(file, into: folder.place("c")).run() {}
    #expect(
      try folder.files(in: "c").keys.sorted() == [
        "blocs.csv", "manifest.json", "run.log.json", "summary.csv", "unfinished.check",
      ])
    #expect(await verdicts(try check(file, named())) == (try await whole(file)))
    #expect(try folder.files(in: "c").count == 4)
  }

  // MARK: The folder

  @Test func aShortCheckWritesNothingUnlessItIsInterrupted() async throws {
    let file = try file()
    let place = ResumableCheck.Place.folderIfPossible(folder.place("results/c"))
    _ = await verdicts(try check(file, place, pause: .seconds(1000)))
    #expect(!FileManager.default.fileExists(atPath: folder.place("results")))
    let stopped = try check(file, place, pause: .seconds(1000))
    _ = await verdicts(stopped, stoppingAfter: 3)
    #expect(stopped.unfinished?.units == 3)
    #expect(await verdicts(try check(file, place)) == (try await whole(file)))
    // What the first process created is removed by the second.
    #expect(!FileManager.default.fileExists(atPath: folder.place("results")))
  }

  @Test func whatWasThereStays() async throws {
    let file = try file()
    try folder.write([1], to: "results/other")
    let place = ResumableCheck.Place.folderIfPossible(folder.place("results/c"))
    _ = await verdicts(try check(file, place))
    #expect(try folder.files().keys.sorted() == ["results/other"])
    #expect(!FileManager.default.fileExists(atPath: folder.place("results/c")))
    try FileManager.default.createDirectory(
      atPath: folder.place("mine"), withIntermediateDirectories: true)
    _ = await verdicts(try check(file, named("mine")), stoppingAfter: 3)
    _ = await verdicts(try check(file, named("mine")))
    #expect(FileManager.default.fileExists(atPath: folder.place("mine")))
  }

  @Test func withoutAFolderACheckGoesOn() async throws {
    let file = try file()
    try folder.write([1], to: "file")
    let wrong = problem { () throws(ResultError) in try check(file, named("file/c")) }
    #expect(wrong?.kind == .uncreatable)
    let optional = try check(file, .folderIfPossible(folder.place("file/c")))
    #expect(await verdicts(optional) == (try await whole(file)))
    #expect(optional.problem?.kind == .uncreatable && optional.unfinished == nil)
  }

  @Test func aForeignFileStays() async throws {
    let file = try file()
    try folder.write("mine\n".utf8, to: "c/unfinished.check")
    let wrong = problem { () throws(ResultError) in try check(file, named()) }
    #expect(wrong?.kind == .uncreatable)
    let optional = try check(file, .folderIfPossible(folder.place("c")))
    #expect(await verdicts(optional) == (try await whole(file)))
    #expect(optional.problem != nil)
    #expect(try journal() == Array("mine\n".utf8))
  }

  @Test func aCheckThatIsGivenUpLeavesTheFolderAsItWas() async throws {
    let file = try file()
    try check(file, named("new/c")).withdraw()
    #expect(!FileManager.default.fileExists(atPath: folder.place("new")))
    _ = await verdicts(try check(file, named()), stoppingAfter: 3)
    let text = try journal()
    try check(file, named()).withdraw()
    #expect(try journal() == text)
  }
}
