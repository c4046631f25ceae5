import Experiments
import Scenarios
import Text

extension CheckReport {
  /// The report for people: a verdict on each line, then the commands that show failures.
  public func text(columns width: Int) -> TonedText {
    let start = [heading, TonedText("\n\n"), table.toned(columns: width)].joined()
    return ([start] + unkept.map { explanation($0) }).joined(separator: "\n")
  }

  /// What is broken, undefined or not decided, for people who want to see nothing else; empty if
  /// nothing is.
  public var problems: TonedText {
    unkept.map { entry in
      [TonedText("\(source.path): "), explanation(entry, finding: entry.verdict?.finding)].joined()
    }.joined()
  }

  /// The cells, if there are several, and what is expected of them.
  var keyColumns: [TextTable.Column] {
    let cell = TextTable.Column(title: "cell", cells: entries.map { String($0.cell.number) })
    let claims = TextTable.Column(
      title: "expectation", cells: entries.map(\.claim), isNumeric: false)
    return (file.cells.count > 1 ? [cell] : []) + [claims]
  }

  private var heading: TonedText {
    let outcomes = Verdict.Outcome.allCases.map { (count($0), $0.rawValue, $0.tone) }
    let missing = entries.count - outcomes.reduce(0) { $0 + $1.0 }
    let counts = (outcomes + [(missing, "not reached", .doubtful)]).filter { $0.0 > 0 }
      .map { TonedText("\($0.0.grouped) \($0.1)", $0.2) }
    return [
      TonedText("\(file.name), seed \(file.cells[0].scenario.seed): "),
      counts.joined(separator: ", "),
    ].joined()
  }

  private var table: TextTable {
    func column(_ title: String, _ text: (Entry) -> String) -> TextTable.Column {
      TextTable.Column(title: title, cells: entries.map(text), isNumeric: false)
    }
    return TextTable(
      keys: keyColumns,
      columns: [
        TextTable.Column(
          title: "verdict", cells: entries.map(\.outcomeText), tones: entries.map(\.tone),
          isNumeric: false),
        column("value") { $0.verdict?.valueText ?? "-" },
        column("decided by") { $0.verdict?.groundText ?? "-" },
      ])
  }

  private func explanation(_ entry: Entry, finding: String? = nil) -> TonedText {
    let reasons = finding == nil ? entry.verdict?.reasons ?? [] : []
    let lines =
      reasons.map { "  \($0.shown)\n" } + (command(entry).map { ["  \($0.shown)\n"] } ?? [])
    return [
      TonedText(entry.outcomeText, entry.tone),
      TonedText(": \(entry.title)\(finding.map { ": \($0)" } ?? "")\n" + lines.joined()),
    ].joined()
  }
}
