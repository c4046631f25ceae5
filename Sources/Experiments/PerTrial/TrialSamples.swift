import Metrics
import Statistics
import Text

/// What the open expectations of a cell look at in each trial of a unit.
package struct TrialSamples: Sendable, Equatable {
  /// The samples for each expectation, one a trial; nil for those that need no more trials.
  package let lists: [[SequentialTest.Sample]?]

  package init(_ lists: [[SequentialTest.Sample]?]) {
    self.lists = lists
  }

  /// The number of trials.
  package var count: Int { lists.lazy.compactMap { $0?.count }.first ?? 0 }

  /// Whether each of these expectations has as many samples.
  func cover(_ expectations: [Int], trials: Int) -> Bool {
    expectations.allSatisfy { lists.indices.contains($0) && lists[$0]?.count == trials }
  }
}

/// Samples as texts: `TOTAL/UNITS*COUNT`, with semicolons between those that differ.
extension TrialSamples {
  /// The samples of each expectation as a text; nil for those that have none.
  package var texts: [String?] {
    lists.map { list in list.map { RunLengthText.text(of: $0, Self.text) } }
  }

  /// Reads the samples of so many trials; nil for any other texts.
  package init?(texts: [String?], trials: Int) {
    var lists: [[SequentialTest.Sample]?] = []
    for text in texts {
      guard let text else {
        lists.append(nil)
        continue
      }
      guard let samples = RunLengthText.elements(of: text, count: trials, Self.sample)
      else { return nil }
      lists.append(samples)
    }
    self.init(lists)
  }

  private static func text(of sample: SequentialTest.Sample) -> String {
    "\(text(of: sample.total))/\(text(of: sample.units))"
  }

  /// The shortest text that reads back as the same number; most are whole.
  private static func text(of number: Double) -> String {
    Int(exactly: number).map(String.init) ?? number.description
  }

  private static func sample(_ text: Substring) -> SequentialTest.Sample? {
    let numbers = text.split(separator: "/", omittingEmptySubsequences: false)
    guard numbers.count == 2, let total = Double(numbers[0]), let units = Double(numbers[1]),
      total.isFinite, units.isFinite, units >= 0
    else { return nil }
    return SequentialTest.Sample(total: total, units: units)
  }
}
