import Agents

// The same seats, but more or fewer of them.

extension SeatedScenario {
  /// The seats of a request if there were another number of them.
  ///
  /// With fewer, the last ones are taken away, who are then as in peace. With more, and wherever the
  /// request gives no more than a number, they are the most accurate honest voters.
  package init(_ scenario: Scenario, _ request: TuneRequest, seatCount: Int) {
    if request.faults != nil {
      self.init(scenario, counts: scenario.mostAccurate(seatCount))
      return
    }
    let counts = scenario.seatCounts(request)
    let present = counts.reduce(0, +)
    if seatCount >= present {
      let more = scenario.mostAccurate(seatCount - present, besides: counts)
      self.init(scenario, counts: zip(counts, more).map(+))
    } else {
      self.init(scenario, counts: counts, without: present - seatCount)
    }
  }

  /// The seats without so many of the last ones.
  private init(_ scenario: Scenario, counts: [Int], without count: Int) {
    var gone = counts.map { _ in 0 }
    var missing = count
    for place in counts.indices.reversed() {
      gone[place] = min(missing, counts[place])
      missing -= gone[place]
    }
    // Who was faulty becomes honest, and so leaves the group.
    let leaving = zip(scenario.groups, gone).map { $0.role.isFaulty ? $1 : 0 }
    let peace = Seating(scenario, counts: leaving) { _, _ in false }
    let left = counts.indices.flatMap { place -> [Int] in
      let seats = counts[place] - gone[place]
      if leaving[place] == 0 { return [seats] }
      return leaving[place] < scenario.groups[place].count ? [seats, 0] : [0]
    }
    self.init(peace.scenario.inPeace(peace.seats.contains), counts: left)
  }

  /// The most seats with which an honest voter is left.
  package static func countMax(_ scenario: Scenario, _ request: TuneRequest) -> Int {
    let honest = scenario.groups.map { $0.role.kind == .honest ? $0.count : 0 }
    let counts = scenario.seatCounts(request)
    let others = zip(counts, honest).reduce(0) { $0 + ($1.1 == 0 ? $1.0 : 0) }
    return max(counts.reduce(0, +), others + honest.reduce(0, +) - 1)
  }
}
