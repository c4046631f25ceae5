import Detection
import Foundation
import SampleElectorates

extension Study {
  /// The milliseconds of processor time of each method, the least of five runs.
  ///
  /// Wall time would depend on other users of the machine.
  func speed() -> [String] {
    var lines = ["voters,proposals,method,milliseconds"]
    for (voters, proposals) in [(31, 200), (100, 1_000), (200, 1_000)] {
      let design = ElectorateDesign.halfCamouflagedRing(voters: voters, proposals: proposals)
      let votes = SampleElectorate(design, seed: seed, number: 1).votes
      for method in Detector.Method.standard {
        let least = (0..<5).map { _ in processorTime { Detector(method).findings(in: votes) } }
          .min()
        let milliseconds = 1_000 * (least ?? 0)
        lines.append("\(voters),\(proposals),\(method.name),\(Self.number(milliseconds))")
      }
    }
    return lines
  }

  private func processorTime(_ work: () -> Findings) -> Double {
    let start = clock()
    _ = work()
    return Double(clock() - start) / Double(CLOCKS_PER_SEC)
  }
}
