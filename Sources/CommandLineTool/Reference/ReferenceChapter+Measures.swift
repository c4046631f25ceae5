import Detection
import Metrics
import Reports
import Scenarios
import Text

extension ReferenceChapter {
  /// What is measured.
  static var metrics: ReferenceChapter {
    ReferenceChapter(
      title: "Metrics",
      abstract: """
        What is measured of each cell of a scenario, and the other columns of results; rates and \
        means have columns NAME_low and NAME_high with their 95 % interval. `quorumlab schema \
        --columns` prints all columns as CSV.
        """,
      sections: [
        Section(
          title: "Metrics of the protocol",
          introduction: "Columns of `summary.csv`, one row per cell.",
          entries: Metric.ofProtocol.map(Entry.init)),
        Section(
          title: "Metrics of detectors",
          introduction: "Columns of `blocs.csv`, one row per cell and detector.",
          entries: Metric.ofDetectors.map(Entry.init)),
        Section(
          title: "Values known without trials",
          introduction: "Columns of `summary.csv`; empty where not known.",
          entries: MetricClaim.Value.allCases.filter { $0 != .estimate }.map { value in
            Entry(
              term: "NAME_\(value.rawValue)", meaning: value.meaning,
              notes: [value == .exact ? nil : "not of participation_mean"].compactMap(\.self))
          } + [
            Entry(
              term: "NAME_worst_is",
              meaning: "Whether an attack brings NAME_worst about, or it is only a bound.")
          ]),
        otherColumns("summary.csv"), otherColumns("blocs.csv"), otherColumns("trials.csv"),
      ])
  }

  /// The columns of a file that are no metrics.
  private static func otherColumns(_ file: String) -> Section {
    let known = Set(MetricColumn.all.map(\.name))  // order-free: it is only asked.
    let columns = ColumnDictionary.columns.filter { column in
      column.file == file && (file == "trials.csv" || !known.contains(column.name))
        && !["_low", "_high", "_worst_is"].contains { column.name.hasSuffix($0) }
        && !Metric.ofDetectors.contains { $0.rawValue == column.name }
    }
    return Section(
      title: "Other columns of `\(file)`",
      entries: columns.map { Entry(term: $0.name, meaning: $0.meaning) })
  }

  /// How blocs are found.
  static func detectors(of vocabulary: Vocabulary) -> ReferenceChapter {
    ReferenceChapter(
      title: "Detectors",
      abstract: """
        How groups of voters who follow a common plan are found in the votes alone; no detector sees \
        the truth.
        """,
      sections: [
        Section(
          title: "Methods",
          introduction: """
            In a scenario: `"detectors": [{"method": "group_likelihood"}]`; on the command line: \
            `quorumlab blocs --detector group_likelihood`.
            """,
          entries: vocabulary.detectors.map { method in
            Entry(
              method.choice,
              notes: [
                "\(method.parameter.rawValue), default \(method.standardValue.shortest): "
                  + method.parameterNote.asPartOfSentence
              ])
          })
      ])
  }
}

extension ReferenceChapter.Entry {
  fileprivate init(_ metric: Metric) {
    self.init(
      metric.choice,
      notes: ([
        metric.valuesText,
        metric.betterText.isEmpty ? nil : "\(metric.betterText) is better",
        metric.definition.modes == .replicated ? "in replicated mode only" : nil,
        metric.definition.exact == nil ? nil : "known exactly where `exact` allows",
      ] as [String?]).compactMap(\.self))
  }
}

extension String {
  /// A sentence that goes on where another one began: without its capital and its full stop.
  var asPartOfSentence: String {
    let sentence = hasSuffix(".") ? dropLast() : self[...]
    return sentence.prefix(1).lowercased() + sentence.dropFirst()
  }
}
