import Exactness
import Experiments
import Metrics
import Scenarios

extension AnalyticValues {
  /// The notes below a table with worst cases.
  var notes: [String] {
    var notes: [String] = []
    let attacked = cells.filter(\.isAttacked).map(\.analysis)
    let free = attacked.filter { $0.isArrivalTheirs && $0.worst(of: .correctRate) != nil }
    let bound = attacked.filter { !$0.isArrivalTheirs && $0.worst(of: .correctRate) != nil }
    let worst = "worst: the worst that faulty voters can do"
    if !free.isEmpty && !bound.isEmpty {
      notes += [
        worst,
        "(also by delaying honest votes if they can call the tally or rule the network)",
      ]
    } else if !free.isEmpty {
      notes.append("\(worst), also by delaying honest votes")
    } else if !bound.isEmpty {
      notes.append("\(worst), with all honest votes counted")
    }
    if attacked.contains(where: { !$0.shortfalls.isEmpty && $0.worst(of: .correctRate) != nil }) {
      notes.append("≤ and ≥ are bounds; `quorumlab exact` says why")
    }
    if cells.contains(where: \.analysis.isGivenUp) {
      notes.append("values that take long to compute are left out; `quorumlab exact` shows them")
    }
    return notes
  }
}
