import Experiments
import JSON
import Reports
import Scenarios
import Synchronization
import TestSupport
import Testing
import Tuning

@testable import Results

/// A search gives the same bytes, however it is interrupted or divided.
struct TuneRunTests {
  private let folder = TemporaryFolder()

  /// A small search: of what a flood does only bounds are known, so there are rounds of trials.
  private static func file(seed: Int = 1) throws -> ScenarioFile {
    try ScenarioFile.checked(
      Array(
        """
        {"name": "sample", "seed": \(seed), "voters": [
          {"name": "m", "role": "honest", "count": 3, "accuracy": 0.9, "abstain": 0.05},
          {"name": "t", "role": "byzantine", "strategy": "oppose", "count": 1}],
         "safeguards": {"authentication": "hmac"}, "workload": {"proposals": 2},
         "sweep": {"voters.m.abstain": [0.05, 0.2]},
         "tune": {"max_trials": \(Effort.count(1200, inDebug: 400)), "search": {"ties": "all", "quorum_fraction": [0.5, 0.75]},
           "adversaries": [
             {"name": "flood", "role": "byzantine", "strategy": "flood", "rate": 0.5},
             {"name": "gone", "role": "absent"}]}}
        """.utf8), overrides: [], vocabulary: .standard, isTuned: true
    ).file
  }

  private func run(
    _ file: ScenarioFile, _ name: String, part: ResumableRun.Part = .whole,
    startsOver: Bool = false,
    threads: Int = 1
  ) throws -> TuneRun {
    try TuneRun(
      file, try file.tuneCases.map { try TunePlan($0, .standard) }, into: "\(folder.path)/\(name)",
      part: part, startsOver: startsOver, threads: threads)
  }

  /// The last event of a search.
  private func last(
    _ run: TuneRun, _ interruption: Interruption = Interruption()
  ) async -> TuneRun.Event? {
    var last: TuneRun.Event?
    for await event in run.run(interruption: interruption) { last = event }
    return last
  }

  /// The files of a result but for the log; none if there is no folder.
  private func files(_ name: String) throws -> [String: [UInt8]] {
    var files = (try? folder.files(in: name)) ?? [:]
    files["run.log.json"] = nil
    return files
  }

  private func expectFinished(_ event: TuneRun.Event?) {
    guard case .finished = event else {
      Issue.record("the search is not finished: \(String(describing: event))")
      return
    }
  }

  /// The files of a search that nothing disturbs.
  private static let undisturbed = Task { try await TuneRunTests().whole() }

  private func whole() async throws -> [String: [UInt8]] {
    expectFinished(await last(try run(try Self.file(), "whole")))
    return try files("whole")
  }

