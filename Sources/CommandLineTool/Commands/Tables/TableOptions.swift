import Metrics
import Reports
import Scenarios
import Text

/// The options that choose what of a table is shown, and how.
enum TableOptions {
  static let width = Option.optional(
    "width", .integer(in: 40...10_000), otherwise: "that of the terminal, else COLUMNS, else 80",
    summary: "The width of tables.")
  static let all = Option.flag(
    "all", summary: "Show all of a table, not \(TableView.linesMax) lines at most.")
  static let metrics = Option.optional(
    "metrics", .metricColumns, summary: "Show these columns only, in this order.")
  static let conditions = Option.repeated(
    "where", .axis, summary: "Show only cells in which an axis has one of these values.")
  static let sort = Option.optional(
    "sort", .metricColumn, summary: "Show the worst cells by this column first.")
  static let pivot = Option.optional(
    "pivot", .pivot,
    summary: """
      Show a row for each value of an axis and, with another axis, a column for each of its values; \
      an entry is the worst over all other axes.
      """)
  static let over = Option.value(
    "over", .choice(TableView.Over.self), default: "worst",
    summary: "What an entry of --pivot is of its cells.")

  /// The options of tables of cells.
  static let ofCells: [any OptionDeclaration] = [
    metrics, conditions, sort, pivot, over, width, all,
  ]

  /// The largest number of columns of a line.
  static func columns(_ arguments: ParsedArguments, in console: Console) -> Int {
    arguments[width] ?? console.columns(of: .standardOutput)
  }

  /// The view of a table that is not of cells.
  static func view(_ arguments: ParsedArguments, in console: Console) -> TableView {
    var view = TableView(width: columns(arguments, in: console))
    if arguments[all] { view.linesMax = nil }
    return view
  }

  /// The view of a table of the cells of a scenario, one for each scenario.
  ///
  /// It is read before anything is computed, because a name may be wrong.
  ///
  /// - Parameters:
  ///   - isTable: Whether a table for people is printed at all.
  ///   - isMeasured: Whether the table has estimates; without them, a metric stands for its exact
  ///     value.
  static func views(
    _ arguments: ParsedArguments, of files: [ScenarioFile], isTable: Bool, isMeasured: Bool = true,
    in console: Console
  ) throws(CommandFailure) -> [TableView] {
    let isGiven = [
      (metrics.specification, arguments[metrics] != nil),
      (conditions.specification, !arguments[conditions].isEmpty),
      (sort.specification, arguments[sort] != nil),
      (pivot.specification, arguments[pivot] != nil),
    ]
    if !isTable, let option = isGiven.first(where: \.1)?.0 {
      throw .usage("\(option.flag) chooses what a table shows; --format csv and json show all")
    }
    func available(_ column: MetricColumn) throws(CommandFailure) -> MetricColumn {
      if isMeasured || column.value != .estimate { return column }
      guard let exact = column.exact else {
        throw .usage("\(column.name) has no exact value; it is only measured, by 'run'")
      }
      return exact
    }
    let columns = try (arguments[metrics] ?? []).map(available)
    let order = try arguments[sort].map(available)
    var views: [TableView] = []
    for file in files {
      var view = view(arguments, in: console)
      view.columns = columns
      view.order = order
      view.pivot = arguments[pivot]
      view.over = arguments[over]
      for axis in [view.pivot?.row, view.pivot?.column].compactMap(\.self) {
        if let problem = file.problem(withAxis: axis) {
          throw .usage("--pivot \(quoted(axis)): \(problem) of '\(file.name)'")
        }
      }
      for option in arguments[conditions] {
        do throws(TextProblems) {
          view.conditions.append(try file.condition(option))
        } catch {
          throw .usage(
            "--where \(quoted(option.assignment)): "
              + error.problems.map(\.message).joined(separator: "; "))
        }
      }
      views.append(view)
    }
    return views
  }
}

extension ValueKind where Value == MetricColumn {
  /// A value of a metric, by the name of its column.
  fileprivate static var metricColumn: Self {
    let names = MetricColumn.all.map(\.name)
    return .init(
      placeholder: "M",
      expectation: "a metric, or with _exact, _worst or _worst_counted what is "
        + "known of it without trials; see `help metrics`",
      completion: .words(names), read: MetricColumn.init(named:))
  }
}

extension ValueKind where Value == [MetricColumn] {
  /// Some values of metrics with commas between them.
  fileprivate static var metricColumns: Self {
    .init(
      placeholder: "M,M",
      expectation: "metrics with commas between them, such as correct_rate,correct_rate_worst",
      completion: .words(MetricColumn.all.map(\.name)),
      read: { text in
        let names = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let columns = names.compactMap(MetricColumn.init(named:))
        return columns.count == names.count ? columns : nil
      })
  }
}

extension ValueKind where Value == TableView.Pivot {
  /// One axis, or two with a comma between them.
  fileprivate static var pivot: Self {
    .init(
      placeholder: "AXIS,AXIS",
      expectation: "one axis, or two different ones with a comma between them",
      read: { text in
        let names = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard (1...2).contains(names.count), !names.contains(""),
          names.first != names.dropFirst().first
        else { return nil }
        return TableView.Pivot(row: names[0], column: names.dropFirst().first)
      })
  }
}
