import Experiments
import Scenarios
import Text

extension CheckReport {
  /// The report for people: a verdict on each line, problems first, then the commands that show
  /// them.
  ///
  /// - Parameter view: The width, and the number of lines.
  public func text(as view: TableView) -> TonedText {
    let explanations = explanations(linesMax: view.linesMax.map { $0 * 2 / 5 })
    let used = 2 + explanations.plain.count(where: \.isNewline)
    return [
      heading, TonedText("\n\n"), table(as: view, besides: used), explanations,
    ].joined()
  }

  /// What is broken, undefined or not decided, for people who want to see nothing else; empty if
  /// nothing is.
  public var problems: TonedText {
    unkept.map { entry in
      [TonedText("\(source.path): "), explanation(entry, finding: entry.verdict?.finding)].joined()
    }.joined()
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

  /// The verdicts, problems first.
  private func table(as view: TableView, besides used: Int) -> TonedText {
    // By outcome, in the order of the file within each.
    let order = entries.indices.sorted { (entries[$0].rank, $0) < (entries[$1].rank, $1) }
    func column(_ title: String, _ text: (Entry) -> String) -> TextTable.Column {
      TextTable.Column(title: title, cells: entries.map(text), isNumeric: false)
    }
    let verdicts = TextTable.Column(
      title: "verdict", cells: entries.map(\.outcomeText), tones: entries.map(\.tone),
      isNumeric: false)
    let columns = [
      verdicts, column("value") { $0.verdict?.valueText ?? "-" },
      column("decided by") { $0.verdict?.groundText ?? "-" },
    ]
    return EntryTable(self, order: order, columns).text(as: view, besides: used)
  }

  /// What explains the problems, as much as there is place for; at least the first.
  private func explanations(linesMax: Int?) -> TonedText {
    var text = TonedText()
    var lineCount = 0
    for (index, entry) in unkept.enumerated() {
      let explanation = explanation(entry)
      lineCount += 1 + explanation.plain.count(where: \.isNewline)
      if let linesMax, index > 0 && lineCount > linesMax {
        text += "\nand \((unkept.count - index).grouped) more; --all shows all\n"
        return text
      }
      text += "\n"
      text += explanation
    }
    return text
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
