import Experiments
import JSON
import Scenarios
import Text

/// How many trials the expectations of a scenario will probably take.
public struct PlanReport: Sendable {
  /// The expectations, without verdicts.
  private let report: CheckReport
  /// What each takes, with the largest number of trials.
  private let needs: [(need: CheckPlan.Need, trialsMax: Int)]

  /// The report on a plan.
  ///
  /// - Parameter report: The report on the expectations, none of which has a verdict.
  public init(_ report: CheckReport, _ plan: CheckPlan) {
    self.report = report
    needs = zip(plan.cells, plan.trialsMax).flatMap { cell, most in cell.map { ($0, most) } }
    precondition(needs.count == report.entries.count, "there is a need for each expectation")
  }

  // MARK: Text

  /// The report for people: what each expectation takes on a line.
  public func text(as view: TableView) -> TonedText {
    let free = needs.filter { $0.need.isNone }.count
    let heading = """
      \(report.file.name), seed \(report.file.cells[0].scenario.seed): \
      \(needs.count.counting("expectation")), \(free.grouped) without trials


      """
    let columns = Self.titles.enumerated().map { index, title in
      TextTable.Column(
        title: title, cells: needs.map { Self.text($0.need, $0.trialsMax)[index] },
        isNumeric: false)
    }
    let note = needs.count == free ? "" : Self.note
    // What takes most is what one wants to know.
    let order =
      needs.indices.filter { !needs[$0].need.isNone }
      + needs.indices.filter { needs[$0].need.isNone }
    let table = EntryTable(report, order: order, columns)
      .text(as: view, besides: 2 + note.count(where: \.isNewline))
    return [TonedText(heading), table, TonedText(note)].joined()
  }

  private static let titles = ["at best", "halfway", "beyond"]

  private static let note = """

    An estimate; no trial was run. VALUE: TRIALS says how many are probably needed
    if the metric has this value: the best one, one halfway to the limit, and one
    as far beyond it. (Of a percentile it is the share beyond the limit.) It may be
    wrong by a factor of 2, and by more where proposals depend on one another.

    """

  /// The texts of the three columns.
  private static func text(_ need: CheckPlan.Need, _ trialsMax: Int) -> [String] {
    switch need {
    case .none(let ground): return ["0, \(ground.rawValue)", "-", "-"]
    case .count: return ["all \(trialsMax.grouped), counted", "-", "-"]
    case .test(let assumptions):
      let texts = assumptions.map { assumption in
        let trials = assumption.trials?.grouped ?? "over \(trialsMax.grouped)"
        return "\(assumption.value.brief): \(trials)"
      }
      return texts + Array(repeating: "-", count: titles.count - texts.count)
    }
  }

  // MARK: JSON

  /// The report for other programs.
  public var json: JSONValue {
    [
      "scenario": .string(report.file.name), "file": .string(report.source.path),
      "seed": JSONValue(exact: report.file.cells[0].scenario.seed),
      "plan": .array(
        zip(report.entries, needs).map { entry, need in
          .object(
            JSONObject(
              report.members(of: entry) + Self.members(of: need.need)
                + [("trials_max", JSONValue(need.trialsMax))]))
        }),
    ]
  }

  private static func members(of need: CheckPlan.Need) -> [(key: String, value: JSONValue)] {
    switch need {
    case .none(let ground): [("decided_by", .string(ground.rawValue)), ("trials", 0)]
    case .count: [("decided_by", .string(Verdict.Ground.count.rawValue))]
    case .test(let assumptions):
      [
        ("decided_by", .string(Verdict.Ground.sequentialTest.rawValue)),
        (
          "estimates",
          .array(
            assumptions.map { assumption in
              [
                "if": JSONValue(assumption.value),
                "trials": assumption.trials.map { JSONValue($0) } ?? .null,
              ]
            })
        ),
      ]
    }
  }
}

extension CheckPlan.Need {
  /// Whether no trial is needed.
  fileprivate var isNone: Bool {
    switch self {
    case .none: true
    case .count, .test: false
    }
  }
}
