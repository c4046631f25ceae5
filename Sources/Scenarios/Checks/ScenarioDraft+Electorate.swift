import Agents
import Forms
import JSON
import Text

extension ScenarioDraft {
  /// The number of voters in each group; nil if it cannot be determined.
  var counts: [Int]? {
    let numbers = groups.map { group -> Int? in
      if case .number(let count) = group.count { count } else { nil }
    }
    let known = numbers.reduce(0) { $0 + ($1 ?? 0) }
    let rests = groups.filter { $0.count == .rest }.count
    guard numbers.filter({ $0 == nil }).count == rests, rests <= 1 else { return nil }
    guard rests == 1 else { return numbers.compactMap { $0 } }
    guard let electorate, electorate >= known else { return nil }
    return numbers.map { $0 ?? electorate - known }
  }

  func checkElectorate(_ places: DraftPlaces) {
    let rests = groups.indices.filter { groups[$0].count == .rest }
    for index in rests.dropFirst() {
      places["voters", .index(index), "count"].report(
        "the count of group '\(groups[rests[0]].name)' is already 'rest'; only one count may be")
    }
    if let index = rests.first, !places.has("electorate") {
      places["voters", .index(index), "count"].report(
        "the count 'rest' needs the key 'electorate' in the scenario")
    }
    guard rests.count <= 1, groups.allSatisfy({ $0.count != nil }) else { return }
    checkTotal(places, rest: rests.first)
  }

  private func checkTotal(_ places: DraftPlaces, rest: Int?) {
    let total = groups.reduce(0) { sum, group in
      if case .number(let count)? = group.count { sum + count } else { sum }
    }
    switch (rest, electorate) {
    case (let rest?, let electorate?):
      if total > electorate {
        places["voters", .index(rest), "count"].report(
          "the other groups have \(total) voters, more than the electorate of \(electorate); "
            + "the count 'rest' cannot be negative")
      }
    case (nil, let electorate?):
      if total != electorate {
        places["electorate"].report(
          "the groups have \(total) voters, not \(electorate); leave the key out, or set the "
            + "count of one group to 'rest'")
      }
    case (nil, nil):
      if total > ScenarioLimits.votersMax {
        places["voters"].report(
          "the groups have \(total) voters; at most \(ScenarioLimits.votersMax) are allowed")
      } else if total == 0 && !groups.isEmpty && !places.has("electorate") {
        places["voters"].report("the groups have no voters; at least one is needed")
      }
    case (_?, nil): break
    }
  }

  /// Reports victims that are not honest voters.
  func checkVictims(_ places: DraftPlaces) {
    guard let counts, !groups.contains(where: \.name.isEmpty) else { return }
    let honest = zip(groups, counts).filter { $0.0.role.kind == .honest && $0.1 > 0 }
    for (index, group) in groups.enumerated() {
      guard case .colluding(let role) = group.role else { continue }
      for (position, id) in (role.victims ?? []).enumerated() {
        let isHonest = honest.contains { other, count in
          VoterGroup.number(inID: id, ofGroup: other.name).map { $0 <= count } ?? false
        }
        if isHonest { continue }
        let isOwn = VoterGroup.number(inID: id, ofGroup: group.name) != nil
        let known = honest.map { other, count in
          count == 1 ? "\(other.name)-1" : "\(other.name)-1 to \(other.name)-\(count)"
        }
        places["voters", .index(index), "victims", .index(position)].report(
          (isOwn
            ? "'\(id.shortened)' belongs to the group itself; "
            : "there is no honest voter '\(id.shortened)'; ")
            + (known.isEmpty
              ? "there are no honest voters"
              : "the honest voters are \(known.joined(separator: ", "))"))
      }
    }
  }
}
