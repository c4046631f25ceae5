import Experiments
import JSON
import Scenarios
import TestSupport
import Testing
import Tuning

@testable import Results

/// Files of shards of a search that do not say what belongs there, and those of others.
struct TuneShardFolderTests {
  private let folder = TemporaryFolder()

  /// Three units in the first round, and two at most in each later one.
  private static func file() throws -> ScenarioFile {
    try ScenarioFile.checked(
      Array(
        """
        {"name": "sample", "voters": [
          {"name": "m", "role": "honest", "count": 3, "accuracy": 0.9, "abstain": 0.05},
          {"name": "t", "role": "byzantine", "strategy": "oppose", "count": 1}],
         "safeguards": {"authentication": "hmac"}, "workload": {"proposals": 4},
         "tune": {"max_trials": 300, "search": {"ties": "all"},
           "adversaries": [
             {"name": "flood", "role": "byzantine", "strategy": "flood", "rate": 0.5},
             {"name": "gone", "role": "absent"}]}}
        """.utf8), overrides: [], vocabulary: .standard, isTuned: true
    ).file
  }

  /// The last event of a part of the search.
  private func last(
    _ name: String, _ part: ResumableRun.Part = .whole, startsOver: Bool = false
  ) async throws -> TuneRun.Event? {
    let file = try Self.file()
    let run = try TuneRun(
      file, try file.tuneCases.map { try TunePlan($0, .standard) }, into: folder.place(name),
      part: part, startsOver: startsOver, threads: 1)
    var last: TuneRun.Event?
    for await event in run.run() { last = event }
    return last
  }

  private func expectDone(_ event: TuneRun.Event?) {
    guard case .shardDone = event else {
      Issue.record("the shard is not done: \(String(describing: event))")
      return
    }
  }

  /// Why shards are not put together.
  private func refusal(of shards: String, into name: String = "merged") async throws -> ResultError?
  {
    let merging = ResumableRun.Part.merging(shardsIn: folder.place(shards))
    guard case .failed(let error) = try await last(name, merging) else { return nil }
    return error
  }

  private func change(
    _ name: String, to other: String? = nil, _ change: (JSONValue) -> JSONValue
  ) throws {
    let text = String(decoding: try folder.read(name), as: UTF8.self)
    try folder.write(try Resealing.shard(text, change).utf8, to: other ?? name)
  }

  private static let whole = ResumableRun.Part.shard(Shard(index: 0, count: 1))

  @Test func aFileHasTheUnitsOfItsShardAndRound() async throws {
    expectDone(try await last("shards", Self.whole))
    #expect(try await refusal(of: "shards") == nil)
    let changes: [(String, String, (JSONValue) -> JSONValue)] = [
      ("round-001", "does not have the units of shard 0/1 in round 1", Self.dropping(last: 1)),
      (
        "round-002", "unit 0 of round 1 is not what belongs there",
        { $0.changed(at: ["units", "0", "round"]) { _ in 1 } }
      ),
      (
        "round-001", "unit 1 of round 1 is not what belongs there",
        { $0.changed(at: ["units", "1", "outcome", "0"]) { _ in "e0.5*99" } }
      ),
    ]
    for (place, (round, problem, change)) in changes.enumerated() {
      for (name, bytes) in try folder.files(in: "shards").sorted(by: { $0.key < $1.key }) {
        try folder.write(bytes, to: "changed-\(place)/\(name)")
      }
      try self.change("changed-\(place)/\(round)-shard-000-of-001.json", change)
      let error = try await refusal(of: "changed-\(place)", into: "merged-\(place)")
      #expect(error?.kind == .badData, "\(problem)")
      #expect(error?.messages.first?.hasSuffix(problem) == true, "\(error?.messages ?? [])")
    }
  }

  private static func dropping(last count: Int) -> (JSONValue) -> JSONValue {
    { content in
      content.changed(at: ["units"]) { units in
        if case .array(let all) = units { .array(all.dropLast(count)) } else { units }
      }
    }
  }

  /// Who divides the work anew may do a unit twice, but must find the same.
  @Test func shardsThatOverlapAgree() async throws {
    expectDone(try await last("shards", Self.whole))
    expectDone(try await last("halves", .shard(Shard(index: 1, count: 2))))
    let half = "round-001-shard-001-of-002.json"
    try folder.write(try folder.read("halves/\(half)"), to: "shards/\(half)")
    #expect(try await refusal(of: "shards") == nil)
    try change("halves/\(half)", to: "shards/\(half)") { content in
      content.changed(at: ["units", "0", "outcome", "0"]) { text in
        if case .string(let text) = text, let end = text.lastIndex(of: "e") {
          .string(text[..<end] + "e0.123" + text[end...].drop { $0 != "*" && $0 != ";" })
        } else {
          text
        }
      }
    }
    let error = try await refusal(of: "shards", into: "again")
    #expect(error?.kind == .badData)
    #expect(error?.messages.first?.contains("differs from that of another shard") == true)
  }

  @Test func startingOverLeavesOtherShards() async throws {
    let shards = [0, 1].map { ResumableRun.Part.shard(Shard(index: $0, count: 2)) }
    for shard in shards { expectDone(try await last("shards", shard)) }
    let before = try folder.files(in: "shards")
    #expect(before.keys.contains("round-001-shard-001-of-002.json"))
    expectDone(try await last("shards", shards[0], startsOver: true))
    let after = try folder.files(in: "shards")
    let other = "round-001-shard-001-of-002.json"
    #expect(after[other] == before[other])
  }

  @Test func whatIsNoShardIsNotDeleted() async throws {
    let name = "shards/round-001-shard-000-of-001.json"
    try folder.write("somebody's own".utf8, to: name)
    await #expect(throws: ResultError.self) {
      _ = try await last("shards", Self.whole, startsOver: true)
    }
    #expect(try folder.read(name) == Array("somebody's own".utf8))
  }

  /// A merge that lacks a shard leaves what a search in the same folder has worked out.
  @Test func aMergeThatFailsKeepsUnfinishedWork() async throws {
    _ = try await last("shards", .shard(Shard(index: 0, count: 2)))
    let plans = try Self.file().tuneCases.map { try TunePlan($0, .standard) }
    let header = Provenance(
      tuning: try Self.file(), units: TuneSearch(plans).units.count, .whole)
    let line = SealedLine.seal(header.json)
    try folder.write(line, to: "merged/unfinished.units")
    #expect(try await refusal(of: "shards")?.kind == .incomplete)
    #expect(try folder.files(in: "merged") == ["unfinished.units": Array(line)])
    #expect(try await refusal(of: "shards", into: "other")?.kind == .incomplete)
    #expect((try? folder.files(in: "other"))?.isEmpty != false)
  }

  /// The round that is told is the one that lacks units.
  @Test func theRoundThatIsNotCompleteIsTold() async throws {
    expectDone(try await last("shards", Self.whole))
    let rounds = try folder.files(in: "shards")
    #expect(rounds.count >= 4)
    for name in rounds.keys.sorted() where !name.hasPrefix("round-003-") {
      try folder.write(rounds[name] ?? [], to: "lacking/\(name)")
    }
    let file = try Self.file()
    let plans = try file.tuneCases.map { try TunePlan($0, .standard) }
    let state = try await TuneRun.state(
      ofShardsIn: folder.place("lacking"), file, plans, interruption: Interruption())
    #expect(state?.round == 3)
    let error = try await refusal(of: "lacking")
    #expect(error?.kind == .incomplete)
    #expect(error?.messages.first?.contains("no shard of round 3 of the search") == true)
  }
}
