import Detection
import Experiments
import JSON
import Scenarios

/// The verdicts on a scenario's expectations.
public struct CheckReport: Sendable {
  /// Where a scenario came from.
  public struct Source: Sendable {
    /// Its path, as it was given.
    let path: String
    /// The words of a command line, besides the path, that make the same scenario of the file.
    let options: [String]
    /// Where its expectations stand.
    let places: ExpectationPlaces

    /// A file and how it was changed.
    public init(path: String, options: [String], places: ExpectationPlaces) {
      self.path = path
      self.options = options
      self.places = places
    }
  }

  /// An expectation on one cell.
  struct Entry: Sendable {
    let expectation: Expectation
    /// The detector that it is about, if any.
    let detector: Detector?
    /// The line of the file in which it stands; nil where that is not known.
    let line: Int?
    /// The cell.
    let cell: ScenarioCell
    /// What was found; nil where nothing was before an interruption.
    let verdict: Verdict?
  }

  let file: ScenarioFile
  let source: Source
  /// Each cell's expectations, cell by cell.
  let entries: [Entry]

  /// The report on a scenario.
  ///
  /// - Parameter verdicts: For each cell, the verdicts in the order of its expectations; nil for
  ///   those that were not reached.
  public init(_ file: ScenarioFile, from source: Source, verdicts: [[Verdict?]]) {
    self.file = file
    self.source = source
    entries = zip(file.cells, verdicts).flatMap { cell, verdicts in
      let ofCell = file.expectations.indices.filter { file.expectations[$0].applies(to: cell) }
      precondition(verdicts.count == ofCell.count, "there is a verdict for each expectation")
      return zip(ofCell, verdicts).map { index, verdict in
        Entry(
          expectation: file.expectations[index],
          detector: file.expectations[index].detector.map { cell.scenario.detectors[$0] },
          line: source.places.line(of: index),
          cell: cell, verdict: verdict)
      }
    }
  }

  /// How many verdicts are of a kind; those that were not reached are of none.
  public func count(_ outcome: Verdict.Outcome) -> Int {
    entries.filter { $0.verdict?.outcome == outcome }.count
  }

  /// The command that shows what went wrong; nil where there is no trial that does.
  func traceCommand(_ entry: Entry) -> String? {
    guard let witness = entry.verdict?.witness else { return nil }
    let place = ["--cell", String(entry.cell.number), "--trial", String(witness.trial)]
    let proposal = witness.proposal.map { ["--proposal", String($0)] } ?? []
    let words = ["quorumlab", "trace", source.path] + source.options + place + proposal
    return words.map(\.shellQuoted).joined(separator: " ")
  }

  /// The entries that did not pass, in their order.
  var unkept: [Entry] {
    entries.filter { $0.verdict.map { $0.outcome != .pass } ?? false }
  }
}

extension String {
  /// The text as one word of a shell.
  fileprivate var shellQuoted: String {
    let plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./=,:@%+-"
    if !isEmpty && utf8.allSatisfy(plain.utf8.contains) { return self }
    return "'" + replacing("'", with: "'\\''") + "'"
  }
}
