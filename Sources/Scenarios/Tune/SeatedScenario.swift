import Agents
import Simulation
import Text

/// A scenario in which the voters who may be compromised, the seats, are groups of their own.
package struct SeatedScenario: Sendable {
  /// The scenario with nobody in the seats but the voters whose seats they are.
  package let inPeace: Scenario
  /// The number of seats.
  package let seatCount: Int
  private let scenario: Scenario
  /// The groups of seats, by their place in the scenario.
  private let seats: [Int]

  /// The seats that a request names: the first byzantine and colluding voters if it names none.
  package init(_ scenario: Scenario, _ request: TuneRequest) {
    let chosen = scenario.seatCounts(request)
    var parts: [Part] = []
    for (index, group) in scenario.groups.enumerated() {
      if group.count > chosen[index] || chosen[index] == 0 {
        parts.append(Part(group.counting(group.count - chosen[index]), from: index))
      }
      guard chosen[index] > 0 else { continue }
      let seat = Part(group.counting(chosen[index]), from: index, isSeat: true)
      // Seats that differ in nothing are one group, which can follow one plan.
      if let place = parts.firstIndex(where: { $0.isSeat && scenario.areAlike($0, seat) }) {
        let count = parts[place].group.count + seat.group.count
        parts[place].group = parts[place].group.counting(count)
        parts[place].origins.append(index)
      } else {
        parts.append(seat)
      }
    }
    // Whoever was there before keeps the name, as far as that tells it apart.
    var names = scenario.groups.map(\.name)
    for place in parts.indices where parts[place].isSeat {
      let origins = parts[place].origins
      if origins.count == 1 && chosen[origins[0]] == scenario.groups[origins[0]].count { continue }
      let name = Self.freeName(besides: names)
      parts[place].group = parts[place].group.named(name)
      names.append(name)
    }
    seats = parts.indices.filter { parts[$0].isSeat }
    seatCount = chosen.reduce(0, +)
    self.scenario = scenario.regrouped(parts)
    inPeace = scenario.inPeace { chosen[$0] > 0 }
  }

  /// The scenario with such voters in all seats.
  package func taken(by voters: VoterGroup) -> Scenario {
    var groups = scenario.groups
    for seat in seats {
      let own = groups[seat]
      let isLatencyKept = own.role.isFaulty || !voters.role.isFaulty
      let isLatencyUsual = voters.latency == voters.role.standardLatency
      groups[seat] = VoterGroup(
        name: own.name, role: voters.role, count: own.count, weight: own.weight,
        // The messages of the faulty take no time, unless somebody says so; others think as before.
        latency: isLatencyUsual && isLatencyKept ? own.latency : voters.latency)
    }
    return scenario.changing(groups)
  }

  private static func freeName(besides names: [String]) -> String {
    var name = "seats"
    var number = 2
    while names.contains(name) {
      name = "seats-\(number)"
      number += 1
    }
    return name
  }

  /// Some voters of a group, or of several whose seats differ in nothing.
  fileprivate struct Part {
    var group: VoterGroup
    /// The groups of the scenario that they come from, by their places.
    var origins: [Int]
    let isSeat: Bool

    init(_ group: VoterGroup, from origin: Int, isSeat: Bool = false) {
      self.group = group
      origins = [origin]
      self.isSeat = isSeat
    }
  }
}

extension Scenario {
  /// How many voters of each group are seats.
  fileprivate func seatCounts(_ request: TuneRequest) -> [Int] {
    if let faults = request.faults { return mostAccurate(faults) }
    if let seats = request.seats {
      return groups.map { group in
        seats.first { $0.group.hasSameCodePoints(as: group.name) }?.count ?? 0
      }
    }
    return groups.map { $0.role.isFaulty ? $0.count : 0 }
  }

  /// The most accurate honest voters, by their groups; the heavier ones of equal accuracy first.
  private func mostAccurate(_ count: Int) -> [Int] {
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
      chosen[index] = min(missing, groups[index].count)
      missing -= chosen[index]
    }
    return chosen
  }

  /// Whether seats differ in nothing but the groups that they come from.
  fileprivate func areAlike(_ one: SeatedScenario.Part, _ other: SeatedScenario.Part) -> Bool {
    func latency(_ group: VoterGroup) -> Distribution? { group.role.isFaulty ? group.latency : nil }
    func cuts(_ part: SeatedScenario.Part) -> [Bool] {
      settings.network.partitions.map { $0.groups.contains(groups[part.origins[0]].name) }
    }
    return one.group.weight == other.group.weight
      && one.group.role.isFaulty == other.group.role.isFaulty
      && latency(one.group) == latency(other.group) && cuts(one) == cuts(other)
  }

  /// The scenario with other groups, which are cut off where those are that they come from.
  fileprivate func regrouped(_ parts: [SeatedScenario.Part]) -> Scenario {
    var settings = settings
    for index in settings.network.partitions.indices {
      let old = settings.network.partitions[index].groups
      settings.network.partitions[index].groups =
        parts.filter { old.contains(groups[$0.origins[0]].name) }.map(\.group.name)
    }
    return Scenario(settings: settings, groups: parts.map(\.group))
  }
}
