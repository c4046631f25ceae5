import Agents
import Scenarios

/// Workers that the same plans are about.
struct TargetClass {
  /// The share of proposals that are aimed at them.
  let share: Double
  /// One of them, counted from 1; nil for workers that no plan is about.
  let example: Int?
}

extension Scenario {
  /// The classes of workers that some group treats differently.
  var targetClasses: [TargetClass] {
    let plans = groups.compactMap { group -> [Int]? in
      guard case .colluding(let role) = group.role, group.count > 0 else { return nil }
      return role.plan.traits.takes(.targets) ? role.targets : nil
    }
    let workers = Set(plans.joined()).sorted().filter { $0 <= settings.workload.targets }
    var classes: [(signature: [Bool], example: Int, count: Int)] = []
    for worker in workers {
      let signature = plans.map { $0.contains(worker) }
      if let place = classes.firstIndex(where: { $0.signature == signature }) {
        classes[place].count += 1
      } else {
        classes.append((signature, worker, 1))
      }
    }
    let all = Double(settings.workload.targets)
    let others = settings.workload.targets - workers.count
    return classes.map { TargetClass(share: Double($0.count) / all, example: $0.example) }
      + (others > 0 ? [TargetClass(share: Double(others) / all, example: nil)] : [])
  }
}
