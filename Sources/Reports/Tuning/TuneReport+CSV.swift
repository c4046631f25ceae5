import CSV
import Consensus
import JSON
import Metrics
import Scenarios
import Text
import Tuning

extension TuneReport {
  /// `tune.csv`: a row for each configuration.
  public var table: DataTable {
    let metrics = cells.first?.study.plan.metrics ?? []
    let searched = cells.first?.searched ?? []
    return DataTable(
      header: keyHeader + ["configuration"] + searched.flatMap { $0.columns }
        + ["same_as"]
        + metrics.flatMap { metric in
          ["", "_low", "_high", "_status", "_adversary"].map { metric.rawValue + $0 }
        } + ["peace_\(Metric.expectedHarm.rawValue)", "feasible", "front"],
      rows: cells.flatMap { cell in
        cell.study.configurations.map { configuration in
          keys(of: cell) + [String(configuration.number)]
            + searched.flatMap { $0.fields(configuration.configuration) }
            + [configuration.configuration.sameAsText(searched)]
            + configuration.worst.flatMap { worst in
              worst.value.fields
                + [
                  worst.value.status.rawValue,
                  worst.adversary.map { cell.study.plan.adversaries[$0].name } ?? "",
                ]
            }
            + [
              cell.study.harmInPeace(configuration).fields[0],
              configuration.feasible.rawValue, configuration.front.word,
            ]
        }
      })
  }

  /// `pairs.csv`: a row for each configuration, adversary and metric.
  public var pairs: DataTable {
    DataTable(
      header: keyHeader + [
        "configuration", "adversary", "metric", "value", "low", "high", "status", "trials",
      ],
      rows: cells.flatMap { cell in
        cell.pairs.flatMap { place, values in
          zip(cell.study.plan.adversaries, values).flatMap { adversary, values in
            zip(cell.study.plan.metrics, values).map { metric, value in
              keys(of: cell)
                + [
                  String(cell.study.configurations[place].number), adversary.name,
                  metric.rawValue,
                ] + value.fields + [value.status.rawValue, String(value.trials)]
            }
          }
        }
      })
  }

  /// The columns that tell cells apart; none without a sweep.
  var keyHeader: [String] {
    let axes = file.axesOfTuneCases
    return axes.isEmpty ? [] : ["cell"] + axes.map(\.name)
  }

  /// The fields of those columns.
  func keys(of cell: TunedCell) -> [String] {
    cell.tuned.axes.isEmpty
      ? [] : [String(cell.tuned.number)] + cell.tuned.axes.map(\.value.plainText)
  }
}

extension PairValue {
  /// Value, lower and upper limit.
  fileprivate var fields: [String] {
    [
      value?.shortest ?? "", range?.lowerBound.shortest ?? "", range?.upperBound.shortest ?? "",
    ]
  }
}

extension TuneStudy {
  /// The harm of a configuration in peace.
  func harmInPeace(_ configuration: TunedConfiguration) -> PairValue {
    configuration.peace[plan.harm]
  }
}

extension Judgement {
  /// The word for a membership in the front.
  var word: String {
    switch self {
    case .yes: "in"
    case .no: "out"
    case .undecided: rawValue
    }
  }
}

extension RuleField {
  /// The columns of a searched field.
  fileprivate var columns: [String] {
    FractionField(rawValue: key) == nil ? [key] : [key, key + "_from", key + "_to"]
  }

  /// The fields of those columns.
  fileprivate func fields(_ configuration: Configuration) -> [String] {
    let value = value(in: configuration.settings).plainText
    guard let fraction = FractionField(rawValue: key) else { return [value] }
    let range = configuration.ranges[fraction]
    return [value, range?.lowerBound.shortest ?? "", range?.upperBound.shortest ?? ""]
  }
}

extension Configuration {
  /// What else decides alike, as a list in JSON; empty if nothing does.
  func sameAsText(_ searched: [RuleField]) -> String {
    sameAs.isEmpty ? "" : JSONValue.array(sameAs.map { $0.json(searched) }).text(.compact)
  }
}

extension SettingsBox {
  /// The searched fields, fractions as ranges.
  func json(_ searched: [RuleField]) -> JSONValue {
    .object(
      JSONObject(
        searched.map { field in
          let range = FractionField(rawValue: field.key).flatMap { ranges[$0] }
          return (
            key: field.key,
            value: range.map { ["from": JSONValue($0.lowerBound), "to": JSONValue($0.upperBound)] }
              ?? field.value(in: settings)
          )
        }))
  }
}
