import Experiments
import JSON
import Scenarios
import Statistics
import TestSupport
import Testing
import Text

@testable import Metrics

struct CellCountsJSONTests {
  /// The counts that a text holds; nil if anything is wrong with it.
  private func read(_ value: JSONValue) throws -> CellCounts? {
    let document = try JSONDocument(parsing: Array(value.text().utf8))
    let log = ProblemLog(document)
    let counts = CellCounts(JSONCursor(document, log: log))
    return log.unplacedProblems.isEmpty ? counts : nil
  }

  private static func run(_ mode: String = "central") throws -> CellCounts {
    let scenario = try ScenarioFile(
      parsing: """
        {"name": "counts", "trials": 6, "mode": "\(mode)",
         "voters": [
           {"name": "h", "role": "honest", "count": 4, "accuracy": 0.8, "abstain": 0.1,
            "latency": {"exponential": {"mean": 2}}},
           {"name": "i", "role": "byzantine", "count": 1, "strategy": "impersonate",
            "rate": 0.3},
           {"name": "r", "role": "byzantine", "count": 1, "strategy": "random"}],
         "workload": {"proposals": 6, "tally": "quorum"}}
        """
    ).cells[0].scenario
    var trials = Trials(scenario)
    return trials.run(1...scenario.trials)
  }

  @Test(arguments: ["central", "replicated"])
  func countsOfARunReadBack(mode: String) throws {
    let counts = try Self.run(mode)
    #expect(try #require(counts.total(of: .votesRefused)) > 0)
    #expect(counts.sums.percentiles(of: .latencies).buckets.count > 2)
    #expect(try read(counts.json) == counts)
    #expect(try read(CellCounts().json) == CellCounts())
  }

  @Test func anyCountsReadBack() {
    forEverySeed(1000, inDebug: 60) { draw in
      var counts = CellCounts()
      counts.sums = Self.sums(draw)
      counts.outcomes.warranted.approved = draw.int(in: 0...(1 << 48) - 1)
      counts.outcomes.warranted.rejected = draw.int(in: 0...9)
      counts.outcomes.warranted.undecided = draw.int(in: 0...9)
      counts.outcomes.unwarranted.approved = draw.int(in: 0...9)
      counts.outcomes.unwarranted.rejected = draw.int(in: 0...9)
      counts.outcomes.unwarranted.undecided = draw.int(in: 0...9)
      try requireEqual(try read(counts.json), counts)
      draw.sometimes(
        "more than a word holds",
        counts.sums.means.contains { $0.sums.totalTimesTotal > 1 << 64 })
    }
  }

  /// What detectors came to reads back, too.
  @Test func countsOfDetectorsReadBack() {
    forEverySeed(200, inDebug: 25) { draw in
      let counts = draw.cell().counts
      try requireEqual(try read(counts.json), counts)
      try requireEqual(counts.blocs.count, 2)
    }
  }

  /// Sums of any size in every place.
  private static func sums(_ draw: Draw) -> MetricSums<TrialScore> {
    var sums = MetricSums<TrialScore>()
    sums.trials = draw.int(in: 0...1 << 48)
    for formula in TrialScore.layout.formulas {
      switch formula {
      case .count(let counter):
        sums.set(counter, to: draw.int(in: 0...1 << 48))
      case .event(let counter, _): sums.set(counter, to: draw.int(in: 0...sums.trials))
      case .eventRatio, .rate, .mean, .share, .percentile: break
      }
    }
    draw.steps(0...4) { draw in
      for index in sums.rates.indices { add(draw, to: &sums.rates[index]) }
      for index in sums.means.indices { add(draw, to: &sums.means[index]) }
      for index in sums.percentiles.indices {
        var numbers = draw.array(0...4) { Int64($0.int(in: 0...Int.max)) }
        sums.percentiles[index].add(&numbers)
      }
    }
    return sums
  }

  private static func add(_ draw: Draw, to rate: inout ClusteredRate) {
    let proposals = draw.int(in: 0...1 << 40)
    rate.add(events: draw.int(in: 0...proposals), of: proposals)
  }

  private static func add(_ draw: Draw, to mean: inout ClusteredMean) {
    let count = draw.int(in: 0...1 << 40)
    mean.add(total: count == 0 ? 0 : draw.int(in: -(1 << 53)...1 << 53), count: count)
  }

  // MARK: Damage

  /// Puts each of some values in the place of each value of the tree, one at a time.
  private func mutations(of value: JSONValue, by damages: [JSONValue]) -> [JSONValue] {
    var mutations = damages.filter { $0 != value }
    switch value {
    case .array(let elements):
      for (index, element) in elements.enumerated() {
        mutations += self.mutations(of: element, by: damages).map { mutation in
          var changed = elements
          changed[index] = mutation
          return .array(changed)
        }
      }
    case .object(let object):
      for (key, member) in object.members {
        mutations += self.mutations(of: member, by: damages).map { mutation in
          var changed = object
          changed[key] = mutation
          return .object(changed)
        }
        var shorter = object
        shorter[key] = nil
        mutations.append(.object(shorter))
      }
      var longer = object
      longer["more"] = 1
      mutations.append(.object(longer))
    default: break
    }
    return mutations
  }

