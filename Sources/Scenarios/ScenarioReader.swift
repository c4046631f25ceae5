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

  /// Whether it is tuned, with what is usual where the file says nothing.
  private let isTuned: Bool

  init(
    _ document: JSONDocument, _ overrides: [ScenarioOverride], _ vocabulary: Vocabulary,
    isTuned: Bool
  ) {
    self.document = document
    self.isTuned = isTuned
    self.overrides = overrides
    form = vocabulary.form
  }

  /// The file with the places of its expectations; nil if there are problems.
  mutating func read() -> (file: ScenarioFile, places: ExpectationPlaces)? {
    let log = ProblemLog(document)
    var overridden = OverriddenDocument(document, overrides, log: log)
    if isTuned && overridden.root.member("tune") == nil {
      overridden.root = overridden.root.setting(
        "tune", to: JSONNode(content: .object([]), offset: overridden.root.offset),
        keyOffset: overridden.root.offset)
    }
    let sweep = sweep(of: overridden, log)
    let lostLog = ProblemLog()
    overridden.leaveOutExpectations(
      from: Sweep(of: document.root, ProblemLog()).axes, to: sweep.axes, log: lostLog)
    doubts.add(lostLog.unplacedProblems)
    // The document must be valid by itself, whatever the sweep changes.
    let root = overridden.root.without("sweep")
    let cursor = JSONCursor(root, log: log)
    let whole = draft(cursor, sweep.axes)
    // Without the axes it is not known which conditions are right.
    if log.isSound("sweep") { whole?.checkConditions(cursor, sweep.axes) }
    gathered.add(log.unplacedProblems.map { withHint($0, overridden) })
    let cells = cells(of: root, sweep)
    if gathered.isEmpty {
      let drawLog = ProblemLog()
      sweep.checkDraws(JSONCursor(overridden.root, log: drawLog), cells)
      gathered.add(drawLog.unplacedProblems)
    }
    guard gathered.isEmpty, let base = draft(JSONCursor(sweep.base(of: root), log: log), sweep.axes)
    else { return nil }
    let axisLog = ProblemLog()
    sweep.warn(JSONCursor(overridden.root, log: axisLog), cells)
    doubts.add(axisLog.unplacedProblems)
    let file = ScenarioFile(
      base: base.completed(axes: sweep.axes), cells: cells,
      expectations: base.expectations.compactMap {
        $0.expectation(of: base.detectors, conditions: $0.conditions)
      })
    return (file, ExpectationPlaces(root, in: document.text))
  }

  /// All problems.
  var problems: [TextProblem] { placed(gathered.problems) }

  /// What is allowed, but hardly meant, in a file without problems.
  var warnings: [TextProblem] { placed(doubts.problems) }

  private func placed(_ unplaced: [UnplacedProblem]) -> [TextProblem] {
    let ofOverrides = unplaced.compactMap { problem in
      overrides.index(ofOffset: problem.offset).map { index in
        TextProblem(
          .argument(overrides[index].place), path: problem.path, message: problem.message)
      }
    }
    return ofOverrides
      + unplaced.filter { $0.offset >= 0 }.placed(in: document.text)
  }

  // MARK: The document and its sweep

  private func sweep(of overridden: OverriddenDocument, _ log: ProblemLog) -> Sweep {
    var sweep = Sweep(of: overridden.root, log)
    for (path, value) in overridden.fields { sweep.fix(path, to: value) }
    return sweep
  }

  /// The problem, with a hint where a list was given for one value, but each of its values would do.
  private func withHint(
    _ problem: UnplacedProblem, _ overridden: OverriddenDocument
  ) -> UnplacedProblem {
    guard let (root, path) = overridden.trying(firstValueAt: problem.offset) else { return problem }
    let log = ProblemLog()
    _ = form.read(JSONCursor(root.without("sweep"), log: log))
    if log.unplacedProblems.contains(where: { $0.offset == problem.offset }) { return problem }
    return UnplacedProblem(
      offset: problem.offset, path: problem.path,
      message: problem.message + "; to try several values, use --sweep \(path.shortened)=V,V")
  }

  /// The document of a cell, with conditions as the axes show their values.
  private func draft(_ cursor: JSONCursor, _ axes: [SweepAxis]) -> ScenarioDraft? {
    form.read(cursor)?.resolvingConditions(axes)
  }

  // MARK: Cells

  private mutating func cells(of root: JSONNode, _ sweep: Sweep) -> [ScenarioCell] {
    let axes = sweep.axes
    let count = sweep.cellCount ?? 0
    let sweepOffsets = sweep.offsets
    var cells: [ScenarioCell] = []
    cells.reserveCapacity(count)
    gathered.cellCount = count
    doubts.cellCount = count
    for index in 0..<count {
      let choices = sweep.choices(ofCell: index)
      let log = ProblemLog()
      let node = sweep.document(of: root, choices: choices, log: log)
      let values = zip(axes, choices).map { AxisValue(axis: $0.name, value: $0.values[$1]) }
      func describe() -> String {
        values.map { "\($0.axis) = \($0.value.text())" }.joined(separator: ", ")
      }
      if let cell = cell(index + 1, JSONCursor(node, log: log), values, axes) {
        cells.append(cell.cell)
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
  private func cell(
    _ number: Int, _ cursor: JSONCursor, _ values: [AxisValue], _ axes: [SweepAxis]
  ) -> (draft: ScenarioDraft, cell: ScenarioCell)? {
    guard let draft = draft(cursor, axes) else { return nil }
    draft.check(cursor)
    let applies = draft.expectations.map { values.meet($0.conditions) }
    draft.checkExpectations(cursor, applies: applies)
    draft.checkTuning(cursor)
    guard cursor.isSound, let counts = draft.counts else { return nil }
    let expectations = zip(draft.expectations, applies).filter(\.1).compactMap {
      $0.0.expectation(of: draft.detectors, conditions: [])
    }
    let scenario = Scenario(draft, counts: counts, expectations: expectations)
    return (
      draft,
      ScenarioCell(number: number, axes: values, scenario: scenario, tuning: draft.tuning)
    )
  }
}

extension ScenarioDraft {
  /// The draft with conditions as the axes show their values, whose texts may be fractions.
  fileprivate func resolvingConditions(_ axes: [SweepAxis]) -> ScenarioDraft {
    var draft = self
    for index in draft.expectations.indices {
      draft.expectations[index].conditions = draft.expectations[index].conditions.map { condition in
        let axis = axes.first { $0.name.hasSameCodePoints(as: condition.axis) }
        return AxisValue(
          axis: condition.axis, value: axis?.shown(condition.value) ?? condition.value)
      }
    }
    return draft
  }

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

extension Sweep {
  /// The sweep of a document; if an axis has problems, the cells are unknown, and it has none.
  fileprivate init(of root: JSONNode, _ log: ProblemLog) {
    let places = DraftPlaces(JSONCursor(root, log: log))
    guard places.has("sweep") else {
      self.init()
      return
    }
    let cursor = places["sweep"]
    let sweep = Sweep(cursor)
    self = cursor.isSound ? sweep : Sweep()
  }
}
