import Agents
import Simulation
import Text

/// A scenario in which the voters who may be compromised, the seats, are groups of their own.
package struct SeatedScenario: Sendable {
  /// The scenario with nobody in the seats but the voters whose seats they are.
  package let inPeace: Scenario
  /// The number of seats.
  package let seatCount: Int
  /// The seats for faulty voters: those that are alike are one group, which can follow one plan.
  private let forFaulty: Seating
  /// The seats for others, who take as long as the voters whose seats they are.
  private let forOthers: Seating

  /// The seats that a request names: the first byzantine and colluding voters if it names none.
  package init(_ scenario: Scenario, _ request: TuneRequest) {
    self.init(scenario, counts: scenario.seatCounts(request))
  }

  /// The seats if so many of the last voters of each group are seats.
  init(_ scenario: Scenario, counts: [Int]) {
    let groups = scenario.groups
    seatCount = counts.reduce(0, +)
    forFaulty = Seating(scenario, counts: counts, areAlike: scenario.areSeatsAlike)
    forOthers = Seating(scenario, counts: counts) {
      groups[$0].latency == groups[$1].latency && scenario.areSeatsAlike($0, $1)
    }
    // Only of the faulty it makes a difference in peace who is a seat.
    let peace = Seating(
      scenario, counts: zip(groups, counts).map { $0.role.isFaulty ? $1 : 0 },
      areAlike: { _, _ in false })
    inPeace = peace.scenario.inPeace(peace.seats.contains)
  }

  /// The scenario with such voters in all seats.
  package func taken(by voters: VoterGroup) -> Scenario {
    let seating = seating(for: voters)
    var groups = seating.scenario.groups
    for seat in seating.seats {
      let own = groups[seat]
      let isLatencyKept = own.role.isFaulty || !voters.role.isFaulty
      let isLatencyUsual = voters.latency == voters.role.standardLatency
      groups[seat] = VoterGroup(
        name: own.name, role: voters.role, count: own.count, weight: own.weight,
        // The messages of the faulty take no time, unless somebody says so; others think as before.
        latency: isLatencyUsual && isLatencyKept ? own.latency : voters.latency)
    }
    return seating.scenario.changing(groups)
  }

  /// The groups of seats in the scenario with such voters in all seats, by their places.
  package func places(for voters: VoterGroup) -> [Int] { seating(for: voters).seats }

  private func seating(for voters: VoterGroup) -> Seating {
    voters.role.isFaulty ? forFaulty : forOthers
  }
}

extension Scenario {
  /// How many voters of each group are seats.
  func seatCounts(_ request: TuneRequest) -> [Int] {
    if let faults = request.faults { return mostAccurate(faults) }
    if let seats = request.seats {
      return groups.map { group in
        seats.first { $0.group.hasSameCodePoints(as: group.name) }?.count ?? 0
      }
    }
    return groups.map { $0.role.isFaulty ? $0.count : 0 }
  }

  /// The most accurate honest voters, by their groups; the heavier ones of equal accuracy first.
  ///
  /// - Parameter taken: how many voters of each group are not to be chosen.
  func mostAccurate(_ count: Int, besides taken: [Int]? = nil) -> [Int] {
    var chosen = groups.map { _ in 0 }
    var missing = count
    let honest = groups.indices.compactMap { index -> (index: Int, accuracy: Double)? in
      guard case .honest(let role) = groups[index].role else { return nil }
      let warranted = settings.workload.warranted
      return (
        index,
        warranted * role.accuracy.warranted + (1 - warranted) * role.accuracy.unwarranted
      )
    }.sorted { one, other in
      if one.accuracy != other.accuracy { return one.accuracy > other.accuracy }
      if groups[one.index].weight != groups[other.index].weight {
        return groups[one.index].weight > groups[other.index].weight
      }
      return one.index < other.index
    }
    for (index, _) in honest {
      chosen[index] = min(missing, groups[index].count - (taken?[index] ?? 0))
      missing -= chosen[index]
    }
    return chosen
  }

  /// Whether the seats of two groups, given by their places, are alike for whoever is faulty.
  fileprivate func areSeatsAlike(_ place: Int, _ other: Int) -> Bool {
    let (one, other) = (groups[place], groups[other])
    func cuts(_ group: VoterGroup) -> [Bool] {
      settings.network.partitions.map { $0.groups.contains(group.name) }
    }
    return one.weight == other.weight && one.role.isFaulty == other.role.isFaulty
      && (!one.role.isFaulty || one.latency == other.latency) && cuts(one) == cuts(other)
  }
}
