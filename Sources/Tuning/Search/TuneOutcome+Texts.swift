import Experiments
import Text

extension TuneOutcome {
  /// The outcome as texts, which read back as the same one.
  package var texts: [String?] {
    switch self {
    case .values(let values): [RunLengthText.text(of: values.flatMap(\.self), \.text)]
    case .samples(let samples): samples.texts
    }
  }
}

extension TuneSearch {
  /// Reads the outcome of a unit of the round; nil for any other texts.
  package func outcome(ofUnit number: Int, texts: [String?]) -> TuneOutcome? {
    guard units.indices.contains(number) else { return nil }
    let unit = units[number]
    switch unit.work {
    case .values(_, _, let configurations):
      let metrics = plans[unit.cell].metrics.count
      guard texts.count == 1, let text = texts[0],
        let values = RunLengthText.elements(
          of: text, count: configurations.count * metrics, PairValue.init(text:))
      else { return nil }
      return .values(
        stride(from: 0, to: values.count, by: metrics).map { Array(values[$0..<($0 + metrics)]) })
    case .trials(let pair, let numbers):
      guard let samples = TrialSamples(texts: texts, trials: numbers.count),
        samples.lists.count == measuredCount(of: pair, inCell: unit.cell)
      else { return nil }
      return .samples(samples)
    }
  }
}

extension PairValue {
  /// What is known without trials as a text.
  fileprivate var text: String {
    guard let range else { return "u" }
    switch status {
    case .proven: return "p"
    case .exact: return "e\(range.lowerBound)"
    case .bounded, .measured: return "b\(range.lowerBound)/\(range.upperBound)"
    }
  }

  /// Reads what is known without trials; nil for any other text.
  fileprivate init?(text: Substring) {
    let numbers = text.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
      .compactMap { Double($0) }.filter(\.isFinite)
    switch (text.first, numbers.count) {
    case ("u", 0): self = .undefined
    case ("p", 0): self = .never
    case ("e", 1): self = .exact(numbers[0])
    case ("b", 2) where numbers[0] <= numbers[1]: self = .bounded(numbers[0]...numbers[1])
    default: return nil
    }
  }
}
