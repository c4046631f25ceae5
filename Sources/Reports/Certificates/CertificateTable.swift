import CSV
import Exactness
import Experiments
import Guarantees
import Scenarios
import Text

/// Certificates for other programs: a row for each guarantee and kind of actions.
struct CertificateTable {
  /// The columns before the axes.
  static let before = ["scenario", "cell", "cells", "cell_count"]
  /// The columns after the axes.
  static let after = [
    "mode", "timing", "voters", "max_byzantine_faults", "quorum_required", "threshold", "guarantee",
    "actions", "tolerated", "proof", "premises_broken", "verdict",
  ]
  /// The columns behind these if it is asked about voters who err.
  static let ofRisk = [
    "risk", "tolerated_at_risk", "tolerated_at_risk_is", "worst", "worst_is", "worst_beyond",
    "worst_beyond_is",
  ]

  /// All columns, if some risk is asked about or none.
  static func header(axes: [String], at risk: RiskQuestion?) -> [String] {
    before + axes + after + (risk == nil ? [] : ofRisk)
  }

  /// The number of faulty voters to check every guarantee against, if given.
  let faults: Int?
  /// Whether premises that cells break are assumed to hold.
  let isAssuming: Bool

  /// The fields of each row of a certificate in the columns after the axes: a row for each answer, and
  /// if it is asked about voters who err for each risk of it.
  func rows(
    of certificate: Certificate, at risk: CertificateRisk?, breaking: (Guarantee) -> [HeldPremise]
  ) -> [[String]] {
    certificate.answers.enumerated().flatMap { place, answer -> [[String]] in
      let broken = breaking(answer.guarantee)
      func row(_ outcome: (_ faults: Int) -> Verdict.Outcome) -> [String] {
        let verdict = faults.map { faults in
          outcome(faults).granting(isAssuming || broken.isEmpty)
        }
        return Self.fields(of: answer, to: certificate.question)
          + [broken.map(\.premise.rawValue).joined(separator: "; "), verdict?.rawValue ?? ""]
      }
      guard let risk else { return [row { answer.outcome(at: nil, faults: $0) }] }
      return risk.answers[place].tolerances.map { tolerance in
        row { risk.outcome(of: answer, faults: $0, at: tolerance.risk) }
          + Self.fields(of: tolerance)
      }
    }
  }

  private static func fields(of tolerance: RiskTolerance) -> [String] {
    [
      tolerance.risk.shortest, String(tolerance.tolerated),
      tolerance.isExact ? "exact" : "lower_bound", tolerance.worst?.value.shortest ?? "",
      tolerance.worst?.kind.rawValue ?? "", tolerance.worstBeyond?.value.shortest ?? "",
      tolerance.worstBeyond?.kind.rawValue ?? "",
    ]
  }

  private static func fields(
    of answer: GuaranteeAnswer, to question: GuaranteeQuestion
  ) -> [String] {
    let mode =
      switch question.counting {
      case .central, .replicated: question.counting.rawValue
      case .either: ""
      }
    return [
      mode, question.timing.rawValue, String(question.voterCount),
      String(question.advertisedFaults), String(answer.quorumRequired), answer.threshold.shortest,
      answer.guarantee.rawValue, answer.actions.rawValue, String(answer.tolerated),
      answer.proof.rawValue,
    ]
  }
}

extension CertificateReport {
  /// The certificate of voters without a scenario for other programs; what is about cells is empty.
  public func table(faults: Int?, isAssuming: Bool) -> DataTable {
    let rows = CertificateTable(faults: faults, isAssuming: isAssuming)
      .rows(of: certificate, at: study.risk, breaking: study.broken)
    return DataTable(
      header: CertificateTable.header(axes: [], at: study.risk?.question),
      rows: rows.map { CertificateTable.before.map { _ in "" } + $0 })
  }
}

extension CertificateMatrix {
  /// The certificates for other programs, with a row for each guarantee and kind of actions of each
  /// distinct configuration.
  ///
  /// An axis has its value where the cells of the configuration share it, otherwise all their values
  /// with semicolons between them.
  public var table: DataTable {
    let axes = axisNames
    let rows = CertificateTable(faults: faults, isAssuming: isAssuming)
    return DataTable(
      header: CertificateTable.header(axes: axes, at: survey.risk),
      rows: zip(survey.entries, risks).flatMap { entry, risk in
        let cells = entry.cells
        let known =
          [
            survey.files[entry.file].name, String(cells[0].number),
            cells.map(\.number).rangesText, String(cells.count),
          ] + axes.map { Self.values(of: $0, in: cells) }
        return rows.rows(
          of: certificates[entry.configuration], at: risk, breaking: entry.broken
        ).map { known + $0 }
      })
  }

  /// The axes of all scenarios that are not columns already.
  private var axisNames: [String] {
    survey.files.reduce(into: []) { names, file in
      names += file.axes(
        besides: CertificateTable.before + CertificateTable.after + CertificateTable.ofRisk
      )
      .map { file.axes[$0].name }.filter { !names.contains($0) }
    }
  }

  /// The different values of an axis in some cells; empty if they have no such axis.
  private static func values(of axis: String, in cells: [ScenarioCell]) -> String {
    var texts: [String] = []
    var seen: Set<String> = []
    for cell in cells {
      guard let value = cell.axes.first(where: { $0.axis == axis })?.value else { continue }
      let text = value.plainText
      if seen.insert(text).inserted { texts.append(text) }
    }
    return texts.joined(separator: "; ")
  }
}
