import Exactness
import Metrics
import Scenarios

extension CellTable {
  /// The notes below a table with values that are known without trials.
  var knownNotes: [String] {
    let worst = groups.flatMap(\.self).filter { $0.column.value == .worst }
    let attacked = rows.filter { row in worst.contains { $0.numbers[row] != nil } }
    let isFree = attacked.map { file.cells[$0].scenario.isArrivalTheirs }
    var notes: [String] = []
    let words = "worst: the worst that faulty voters can do"
    if isFree.contains(true) && isFree.contains(false) {
      notes += [
        words,
        "(also by delaying honest votes if they can call the tally or rule the network)",
      ]
    } else if isFree.contains(true) {
      notes.append("\(words), also by delaying honest votes")
    } else if isFree.contains(false) {
      notes.append("\(words), with all honest votes counted")
    }
    if worst.contains(where: { $0.hasBound(in: rows) }) {
      notes.append("≤ and ≥ are bounds; `quorumlab exact` says why")
    }
    let exact = groups.flatMap(\.self).filter { $0.column.value == .exact }
    let unknown = rows.filter { row in
      exact.isEmpty || exact.contains { $0.numbers[row] == nil && $0.isDefined[row] }
    }
    if unknown.contains(where: { file.cells[$0].scenario.exactObstacles.isEmpty }) {
      notes.append("values that take long to compute are left out; `quorumlab exact` shows them")
    }
    return notes
  }
}
