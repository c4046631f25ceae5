import Detection
import Foundation
import SampleElectorates
import Statistics

/// Measures detectors on simulated electorates, and writes a CSV file for each part into a folder.
///
///     swift run -c release BlocStudy all 8 results/bundled/blocs
///
/// The parts are `grid` (recovery compared with the oracle), `nulls` (false alarms), `robustness`,
/// `harm` and `speed`. The number is that of trials in a cell of the grid; the other parts measure
/// rare events and run a multiple. The seed is the last argument, 1 by default.
@main
struct Study {
  let repeats: Int
  let folder: String
  let seed: UInt64

  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let part = arguments.first, parts.contains(part) || part == "all" else {
      print("usage: BlocStudy \(parts.joined(separator: "|"))|all [REPEATS] [FOLDER] [SEED]")
      exit(64)
    }
    let rest = Array(arguments.dropFirst())
    let study = Study(
      repeats: rest.first.flatMap { Int($0) } ?? 8,
      folder: rest.count > 1 ? rest[1] : "results/bundled/blocs",
      seed: rest.count > 2 ? UInt64(rest[2]) ?? 1 : 1)
    try FileManager.default.createDirectory(
      atPath: study.folder, withIntermediateDirectories: true)
    for name in part == "all" ? parts : [part] { try study.run(name) }
  }

  private static let parts = ["grid", "nulls", "robustness", "harm", "speed"]

  private func run(_ part: String) throws {
    let lines =
      switch part {
      case "grid": grid()
      case "nulls": nulls()
      case "robustness": robustness()
      case "harm": harm()
      default: speed()
      }
    let text = lines.joined(separator: "\n") + "\n"
    try text.write(toFile: "\(folder)/\(part).csv", atomically: true, encoding: .utf8)
    print(text)
  }

  /// Runs the trials of one design, a multiple of the repeats.
  func tally(
    _ design: ElectorateDesign, _ detector: Detector, cell: Int, times factor: Int = 1
  ) -> Tally {
    var tally = Tally()
    for repetition in 0..<factor * repeats {
      tally.add(DetectorTrial(design, detector, seed: seed, number: cell * 1_000_000 + repetition))
    }
    return tally
  }

  /// A rate with its 95 % interval, as three fields.
  static func rate(_ events: Int, of trials: Int) -> String {
    let estimate = Estimate.clopperPearson(events: Double(events), trials: Double(trials))
    guard let estimate else { return ",," }
    return [estimate.value, estimate.low, estimate.high].map(Self.number).joined(separator: ",")
  }

  static func number(_ value: Double) -> String { String((value * 1e5).rounded() / 1e5) }
}
