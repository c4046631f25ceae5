import Agents
import Consensus
import Forms
import JSON
import Text

extension ScenarioDraft {
  /// The number of voters in each group; nil if it cannot be determined.
  var counts: [Int]? {
    let rests = groups.filter { $0.count == .rest }.count
    let others = groups.filter { $0.count != .rest }.compactMap(number)
    guard others.count + rests == groups.count, rests <= 1 else { return nil }
    let known = others.reduce(0, +)
    guard rests == 1 else { return others }
    guard let electorate, electorate >= known else { return nil }
    return groups.map { number(of: $0) ?? electorate - known }
  }

  /// The number of voters of a group; nil if it is the rest, or cannot be determined.
  private func number(of group: GroupDraft) -> Int? {
    switch group.count {
    case .number(let count): count
    case .maxFaulty: electorate.map { VotingRules.maxByzantineFaults(voters: $0) }
    case .rest, nil: nil
    }
  }

  func checkElectorate(_ places: DraftPlaces) {
    let rests = groups.indices.filter { groups[$0].count == .rest }
    for index in rests.dropFirst() {
      places["voters", .index(index), "count"].report(
        "the count of group '\(groups[rests[0]].name)' is already 'rest'; only one count may be")
    }
    let faulty = groups.indices.filter { groups[$0].count == .maxFaulty }
    if !places.has("electorate") {
      for index in faulty + rests.prefix(1) {
        let word = groups[index].count == .rest ? "rest" : "max_faulty"
        places["voters", .index(index), "count"].report(
          "the count '\(word)' needs the key 'electorate' in the scenario")
      }
    }
    guard rests.count <= 1, groups.allSatisfy({ $0.count != nil }),
      faulty.isEmpty || electorate != nil
    else { return }
    checkTotal(places, rest: rests.first)
  }

  private func checkTotal(_ places: DraftPlaces, rest: Int?) {
    let total = groups.compactMap(number).reduce(0, +)
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
