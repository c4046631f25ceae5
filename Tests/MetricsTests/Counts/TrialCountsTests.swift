import Metrics
import TestSupport
import Testing

struct TrialCountsTests {
  @Test func countsReadBack() {
    forEverySeed(100) { draw in
      for trial in draw.cell().trials {
        var text: [UInt8] = []
        trial.counts.append(to: &text)
        try requireEqual(TrialCounts(text: text[...]), trial.counts)
        try requireEqual(text.split(separator: UInt8(ascii: ",")).count, TrialCounts.names.count)
      }
    }
  }

  /// What is counted is written down, all of it.
  @Test func everyNumberHasAName() {
    func numbers(in value: Any) -> Int {
      if value is Int { return 1 }
      return Mirror(reflecting: value).children.map { numbers(in: $0.value) }.reduce(0, +)
    }
    #expect(numbers(in: TrialCounts()) == TrialCounts.names.count)
    #expect(Set(TrialCounts.names).count == TrialCounts.names.count)
  }

  @Test func whatIsNoCountsIsNotRead() {
    let zeros = Array(repeating: "0", count: TrialCounts.names.count)
    #expect(TrialCounts(text: Array(zeros.joined(separator: ",").utf8)[...]) != nil)
    for wrong in ["", "-1", "+1", "01", "1.0", " 1", "1 ", "1000000000000000000", "x", "0,0"] {
      for place in [0, 5, zeros.count - 1] {
        var fields = zeros
        fields[place] = wrong
        #expect(
          TrialCounts(text: Array(fields.joined(separator: ",").utf8)[...]) == nil, "\(wrong)")
      }
    }
    #expect(TrialCounts(text: Array(zeros.dropLast().joined(separator: ",").utf8)[...]) == nil)
  }
}
