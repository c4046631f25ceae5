import Detection
import Experiments

extension TrialBlocs {
  /// Lines for people: who colludes, and for each detector what it reports and misses.
  public var lines: [String] {
    let collusion =
      truth.isEmpty
      ? ["truth: nobody colludes"] : truth.map { "truth: \(Self.list($0)) collude" }
    return collusion + reports.flatMap(lines)
  }

  private func lines(_ report: Report) -> [String] {
    let name = report.method.name
    let reported = report.blocs.map { bloc in
      "\(name) reports \(Self.list(bloc)): \(truth.contains(bloc) ? "right" : "WRONG")"
    }
    let missed = truth.filter { !report.blocs.contains($0) }.map { bloc in
      "\(name) misses \(Self.list(bloc))"
    }
    let nothing = report.blocs.isEmpty && truth.isEmpty ? ["\(name) reports nobody: right"] : []
    return reported + missed + nothing
  }

  private static func list(_ voters: [String]) -> String { voters.joined(separator: ", ") }
}
