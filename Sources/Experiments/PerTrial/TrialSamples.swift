import Metrics
import Statistics

/// What the open expectations of a cell look at in each trial of a unit.
package struct TrialSamples: Sendable, Equatable {
  /// The samples for each expectation, one a trial; nil for those that need no more trials.
  let lists: [[SequentialTest.Sample]?]

  init(_ lists: [[SequentialTest.Sample]?]) {
    self.lists = lists
  }

  /// Whether each of these expectations has as many samples.
  func cover(_ expectations: [Int], trials: Int) -> Bool {
    expectations.allSatisfy { lists.indices.contains($0) && lists[$0]?.count == trials }
  }
}

/// Samples as texts: `TOTAL/UNITS*COUNT`, with semicolons between those that differ.
extension TrialSamples {
  private static let separator: Character = ";"

  /// The samples of each expectation as a text; nil for those that have none.
  package var texts: [String?] { lists.map { $0.map(Self.text) } }

  /// Reads the samples of so many trials; nil for any other texts.
  package init?(texts: [String?], trials: Int) {
    var lists: [[SequentialTest.Sample]?] = []
    for text in texts {
      guard let text else {
        lists.append(nil)
        continue
      }
      guard let samples = Self.samples(of: text, trials: trials) else { return nil }
      lists.append(samples)
    }
    self.init(lists)
  }

  private static func text(of samples: [SequentialTest.Sample]) -> String {
    var runs: [(sample: SequentialTest.Sample, count: Int)] = []
    for sample in samples {
      if runs.last?.sample == sample {
        runs[runs.count - 1].count += 1
      } else {
        runs.append((sample, 1))
      }
    }
    return runs.map { run in
      let sample = "\(text(of: run.sample.total))/\(text(of: run.sample.units))"
      return run.count == 1 ? sample : "\(sample)*\(run.count)"
    }.joined(separator: String(separator))
  }

  /// The shortest text that reads back as the same number; most are whole.
  private static func text(of number: Double) -> String {
    Int(exactly: number).map(String.init) ?? number.description
  }

  private static func samples(of text: String, trials: Int) -> [SequentialTest.Sample]? {
    var samples: [SequentialTest.Sample] = []
    for run in text.split(separator: separator, omittingEmptySubsequences: false) {
      let parts = run.split(separator: "*", omittingEmptySubsequences: false)
      let numbers = parts[0].split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count <= 2, let count = parts.count == 2 ? Int(parts[1]) : 1,
        count >= 1, count <= trials - samples.count, numbers.count == 2,
        let total = Double(numbers[0]), let units = Double(numbers[1]),
        total.isFinite, units.isFinite, units >= 0
      else { return nil }
      samples += Array(
        repeating: SequentialTest.Sample(total: total, units: units), count: count)
    }
    return samples.count == trials ? samples : nil
  }
}
