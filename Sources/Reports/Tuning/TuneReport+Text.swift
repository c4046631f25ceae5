import Consensus
import JSON
import Metrics
import Scenarios
import Text
import Tuning

extension TuneReport {
  /// The report for people: at most a screen a cell.
  ///
  /// - Parameters:
  ///   - folder: where the result is.
  ///   - view: How wide and long it is.
  public func text(folder: String, as view: TableView) -> String {
    cells.map { cell in
      let axes = cell.cell.axes.map { "\($0.axis) = \($0.value.plainText)" }
      let name = axes.isEmpty ? file.name : "\(file.name), \(axes.joined(separator: ", "))"
      return cell.text(named: name, worstAt: worstPath(of: cell, in: folder), as: view)
    }.joined(separator: "\n") + changesBetweenCells(view)
  }

  /// Where the recommendation changes, in a sweep.
  private func changesBetweenCells(_ view: TableView) -> String {
    if cells.count < 2 { return "" }
    let advice = cells.map { cell in cell.chosen?.settingsText(cell.searched) ?? "none" }
    var lines: [String] = []
    for place in cells.indices where place == 0 || advice[place] != advice[place - 1] {
      let axes = cells[place].cell.axes.map { "\($0.axis) = \($0.value.plainText)" }
      lines.append("from \(axes.joined(separator: ", ")): \(advice[place])")
    }
    let layout = TextLayout(columns: view.width)
    return "\nThe recommendation by cells:\n"
      + lines.map { layout.lines($0, indent: 2, continuationIndent: 4) }.joined()
  }
}

extension TunedCell {
  fileprivate func text(named name: String, worstAt path: String, as view: TableView) -> String {
    let layout = TextLayout(columns: view.width)
    let sentences =
      reasons(worstAt: path).map { layout.lines($0, indent: 0, continuationIndent: 2) }
      + pathTexts.map { layout.lines($0, indent: 2, continuationIndent: 4) }
    let words = sentences.joined()
    let counts = [
      study.scenario.voterCount.counting("voter"), study.seatCount.counting("seat"),
      study.adversaries.count == 2
        ? "1 adversary" : "\((study.adversaries.count - 1).grouped) adversaries",
      study.configurations.count.counting("configuration"),
    ]
    let heading = layout.lines(
      "\(name): \(counts.joined(separator: ", "))", indent: 0, continuationIndent: 2)
    let front = study.configurations.indices.filter { place in
      study.configurations[place].front != .no && place != study.own
        && place != recommendation.outcome.place
    }
    let used = (heading + words).count(where: \.isNewline) + 6
    // Own settings and recommendation are always shown; wide tables have several blocks.
    var shown = front.count
    if let linesMax = view.linesMax {
      while shown > 0, table(Array(front.prefix(shown)), view).count(where: \.isNewline) + used > linesMax {
        shown = shown > 8 ? shown * 3 / 4 : shown - 1
      }
    }
    let hidden = front.count - shown
    let note =
      hidden == 0
      ? "" : layout.lines(
        "\(hidden.counting("more configuration")) of the front; --all shows them, tune.csv has them",
        indent: 2, continuationIndent: 4)
    return heading + "\n" + table(Array(front.prefix(shown)), view) + note + "\n" + words
  }

  private func table(_ front: [Int], _ view: TableView) -> String {
    let first = [study.own] + [recommendation.outcome.place].compactMap { $0 == study.own ? nil : $0 }
    let rows = (first + front).map { study.configurations[$0] }
    func role(_ row: Int) -> String {
      let place = (first + front)[row]
      let isChosen = place == recommendation.outcome.place
      let names = [
        place == study.own ? "own" : nil,
        isChosen ? (status == .undecided ? "likeliest" : "recommended") : nil,
        study.configurations[place].front == .yes ? "front" : nil,
        study.configurations[place].front == .undecided ? "perhaps front" : nil,
      ].compactMap(\.self)
      return names.joined(separator: ", ")
    }
    let harm = study.metrics.firstIndex(of: .expectedHarm) ?? 0
    let order = [harm] + study.metrics.indices.filter { $0 != harm }
    return TextTable(
      keys: [
        TextTable.Column(title: "no.", cells: rows.map { String($0.number) }),
        TextTable.Column(
          title: "role", cells: rows.indices.map(role), isNumeric: false),
      ],
      columns: order.map { metric in
        TextTable.Column(
          title: study.metrics[metric].rawValue,
          cells: rows.map { $0.worst[metric].value.briefText })
      } + [
        TextTable.Column(
          title: "worst adversary",
          cells: rows.map { row in
            row.worst[harm].adversary.map { study.adversaries[$0].name } ?? "-"
          }, isNumeric: false),
        TextTable.Column(
          title: "harm in peace", cells: rows.map { study.harmInPeace($0).briefText }),
        TextTable.Column(
          title: "settings", cells: rows.map { $0.settingsText(searched) }, isNumeric: false),
      ]
    ).text(columns: view.width)
  }
}

extension TunedConfiguration {
  /// The searched fields with their values.
  fileprivate func settingsText(_ searched: [RuleField]) -> String {
    searched.map { field in
      let value = field.value(in: configuration.settings)
      guard case .number(let number) = value else { return value.plainText }
      return number.doubleValue.brief
    }.joined(separator: " ")
  }
}
