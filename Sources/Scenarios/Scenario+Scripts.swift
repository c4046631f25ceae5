import Agents
import Forms

extension Scenario {
  /// The numbers of the faulty voters, in their order.
  package var faultyVoters: [Int] {
    groups.indices.filter { groups[$0].role.isFaulty }.flatMap { voterRanges[$0] }
  }

  /// The same scenario, in which each faulty voter follows a script, at once and beyond the network.
  ///
  /// Voters keep their numbers, so the others have the same luck. It expects and detects nothing.
  ///
  /// - Parameter scripts: the script of each faulty voter, in their order; none for who does nothing.
  package func following(
    _ scripts: [[ScriptStep]], named name: String, description: String
  ) -> Scenario {
    var settings = settings
    settings.name = name
    settings.description = description
    settings.detectors = []
    var names = Set(groups.map(\.name))
    var rest = scripts[...]
    var parts: [VoterGroup] = []
    for group in groups {
      if !group.role.isFaulty {
        parts.append(group)
        continue
      }
      var isFirst = true
      for script in rest.prefix(group.count).chunked() {
        var name = group.name
        var number = 1
        while !isFirst && !names.insert(name).inserted {
          number += 1
          name = "\(group.name)-\(number)"
        }
        isFirst = false
        parts.append(
          VoterGroup(
            name: name,
            role: .byzantine(ByzantineRole(strategy: .scripted, script: script.value)),
            count: script.count, weight: group.weight))
      }
      rest = rest.dropFirst(group.count)
    }
    return Scenario(settings: settings, groups: parts)
  }

  /// Whether no script has more steps than a file may have.
  package var areScriptsShort: Bool {
    groups.allSatisfy { group in
      guard case .byzantine(let role) = group.role, let script = role.script else { return true }
      return script.count <= ScenarioLimits.elementsMax
    }
  }
}

extension Collection where Element: Equatable {
  /// Equal neighbours as one, with their number.
  fileprivate func chunked() -> [(value: Element, count: Int)] {
    reduce(into: []) { chunks, element in
      if let last = chunks.indices.last, chunks[last].value == element {
        chunks[last].count += 1
      } else {
        chunks.append((element, 1))
      }
    }
  }
}
