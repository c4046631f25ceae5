import Experiments
import Scenarios
import Text

extension CheckReport {
  /// The report for people: a verdict on each line, then the commands that show failures.
  public func text(columns width: Int) -> String {
    ([heading + "\n\n" + table.text(columns: width)] + unkept.map { explanation($0) })
      .joined(separator: "\n")
  }

  /// What is broken, undefined or not decided, for people who want to see nothing else; empty if
  /// nothing is.
  public var problems: String {
    unkept.map { "\(source.path): " + explanation($0, finding: $0.verdict?.finding) }.joined()
  }

  private var heading: String {
    let outcomes = Verdict.Outcome.allCases.map { (count($0), $0.rawValue) }
    let missing = (entries.count - outcomes.reduce(0) { $0 + $1.0 }, "not reached")
    let counts = (outcomes + [missing]).filter { $0.0 > 0 }.map { "\($0.0.grouped) \($0.1)" }
    return "\(file.name), seed \(file.cells[0].scenario.seed): \(counts.joined(separator: ", "))"
  }

  private var table: TextTable {
    func column(_ title: String, _ text: (Entry) -> String) -> TextTable.Column {
      TextTable.Column(title: title, cells: entries.map(text), isNumeric: false)
    }
    let cell = TextTable.Column(title: "cell", cells: entries.map { String($0.cell.number) })
    return TextTable(
      keys: (file.cells.count > 1 ? [cell] : []) + [column("expectation", \.claim)],
      columns: [
        column("verdict", \.outcomeText),
        column("value") { $0.verdict?.valueText ?? "-" },
        column("decided by") { $0.verdict?.groundText ?? "-" },
      ])
  }

  private func explanation(_ entry: Entry, finding: String? = nil) -> String {
    let reasons = finding == nil ? entry.verdict?.reasons ?? [] : []
    return "\(entry.outcomeText): \(entry.title)\(finding.map { ": \($0)" } ?? "")\n"
      + reasons.map { "  \($0.shown)\n" }.joined()
      + (command(entry).map { "  \($0.shown)\n" } ?? "")
  }
}
