import Detection
import Metrics
import Scenarios
import Text

extension ReferenceChapter {
  /// What is measured.
  static var metrics: ReferenceChapter {
    ReferenceChapter(
      title: "Metrics",
      abstract: """
        What is measured of each cell of a scenario; rates and means have columns NAME_low and \
        NAME_high with their 95 % interval.
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
      ])
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
      notes: [
        metric.isCount ? "a count" : metric.values,
        metric.definition.worsening.words,
        metric.definition.modes == .replicated ? "in replicated mode only" : nil,
        metric.definition.exact == nil ? nil : "known exactly where `exact` allows",
      ].compactMap(\.self))
  }
}

extension Metric {
  /// The values that it may have.
  fileprivate var values: String {
    let (least, most) = (limits.lowerBound.shortest, limits.upperBound.shortest)
    return limits.upperBound > 1 ? "from \(least)" : "from \(least) to \(most)"
  }
}

extension MetricDefinition.Worsening {
  fileprivate var words: String? {
    switch self {
    case .rising: "lower is better"
    case .falling: "higher is better"
    case .neither: nil
    }
  }
}

extension String {
  /// A sentence that goes on where another one began: without its capital and its full stop.
  var asPartOfSentence: String {
    let sentence = hasSuffix(".") ? dropLast() : self[...]
    return sentence.prefix(1).lowercased() + sentence.dropFirst()
  }
}