  @Test func aSearchThatWasKilledGoesOnWhereItWas() async throws {
    let whole = try await Self.undisturbed.value
    #expect(
      whole.keys.sorted() == [
        "manifest.json", "pairs.csv", "recommendation.json", "tune.csv", "worst-adversary-1.json",
        "worst-adversary-2.json",
      ])
    // All units, as an interrupted process leaves them.
    let file = try Self.file()
    let shard = Shard(index: 0, count: 1)
    expectDone(await last(try run(file, "shards", part: .shard(shard))))
    let plans = try file.tuneCases.map { try TunePlan($0, .standard) }
    let header = Provenance(
      tuning: file, units: TuneSearch(plans).units.count, .whole)
    var lines = [SealedLine.seal(header.json)]
    let rounds = try files("shards")
    for name in rounds.keys.sorted() {
      lines += try SealedFile("\(folder.path)/shards/\(name)").units.map {
        SealedLine.seal($0.node.value)
      }
    }
    #expect(rounds.count > 3 && lines.count > 20)
    let cuts = [1, 2, lines.count / 3, lines.count / 2, lines.count - 1, lines.count]
    for count in Effort.some(of: cuts, inDebugEvery: 3) {
      let name = "cut-\(count)"
      let half = lines.count > count ? Array(lines[count].prefix(30)) : []
      try folder.write(
        Array(lines.prefix(count).joined()) + half, to: "\(name)/unfinished.units")
      expectFinished(await last(try run(file, name, threads: 2)))
      #expect(try files(name) == whole, "after \(count) lines")
    }
  }

  private func expectDone(_ event: TuneRun.Event?) {
    guard case .shardDone = event else {
      Issue.record("the shard is not done: \(String(describing: event))")
      return
    }
  }

  @Test func anInterruptedSearchKeepsItsUnits() async throws {
    let whole = try await Self.undisturbed.value
    let file = try Self.file()
    for looks in Effort.some(of: [10, 1, 3, 200, 40], inDebugEvery: 3) {
      let counter = Counter()
      let interruption = Interruption(when: { counter.next() > looks })
      let event = await last(try run(file, "cut-\(looks)"), interruption)
      if case .interrupted = event {
        #expect(try files("cut-\(looks)").keys.sorted() == ["unfinished.units"])
      }
      expectFinished(await last(try run(file, "cut-\(looks)")))
      #expect(try files("cut-\(looks)") == whole)
    }
  }

  @Test func shardsOfAnyNumberMakeTheSameBytes() async throws {
    let whole = try await Self.undisturbed.value
    let file = try Self.file()
    var count = 1
    var calls = 0
    while true {
      // Each round is divided differently; some units are worked out twice.
      count = count % Effort.count(4, inDebug: 2) + 2
      for index in (0..<count).reversed() {
        expectDone(
          await last(
            try run(file, "shards", part: .shard(Shard(index: index, count: count)), threads: 2)))
        calls += 1
      }
      let plans = try file.tuneCases.map { try TunePlan($0, .standard) }
      let state = try await TuneRun.state(
        ofShardsIn: "\(folder.path)/shards", file, plans, interruption: Interruption())
      if try #require(state).round == nil { break }
      #expect(calls < 100)
    }
    let merging = ResumableRun.Part.merging(shardsIn: "\(folder.path)/shards")
    expectFinished(await last(try run(file, "merged", part: merging)))
    #expect(try files("merged") == whole)
    let request = try #require(try TuneRun.request(ofShardsIn: "\(folder.path)/shards"))
    guard case .object(let scenario) = file.json else { return }
    #expect(request == scenario["tune"])
    // Whatever is there is not worked out again.
    let before = try files("shards")
    expectDone(await last(try run(file, "shards", part: .shard(Shard(index: 0, count: 2)))))
    #expect(try files("shards") == before)
  }

  @Test func whatIsMissingIsNamed() async throws {
    let file = try Self.file()
    _ = await last(try run(file, "shards", part: .shard(Shard(index: 1, count: 3))))
    let merging = ResumableRun.Part.merging(shardsIn: "\(folder.path)/shards")
    guard case .failed(let error) = await last(try run(file, "merged", part: merging)) else {
      Issue.record("two shards are missing")
      return
    }
    #expect(error.kind == .incomplete)
    let expected = [0, 2].map { index in
      "\(folder.path)/shards/round-001-shard-00\(index)-of-003.json is missing: "
        + "run --shard \(index)/3 again"
    }
    #expect(error.messages == expected)
    #expect(try files("merged") == [:])
    let plans = try file.tuneCases.map { try TunePlan($0, .standard) }
    let state = try #require(
      try await TuneRun.state(
        ofShardsIn: "\(folder.path)/shards", file, plans, interruption: Interruption()))
    #expect(state.round == 1)
    #expect(state.shards.missing.map(\.shard.description) == ["0/3", "2/3"])
  }

  @Test func shardsThatDoNotBelongTogetherAreRefused() async throws {
    let shard = Shard(index: 0, count: 1)
    let name = "round-001-shard-000-of-001.json"
    for index in [0, 1] {
      let file = try Self.file(seed: index + 1)
      expectDone(await last(try run(file, "shards-\(index)", part: .shard(shard))))
    }
    let other = try folder.read("shards-1/\(name)")
    let text = String(decoding: try folder.read("shards-0/\(name)"), as: UTF8.self)
    let changed = try Resealing.shard(text) { content in
      content.changed(at: ["units", "0", "outcome", "0"]) { _ in "e0.5*99" }
    }
    let file = try Self.file()
    for bytes in [other, Array(text.utf8.dropLast(9)), Array(changed.utf8)] {
      try folder.write(bytes, to: "shards-0/\(name)")
      let merging = ResumableRun.Part.merging(shardsIn: "\(folder.path)/shards-0")
      guard case .failed(let error) = await last(try run(file, "merged", part: merging)) else {
        Issue.record("the file is wrong")
        continue
      }
      #expect(error.kind == .badData)
      #expect(try files("merged") == [:])
    }
    // With --force it is made anew.
    expectDone(await last(try run(file, "shards-0", part: .shard(shard), startsOver: true)))
    #expect(
      String(decoding: try folder.read("shards-0/\(name)"), as: UTF8.self).contains("seconds"))
  }

  @Test func anotherSearchInTheFolderIsLeftAlone() async throws {
    _ = try await whole()
    let before = try files("whole")
    let other = try Self.file(seed: 2)
    let wrong = problem { () throws(ResultError) in
      _ = try TuneRun(
        other, [], into: "\(folder.path)/whole", startsOver: false, threads: 1)
    }
    #expect(wrong?.kind == .uncreatable)
    #expect(try files("whole") == before)
    let again = try run(try Self.file(), "whole")
    #expect(again.isComplete)
    expectFinished(await last(again))
    #expect(try files("whole") == before)
  }
}

/// Counts how often it was asked.
private final class Counter: Sendable {
  private let count = Atomic(0)

  func next() -> Int { count.add(1, ordering: .relaxed).newValue }
}
