import Consensus
import Experiments
import Guarantees
import Scenarios

/// The certificates of many cells in one table, with a row for those that read alike.
public struct CertificateMatrix: Sendable {
  /// What a certificate says of some cells, as far as a row shows it.
  struct Reading: Hashable {
    let file: Int
    let voterCount: Int
    /// The number of faulty voters for each guarantee and kind of actions; nil where there is no
    /// answer.
    let tolerated: [String?]
    /// The premises that are broken, for each guarantee.
    let broken: [[Premise]]

    /// The number of faulty voters of a guarantee for each kind of actions.
    func tolerated(ofGuarantee index: Int) -> [String?] {
      let kinds = ActionKind.allCases.count
      return Array(tolerated[(index * kinds)..<((index + 1) * kinds)])
    }
  }

  /// A row: cells that read alike.
  struct Row {
    let reading: Reading
    let block: CellBlock
    /// How far the guarantees are from what is advertised, the worst first.
    let margins: [Int]
    let outcome: Verdict.Outcome?
  }

  /// The cells with their configurations.
  let survey: CertificateSurvey
  /// The certificate of each configuration.
  public let certificates: [Certificate]
  /// What is known of each entry's voters who err; nil if nobody asks.
  let risks: [CertificateRisk?]
  /// The number of faulty voters to check every guarantee against, if given.
  let faults: Int?
  /// Whether premises that cells break are assumed to hold.
  let isAssuming: Bool
  /// The guarantees that some cell is asked for.
  let guarantees: [Guarantee]
  /// Whether all guarantees hold in each entry against the faulty voters, if a number is given.
  public let outcomes: [Verdict.Outcome]
  /// The rows, in the order of the scenarios and of their first cells.
  let rows: [Row]
  /// The number of different readings.
  let readingCount: Int

  /// The matrix of a survey, given the certificate of each configuration.
  ///
  /// - Parameters:
  ///   - faults: The number of faulty voters to check every guarantee against, if given.
  ///   - isAssuming: Whether premises that cells break are assumed to hold.
  public init(
    _ survey: CertificateSurvey, _ certificates: [Certificate], faults: Int?, isAssuming: Bool
  ) {
    self.survey = survey
    self.certificates = certificates
    self.faults = faults
    self.isAssuming = isAssuming
    let risks = survey.entries.map {
      survey.risk(of: $0, by: certificates[$0.configuration])
    }
    self.risks = risks
    let outcomes =
      faults.map { faults in
        zip(survey.entries, risks).map { entry, risk in
          survey.outcome(
            of: entry, by: certificates[entry.configuration], at: risk, faults: faults,
            isAssuming: isAssuming)
        }
      } ?? []
    self.outcomes = outcomes
    let answered = certificates.map(\.guarantees)
    guarantees = Guarantee.allCases.filter { guarantee in
      answered.contains { $0.contains(guarantee) }
    }
    var places: [Reading: Int] = [:]
    var alike: [(reading: Reading, example: Int, cells: [Int])] = []
    for (number, entry) in survey.entries.enumerated() {
      let reading = Self.reading(
        entry, certificates[entry.configuration], risks[number], guarantees: guarantees)
      let place = places[reading] ?? alike.count
      if place == alike.count {
        places[reading] = place
        alike.append((reading, number, []))
      }
      alike[place].cells += entry.cells.map(\.number)
    }
    readingCount = alike.count
    rows = alike.flatMap { reading, example, cells in
      let entry = survey.entries[example]
      let certificate = certificates[entry.configuration]
      let tolerated =
        risks[example]?.answers.compactMap { $0.tolerances.last?.tolerated }
        ?? certificate.answers.map(\.tolerated)
      let margins = tolerated.map { $0 - certificate.question.advertisedFaults }.sorted()
      let outcome = outcomes.isEmpty ? nil : outcomes[example]
      return CellBlock.blocks(of: cells.sorted(), on: survey.files[reading.file].axes).map {
        Row(reading: reading, block: $0, margins: margins, outcome: outcome)
      }
    }.sorted { ($0.reading.file, $0.block.first) < ($1.reading.file, $1.block.first) }
  }

  /// What a certificate says of the cells of an entry, at the smallest risk if some are asked about.
  static func reading(
    _ entry: CertificateSurvey.Entry, _ certificate: Certificate, _ risk: CertificateRisk?,
    guarantees: [Guarantee]
  ) -> Reading {
    Reading(
      file: entry.file, voterCount: certificate.question.voterCount,
      tolerated: guarantees.flatMap { guarantee in
        ActionKind.allCases.map { actions in
          certificate.answers.firstIndex { $0.guarantee == guarantee && $0.actions == actions }
            .map { place in
              risk?.answers[place].tolerances.last?.number(of: certificate.question.voterCount)
                ?? certificate.answers[place].briefFaults(of: certificate.question)
            }
        }
      },
      broken: guarantees.map { entry.broken($0).map(\.premise) })
  }

  /// The rows to show if there is room for so many only: the worst, worst first.
  func worst(_ countMax: Int) -> [Row] {
    if rows.count <= countMax { return rows }
    // A stable order: of equals the first cell comes first.
    let order = rows.indices.sorted { left, right in
      let (a, b) = (rows[left].severity, rows[right].severity)
      return a == b ? left < right : a.lexicographicallyPrecedes(b)
    }
    return order.prefix(countMax).map { rows[$0] }
  }
}

extension CertificateMatrix.Row {
  /// What makes a row worse than others, smaller numbers first.
  fileprivate var severity: [Int] {
    let rank =
      switch outcome {
      case .fail: 0
      case .inconclusive, .undefined: 1
      case .pass, nil: 2
      }
    return [rank, margins.first ?? 0, margins.reduce(0, +)]
  }
}

extension GuaranteeAnswer {
  /// The number of faulty voters that the guarantee withstands, as short as can be.
  fileprivate func briefFaults(of question: GuaranteeQuestion) -> String {
    if tolerated == question.voterCount { return "any" }
    switch proof {
    case .exhaustive, .closedForm: return "\(tolerated)"
    case .lowerBound: return "≥\(tolerated)"
    }
  }
}
