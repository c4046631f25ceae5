import Detection
import Forms
import JSON
import Metrics
import Text

/// Makes the cells of a scenario file, and collects all problems.
struct ScenarioReader {
  private let document: JSONDocument
  private let overrides: [ScenarioOverride]
  private let form: Form<ScenarioDraft>
  private var gathered = ProblemGatherer()
  /// What is allowed, but hardly meant.
  private var doubts = ProblemGatherer()

  init(_ document: JSONDocument, _ overrides: [ScenarioOverride], _ vocabulary: Vocabulary) {
    self.document = document
    self.overrides = overrides
    form = vocabulary.form
  }

  /// The file; nil if there are problems.
  mutating func read() -> ScenarioFile? {
    let log = ProblemLog(document)
    var (root, fixed) = overridden(log)
    let sweep = sweep(of: root, fixed, log)
    let whole = root
    root = root.without("sweep")
    // The document must be valid by itself, whatever the sweep changes.
    let cursor = JSONCursor(root, log: log)
    form.read(cursor)?.checkConditions(cursor, sweep.axes)
    gathered.add(log.unplacedProblems)
    let cells = cells(of: root, sweep)
    guard gathered.isEmpty, let base = cells.first?.draft else { return nil }
    let axisLog = ProblemLog()
    sweep.warn(JSONCursor(whole, log: axisLog), cells.map(\.cell))
    doubts.add(axisLog.unplacedProblems)
    return ScenarioFile(
      base: base.completed(axes: sweep.axes), cells: cells.map(\.cell),
      expectations: base.expectations.compactMap {
        $0.expectation(of: base.detectors, conditions: $0.conditions)
      })
  }

  /// All problems.
  var problems: [TextProblem] { placed(gathered.problems) }

  /// What is allowed, but hardly meant, in a file without problems.
  var warnings: [TextProblem] { placed(doubts.problems) }

  private func placed(_ unplaced: [UnplacedProblem]) -> [TextProblem] {
    let ofOverrides = unplaced.filter { $0.offset < 0 }.map { problem in
      TextProblem(
        .argument(overrides[-1 - problem.offset].description), path: problem.path,
        message: problem.message)
    }
    return ofOverrides
      + unplaced.filter { $0.offset >= 0 }.placed(in: document.text)
  }

  // MARK: The document and its sweep

  /// The document after the overrides, and the paths they changed.
  ///
  /// Everything from an override has an offset below 0, which distinguishes it from the text.
  private func overridden(
    _ log: ProblemLog
  ) -> (root: JSONNode, fixed: [(path: ScenarioPath, value: JSONNode)]) {
    var root = document.root
    var fixed: [(path: ScenarioPath, value: JSONNode)] = []
    for (index, override) in overrides.enumerated() {
      let offset = -1 - index
      guard let path = ScenarioPath(override.path) else {
        log.report(
          "this is not a valid path; use \(ScenarioPath.syntax)", path: "$", offset: offset)
        continue
      }
      let value = override.node(at: offset, log: log)
      do throws(PathFailure) {
        root = try root.replacing(path, with: value, keyOffset: offset)
        fixed.append((path, value))
      } catch {
        log.report(error.message, path: override.path, offset: offset)
      }
    }
    return (root, fixed)
  }

  private func sweep(
    of root: JSONNode, _ fixed: [(path: ScenarioPath, value: JSONNode)], _ log: ProblemLog
  ) -> Sweep {
    let places = DraftPlaces(JSONCursor(root, log: log))
    guard places.has("sweep") else { return Sweep() }
    let cursor = places["sweep"]
    var sweep = Sweep(cursor)
    for (path, value) in fixed { sweep.fix(path, to: value) }
    // If an axis has problems, the cells are unknown, and only the document is checked.
    return cursor.isSound ? sweep : Sweep()
  }

  // MARK: Cells

  private typealias Cell = (draft: ScenarioDraft, cell: ScenarioCell)

  private mutating func cells(of root: JSONNode, _ sweep: Sweep) -> [Cell] {
    let axes = sweep.axes
    let count = sweep.cellCount ?? 0
    let sweepOffsets = sweep.offsets
    var cells: [Cell] = []
    cells.reserveCapacity(count)
    gathered.cellCount = count
    doubts.cellCount = count
    for index in 0..<count {
      let choices = sweep.choices(ofCell: index)
      let log = ProblemLog()
      let node = sweep.document(of: root, choices: choices, log: log)
      let values = zip(axes, choices).map { AxisValue(axis: $0.path, value: $0.values[$1]) }
      func describe() -> String {
        values.map { "\($0.axis) = \($0.value.text())" }.joined(separator: ", ")
      }
      if let cell = cell(index + 1, JSONCursor(node, log: log), values) {
        cells.append(cell)
        let doubtLog = ProblemLog()
        cell.draft.warn(JSONCursor(node, log: doubtLog))
        doubts.add(
          doubtLog.unplacedProblems, ofCell: index, placedBySweep: sweepOffsets,
          describedAs: describe)
      }
      gathered.add(
        log.unplacedProblems, ofCell: index, placedBySweep: sweepOffsets, describedAs: describe)
    }
    return cells
  }

  /// One cell; nil, with reported problems, if it is not valid.
  private func cell(_ number: Int, _ cursor: JSONCursor, _ axes: [AxisValue]) -> Cell? {
    guard let draft = form.read(cursor) else { return nil }
    draft.check(cursor)
    let applies = draft.expectations.map { axes.meet($0.conditions) }
    draft.checkExpectations(cursor, applies: applies)
    guard cursor.isSound, let counts = draft.counts else { return nil }
    let expectations = zip(draft.expectations, applies).filter(\.1).compactMap {
      $0.0.expectation(of: draft.detectors, conditions: [])
    }
    let scenario = Scenario(draft, counts: counts, expectations: expectations)
    return (draft, ScenarioCell(number: number, axes: axes, scenario: scenario))
  }
}

extension ScenarioDraft {
  /// The draft with its axes, and with the confidence and the detector of each expectation.
  fileprivate func completed(axes: [SweepAxis]) -> ScenarioDraft {
    var draft = self
    draft.axes = axes
    for index in draft.expectations.indices {
      guard let metric = draft.expectations[index].metric else { continue }
      if draft.expectations[index].confidence == nil {
        draft.expectations[index].confidence = ExpectationDraft.standardConfidence
      }
      if settings.detectors.count == 1 && metric.isOfDetector {
        draft.expectations[index].detector = settings.detectors[0].method
      }
    }
    return draft
  }
}
