import Detection
import Experiments
import Guarantees
import JSON
import Scenarios

/// The verdicts on the expectations of a scenario.
public struct CheckReport: Sendable {
  /// The source of a scenario.
  public struct Source: Sendable {
    /// The path as given by the user.
    let path: String
    /// The options of a command line that make the same scenario from the file.
    let options: [String]
    /// The positions of the expectations in the file.
    let places: ExpectationPlaces

    /// A file with the options that change it.
    package init(path: String, options: [String], places: ExpectationPlaces) {
      self.path = path
      self.options = options
      self.places = places
    }
  }

  /// An expectation on one cell, with its verdict.
  struct Entry: Sendable {
    /// The number of the expectation in the scenario, from 0.
    let index: Int
    let expectation: Expectation
    /// The detector to which it applies, if any.
    let detector: Detector?
    /// The line of the expectation in the file; nil if unknown.
    let line: Int?
    /// The cell.
    let cell: ScenarioCell
    /// The verdict; nil if it was not reached before an interruption.
    let verdict: Verdict?
    /// Its part of the time that the cell took.
    let duration: Duration
  }

  let file: ScenarioFile
  let source: Source
  /// The expectations, by cell.
  let entries: [Entry]

  /// The report on a scenario.
  ///
  /// - Parameter verdicts: The verdicts on each cell.
  public init(
    _ file: ScenarioFile, from source: Source, verdicts: [ScenarioCheck.CellVerdicts]
  ) {
    self.file = file
    self.source = source
    entries = zip(file.cells, verdicts).flatMap { cell, ofCell in
      let verdicts = ofCell.verdicts
      let indices = file.expectations.indices.filter { file.expectations[$0].applies(to: cell) }
      precondition(verdicts.count == indices.count, "there is a verdict for each expectation")
      return zip(indices, verdicts).map { index, verdict in
        Entry(
          index: index, expectation: file.expectations[index],
          detector: file.expectations[index].metricClaim?.detector.map {
            cell.scenario.detectors[$0]
          },
          line: source.places.line(of: index),
          cell: cell, verdict: verdict, duration: ofCell.duration / indices.count)
      }
    }
  }

  /// The number of verdicts of a kind, without those that were not reached.
  public func count(_ outcome: Verdict.Outcome) -> Int {
    entries.filter { $0.verdict?.outcome == outcome }.count
  }

  /// The command that shows why an expectation is broken: a trial, or the value or certificate that
  /// breaks it; nil if none does.
  func command(_ entry: Entry) -> String? {
    guard let verdict = entry.verdict, verdict.outcome != .pass else { return nil }
    guard let words = words(of: entry.expectation.claim, verdict, entry.cell) else { return nil }
    return (["quorumlab"] + words).map(\.shellQuoted).joined(separator: " ")
  }

  private func words(
    of claim: Expectation.Claim, _ verdict: Verdict, _ cell: ScenarioCell
  ) -> [String]? {
    switch claim {
    case .guarantee(let claim):
      return ["certify", source.path] + source.options
        + [
          "--guarantee", claim.guarantee.rawValue, "--faults", String(claim.faults), "--timing",
          claim.timing.rawValue,
        ]
    case .metric(let claim):
      switch claim.value {
      case .exact, .worst, .worstCounted, .causal: return ["exact", source.path] + source.options
      case .estimate:
        guard let witness = verdict.witness else { return nil }
        let place = ["--cell", String(cell.number), "--trial", String(witness.trial)]
        let proposal = witness.proposal.map { ["--proposal", String($0)] } ?? []
        return ["trace", source.path] + source.options + place + proposal
      }
    }
  }

  /// The entries that did not pass, what is broken first.
  var unkept: [Entry] {
    let unkept = entries.filter { $0.verdict.map { $0.outcome != .pass } ?? false }
    return unkept.filter { $0.isBroken } + unkept.filter { !$0.isBroken }
  }
}

extension String {
  /// The text as one word for a shell.
  fileprivate var shellQuoted: String {
    let plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./=,:@%+-"
    if !isEmpty && utf8.allSatisfy(plain.utf8.contains) { return self }
    return "'" + replacing("'", with: "'\\''") + "'"
  }
}