  @Test func valuesOfAnotherKindAreRefusedWhereverTheyStand() throws {
    let json = try Self.run().json
    let mutations = mutations(of: json, by: [nil, true, "1", 1.5, [1, 2, 3], ["a": 1]])
    #expect(mutations.count > 500)
    for mutation in Effort.some(of: mutations, inDebugEvery: 7) {
      #expect(try read(mutation) == nil, "\(mutation.text())")
    }
  }

  @Test func numbersBeyondTheirRoomAreRefused() throws {
    let counts = try Self.run()
    guard case .object(let json) = counts.json else { return }
    for key in [
      "trials", "unsafe_trials", "forged_votes_accepted", "votes_refused", "proposals_refused",
    ] {
      for (number, isRead) in [(0, true), (1 << 48, true), (1 << 48 + 1, false), (-1, false)] {
        var changed = json
        // No more trials can have something than there are.
        changed["trials"] = JSONValue(1 << 48)
        changed[key] = JSONValue(number)
        if key == "trials" { changed["unsafe_trials"] = 0 }
        #expect((try read(.object(changed)) != nil) == isRead, "\(key) \(number)")
      }
    }
    var unsafe = json
    // Numbers that contradict one another are the subject of `ContradictionTests`.
    unsafe["unsafe_trials"] = JSONValue(counts.trials + 1)
    #expect(try read(.object(unsafe)) != nil)
    for number in [-1, 1 << 48] {
      var changed = json
      changed["endings"] = [1, 2, 3, 4, 5, JSONValue(number)]
      #expect(try read(.object(changed)) == nil)
    }
    for wrong in [[1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 6, 7]] as [JSONValue] {
      var changed = json
      changed["endings"] = wrong
      #expect(try read(.object(changed)) == nil)
    }
  }

  /// Sums that no trials have would trap where they are used.
  @Test func sumsThatNoTrialsHaveAreRefused() throws {
    guard case .object(let json) = try Self.run().json else { return }
    func isRead(_ key: String, _ value: JSONValue) throws -> Bool {
      var changed = json
      changed[key] = value
      return try read(.object(changed)) != nil
    }
    #expect(try isRead("false_approvals", [2, 2, 5, 3, 13, 8, 5]))
    #expect(try !isRead("false_approvals", [2, 2, 5, 6, 13, 8, 5]), "more events than proposals")
    #expect(try !isRead("false_approvals", [2, 2, 5, -1, 13, 8, 5]), "less than no event")
    #expect(try !isRead("false_approvals", [2, 2, 5, 3, 13, 9, 5]), "Cauchy and Schwarz")
    #expect(try isRead("latency", [2, 2, 5, -6, 13, 8, 50]))
    #expect(try !isRead("latency", [2, 2, 5, -6, 13, 26, 50]), "Cauchy and Schwarz")
    #expect(try !isRead("latency", [2, 2, 5, -6, 13, 8]))
    #expect(try !isRead("latency", [2, 2, 5, -6, 13, 8, 50, 1]))
    #expect(
      try !isRead("harm", [2, 2, 5, 1, 13, 1, JSONValue(exact: UInt128(1) << 112)]), "no room")

    func percentiles(_ range: JSONValue, _ buckets: JSONValue, trials: Int = 2) -> JSONValue {
      ["trials": JSONValue(trials), "occupied": 2, "range": range, "buckets": buckets]
    }
    let key = "latency_percentiles"
    #expect(try isRead(key, percentiles([3, 5], [[3, 1, 1, 1], [5, 1, 1, 1]])))
    for (range, buckets) in [
      ([], [[3, 1, 1, 1], [5, 1, 1, 1]]), ([5, 3], [[3, 1, 1, 1], [5, 1, 1, 1]]),
      ([3], [[3, 1, 1, 1], [5, 1, 1, 1]]), ([3, 5, 5], [[3, 1, 1, 1], [5, 1, 1, 1]]),
      ([-3, 5], [[3, 1, 1, 1], [5, 1, 1, 1]]), ([3, 5], []), ([3, 5], [[3, 1, 1, 1]]),
      ([3, 5], [[5, 1, 1, 1], [3, 1, 1, 1]]), ([3, 5], [[3, 1, 1], [5, 1, 1, 1]]),
      ([3, 5], [[3, 1, 1, 9], [5, 1, 1, 1]]), ([3, 5], [[3, 1, 1, 1], [5, 0, 1, 1]]),
      ([3, 5], [[3, 1, 1, 1], [4096, 1, 1, 1]]),
    ] as [(JSONValue, JSONValue)] {
      #expect(try !isRead(key, percentiles(range, buckets)), "\(buckets.text())")
    }
    #expect(
      try !isRead(key, percentiles([3, 5], [[3, 1, 1, 1], [5, 1, 1, 1]], trials: 1)))
  }
}

extension MetricSums {
  /// Puts a number in the place of a counter.
  fileprivate mutating func set(_ counter: Counter<Trial>, to number: Int) {
    guard let place = Trial.layout.counters.firstIndex(where: { $0.key == counter.key }) else {
      return
    }
    numbers[place] = number
  }
}
