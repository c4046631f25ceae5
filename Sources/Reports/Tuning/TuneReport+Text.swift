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
      cell.text(named: cell.name(in: file), worstAt: worstPath(of: cell, in: folder), as: view)
    }.joined(separator: "\n") + changesBetweenCells(view)
  }

  /// What was found where nothing is recommended, with a line a cell; empty if all is well.
  package var problems: String {
    cells.filter { $0.status != .recommended }.map { cell in
      "\(cell.name(in: file)): \(cell.reasons[0])\n"
    }.joined()
  }

  /// Where the recommendation changes, in a sweep.
  private func changesBetweenCells(_ view: TableView) -> String {
    if cells.count < 2 { return "" }
    let advice = cells.map { cell in cell.chosen?.settingsText(cell.searched) ?? "none" }
    var lines: [String] = []
    for place in cells.indices where place == 0 || advice[place] != advice[place - 1] {
      lines.append("from \(cells[place].tuned.axes.shownText): \(advice[place])")
    }
    let layout = TextLayout(columns: view.width)
    return "\nThe recommendation by cells:\n"
      + lines.map { layout.lines($0, indent: 2, continuationIndent: 4) }.joined()
  }
}

extension TunedCell {
  /// The name of the scenario, with the axes of the cell.
  fileprivate func name(in file: ScenarioFile) -> String {
    let axes = tuned.axes.shownText
    return axes.isEmpty ? file.name : "\(file.name), \(axes)"
  }

  fileprivate func text(named name: String, worstAt path: String, as view: TableView) -> String {
    let layout = TextLayout(columns: view.width)
    let sentences =
      reasons.map { layout.lines($0, indent: 0, continuationIndent: 2) }
      // Whoever copies the command must not copy a line end.
      + [command(worstAt: path).map { "  to see it: \($0)\n" } ?? ""]
      + (pathTexts.isEmpty ? [] : ["The path, one field at a time:\n"])
      + pathTexts.map { layout.lines($0, indent: 2, continuationIndent: 4) }
      + [sensitivity?.text(of: .expectedHarm, as: layout) ?? ""]
    let words = sentences.joined()
    let adversaries = study.plan.adversaries.count - 1
    let amounts = [
      study.plan.scenario.voterCount.counting("voter"), study.plan.seatCount.counting("seat"),
      "\(adversaries.grouped) \(adversaries == 1 ? "adversary" : "adversaries")",
      study.configurations.count.counting("configuration"),
    ]
    let heading = layout.lines(
      "\(name): \(amounts.joined(separator: ", "))", indent: 0, continuationIndent: 2)
    let front = study.placesOfFront.filter { place in
      place != study.plan.own && place != recommendation.outcome.place
    }
    let used = (heading + words).count(where: \.isNewline) + 6
    // Own settings and recommendation are always shown; wide tables have several blocks.
    var shown = front.count
    if let linesMax = view.linesMax {
      shown = min(shown, linesMax)
      while shown > 0,
        table(Array(front.prefix(shown)), view).count(where: \.isNewline) + used > linesMax
      {
        shown = shown > 8 ? shown * 3 / 4 : shown - 1
      }
    }
    let hidden = front.count - shown
    let note =
      hidden == 0
      ? ""
      : layout.lines(
        "\(hidden.counting("more configuration")) of the front; --all shows them, tune.csv has them",
        indent: 2, continuationIndent: 4)
    return heading + "\n" + table(Array(front.prefix(shown)), view) + note + "\n" + words
  }

  private func table(_ front: [Int], _ view: TableView) -> String {
    let first =
      [study.plan.own]
      + [recommendation.outcome.place].compactMap { $0 == study.plan.own ? nil : $0 }
    let rows = (first + front).map { study.configurations[$0] }
    func role(_ row: Int) -> String {
      let place = (first + front)[row]
      let isChosen = place == recommendation.outcome.place
      let names = [
        place == study.plan.own ? "own" : nil,
        isChosen ? (status == .undecided ? "likeliest" : "recommended") : nil,
        study.configurations[place].front == .yes ? "front" : nil,
        study.configurations[place].front == .undecided ? "perhaps front" : nil,
      ].compactMap(\.self)
      return names.joined(separator: ", ")
    }
    let harm = study.plan.harm
    let order = [harm] + study.plan.metrics.indices.filter { $0 != harm }
    let values = order.map { metric in
      (
        title: study.plan.metrics[metric].rawValue,
        cells: rows.map { $0.worst[metric].value.briefText }, isNumeric: true
      )
    }
    let adversary = rows.map { row in
      row.worst[harm].adversary.map { study.plan.adversaries[$0].name } ?? "-"
    }
    let fields = searched.map { field in
      (
        title: field.key,
        cells: (first + front).map { field.value(in: study.shownSettings($0)).briefText },
        isNumeric: FractionField(rawValue: field.key) != nil
      )
    }
    let all =
      values + [
        (title: "worst adversary", cells: adversary, isNumeric: false),
        (
          title: "harm in peace", cells: rows.map { study.harmInPeace($0).briefText },
          isNumeric: true
        ),
      ] + fields
    // What is the same in every row is told once.
    let isSame = all.map { column in column.cells.allSatisfy { $0 == column.cells[0] } }
    let same = zip(all, isSame).filter(\.1).map { "\($0.0.title) \($0.0.cells[0])" }
    let varying = zip(all, isSame).filter { !$0.1 || rows.count == 1 }.map(\.0)
    let table = TextTable(
      keys: [
        TextTable.Column(title: "no.", cells: rows.map { String($0.number) }),
        TextTable.Column(title: "role", cells: rows.indices.map(role), isNumeric: false),
      ],
      columns: varying.map {
        TextTable.Column(title: $0.title, cells: $0.cells, isNumeric: $0.isNumeric)
      }
    ).text(columns: view.width)
    let note =
      same.isEmpty || rows.count == 1
      ? ""
      : TextLayout(columns: view.width).lines(
        "in every row: \(same.joined(separator: ", "))", indent: 2, continuationIndent: 4)
    return table + note
  }
}

extension TuneStudy {
  /// The settings that stand for a configuration; those of the scenario stand for themselves.
  fileprivate func shownSettings(_ place: Int) -> RuleSettings {
    place == plan.own ? plan.scenario.ruleSettings : configurations[place].configuration.settings
  }

  /// The places of the front and of what may be in it, with the least harm at worst first.
  fileprivate var placesOfFront: [Int] {
    func harm(_ place: Int) -> Double {
      configurations[place].worst[plan.harm].value.range?.upperBound ?? 0
    }
    return configurations.indices.filter { configurations[$0].front != .no }.sorted { one, other in
      harm(one) == harm(other) ? one < other : harm(one) < harm(other)
    }
  }
}

extension TunedConfiguration {
  /// The searched fields with their values.
  fileprivate func settingsText(_ searched: [RuleField]) -> String {
    searched.map { "\($0.key) \($0.value(in: configuration.settings).briefText)" }
      .joined(separator: ", ")
  }
}
