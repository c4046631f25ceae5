import Text

/// Gathers the problems of all cells, and tells each but once.
///
/// What is wrong in the document itself is found again in every cell. A problem is known by its
/// place and path: a cell that has it in other words has no other problem.
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
    /// The cell where it was found first, in words; nil where its place says as much.
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

  /// Whether nothing is wrong.
  var isEmpty: Bool { ofDocument.isEmpty && ofCells.isEmpty }

  /// Adds problems that belong to no cell.
  mutating func add(_ problems: [UnplacedProblem]) {
    ofDocument += problems
    for problem in problems { known.insert(Key(problem)) }
  }

  /// Adds the problems of one cell, but for those that belong to none.
  ///
  /// - Parameter placedBySweep: The places that tell by themselves which cells are meant.
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

  /// All problems; those that not every cell has say in which they are.
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
