import Agents

/// A scenario in which the seats are groups of their own.
struct Seating: Sendable {
  /// The scenario; those who sit there are still whoever they were.
  let scenario: Scenario
  /// The groups of seats, by their places in the scenario.
  let seats: [Int]

  /// Makes groups of the last voters of other groups.
  ///
  /// - Parameters:
  ///   - counts: how many voters of each group are seats.
  ///   - areAlike: whether the seats of two groups, given by their places, are one group.
  init(_ scenario: Scenario, counts: [Int], areAlike: (Int, Int) -> Bool) {
    var parts: [Part] = []
    for (place, group) in scenario.groups.enumerated() {
      let count = counts[place]
      if group.count > count || count == 0 {
        parts.append(Part(group.counting(group.count - count), from: place))
      }
      guard count > 0 else { continue }
      let like = parts.firstIndex { $0.isSeat && areAlike($0.origins[0].place, place) }
      if let like {
        parts[like].group = parts[like].group.counting(parts[like].group.count + count)
        parts[like].origins.append((place, count))
      } else {
        parts.append(Part(group.counting(count), from: place, isSeat: true))
      }
    }
    // Whoever was there before keeps the name, as far as that tells it apart.
    var names = scenario.groups.map(\.name)
    for place in parts.indices where parts[place].isSeat {
      let origins = parts[place].origins
      if origins.count == 1 && origins[0].count == scenario.groups[origins[0].place].count {
        continue
      }
      let name = Self.freeName(besides: names)
      parts[place].group = parts[place].group.named(name)
      names.append(name)
    }
    seats = parts.indices.filter { parts[$0].isSeat }
    self.scenario = scenario.regrouped(parts)
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

  /// Some voters of a group, or of several whose seats are alike.
  fileprivate struct Part {
    var group: VoterGroup
    /// The groups of the scenario that they come from, by their places, with how many of each.
    var origins: [(place: Int, count: Int)]
    let isSeat: Bool

    init(_ group: VoterGroup, from place: Int, isSeat: Bool = false) {
      self.group = group
      origins = [(place, group.count)]
      self.isSeat = isSeat
    }
  }
}

// Partitions, plans and scripts go on naming the same voters, wherever these sit.

extension Scenario {
  /// The scenario with other groups.
  fileprivate func regrouped(_ parts: [Seating.Part]) -> Scenario {
    var settings = settings
    for index in settings.network.partitions.indices {
      let old = settings.network.partitions[index].groups
      settings.network.partitions[index].groups = names(of: old, in: parts)
    }
    return Scenario(
      settings: settings,
      groups: parts.map { part in
        let group = part.group
        return VoterGroup(
          name: group.name, role: renamed(group.role, parts), count: group.count,
          weight: group.weight, latency: group.latency)
      })
  }

  private func renamed(_ role: Role, _ parts: [Seating.Part]) -> Role {
    switch role {
    case .honest, .absent: return role
    case .byzantine(var role):
      role.script = role.script?.map { step in
        var step = step
        step.recipients = names(of: step.recipients, in: parts)
        return step
      }
      return .byzantine(role)
    case .colluding(var role):
      role.victims = role.victims?.map { id(of: $0, in: parts) }
      return .colluding(role)
    }
  }

  /// The names of all parts of some groups.
  private func names(of groups: [String], in parts: [Seating.Part]) -> [String] {
    parts.filter { part in
      part.origins.contains { groups.contains(self.groups[$0.place].name) }
    }.map(\.group.name)
  }

  /// The id of a voter, who may be a seat now.
  private func id(of id: String, in parts: [Seating.Part]) -> String {
    for (place, group) in groups.enumerated() {
      guard var number = VoterGroup.number(inID: id, ofGroup: group.name) else { continue }
      // The last voters of a group are its seats.
      for part in parts.filter({ !$0.isSeat }) + parts.filter(\.isSeat) {
        var others = 0
        for origin in part.origins {
          if origin.place == place {
            if number <= origin.count { return part.group.voterID(others + number) }
            number -= origin.count
          }
          others += origin.count
        }
      }
    }
    return id
  }
}
