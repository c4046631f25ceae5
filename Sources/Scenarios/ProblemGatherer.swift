import Text

/// Collects the problems of all cells, and reports each once.
///
/// A problem of the document itself is found again in every cell. Problems are the same if their
/// position and path are, even with different words in different cells.
struct ProblemGatherer {
  private struct Key: Hashable {
    let offset: Int
    let path: ExactText

    init(_ problem: UnplacedProblem) {
      offset = problem.offset
      path = ExactText(problem.path)
    }
  }

  private struct Entry {
    let key: Key
    let messages: [String]
    /// A description of the first cell with the problem; nil if the position identifies the cell.
    let cell: String?
    var cellCount = 1
  }

  /// The problems that belong to no cell.
  private var ofDocument: [UnplacedProblem] = []
  private var known: Set<Key> = []
  private var ofCells: [Entry] = []
  private var indexByKey: [Key: Int] = [:]

  /// How many cells there are.
  var cellCount = 0

  /// Whether there are no problems.
  var isEmpty: Bool { ofDocument.isEmpty && ofCells.isEmpty }

  /// Adds problems that belong to no cell.
  mutating func add(_ problems: [UnplacedProblem]) {
    ofDocument += problems
    for problem in problems { known.insert(Key(problem)) }
  }

  /// Adds the problems of one cell, without those that belong to no cell.
  ///
  /// - Parameter placedBySweep: The positions that identify the cells by themselves.
  mutating func add(
    _ problems: [UnplacedProblem], ofCell index: Int, placedBySweep: Set<Int>,
    describedAs describe: () -> String
  ) {
    var ofThisCell: [(key: Key, messages: [String])] = []
    for problem in problems {
      let key = Key(problem)
      if known.contains(key) { continue }
      if let index = ofThisCell.firstIndex(where: { $0.key == key }) {
        ofThisCell[index].messages.append(problem.message)
      } else {
        ofThisCell.append((key, [problem.message]))
      }
    }
    for (key, messages) in ofThisCell {
      if let known = indexByKey[key] {
        ofCells[known].cellCount += 1
      } else if ofCells.count < ProblemLog.problemsMax {
        indexByKey[key] = ofCells.count
        let cell =
          placedBySweep.contains(key.offset) ? nil : " (cell \(index + 1): \(describe()))"
        ofCells.append(Entry(key: key, messages: messages, cell: cell))
      }
    }
  }

  /// All problems; a problem that not every cell has names its first cell.
  var problems: [UnplacedProblem] {
    ofDocument
      + ofCells.flatMap { entry in
        let cell = entry.cellCount < cellCount ? entry.cell ?? "" : ""
        return entry.messages.map {
          UnplacedProblem(
            offset: entry.key.offset, path: entry.key.path.text, message: $0 + cell)
        }
      }
  }
}
