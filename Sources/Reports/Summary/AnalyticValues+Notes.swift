import Exactness
import Experiments
import Metrics
import Scenarios

extension AnalyticValues {
  /// What is to be said below a table in which some worst cases stand.
  var notes: [String] {
    var notes: [String] = []
    let attacked = cells.filter(\.isAttacked).map(\.analysis)
    let free = attacked.filter { $0.isArrivalTheirs && $0.worst(of: .correctRate) != nil }
    let bound = attacked.filter {
      !$0.isArrivalTheirs && $0.worstAllCounted(of: .correctRate) != nil
    }
    let worst = "worst: what the faulty voters could do at most,"
    if !free.isEmpty && !bound.isEmpty {
      notes += [
        worst, "where they can call the tally or rule the network also by holding votes back",
      ]
    } else if !free.isEmpty {
      notes.append("\(worst) also by holding votes back")
    } else if !bound.isEmpty {
      notes.append("\(worst) all honest votes counted")
    }
    if cells.contains(where: \.analysis.isGivenUp) {
      notes.append("what would take long is left out; see `quorumlab exact`")
    }
    return notes
  }
}
