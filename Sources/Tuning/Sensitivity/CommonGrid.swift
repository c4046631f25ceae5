import Consensus
import Maths

/// All searched settings as one grid, whose parts of each field hold under all values of the others.
struct CommonGrid: Sendable {
  /// The searched fields, each with the probability of each of its parts.
  let axes: [(field: RuleField, weights: [Double])]
  /// The place of the configuration of each combination of parts; the last field changes fastest.
  let configurations: [Int32]

  /// The most combinations.
  static let combinationsMax = 20_000_000

  /// Why there is no such grid.
  enum Obstacle: Error, Equatable {
    /// There are too many combinations.
    case tooLarge
    /// A value of a field, or a range, decides by rounding alone, so it is in no configuration.
    case roundingDecides(RuleField)
  }
}

extension CommonGrid {
  /// The grid of the configurations of a search, which kept their bins.
  ///
  /// Listed values are equally likely, and so are all numbers of a range.
  init(_ distinct: DistinctConfigurations, combinationsMax: Int) throws(Obstacle) {
    let (space, binned) = (distinct.space, distinct.binned)
    var parts: [[FractionPart]] = []
    var count = binned.count
    for (index, field) in FractionField.allCases.enumerated() {
      let values = space.fractions[field] ?? .among([field.value(in: space.own)])
      let own = try FractionPart.all(
        of: values, in: binned.map { $0.bins[index] }, field, combinationsMax: combinationsMax)
      parts.append(own)
      count *= own.count
      if count > combinationsMax { throw .tooLarge }
    }
    var configurations: [Int32] = []
    configurations.reserveCapacity(count)
    for (number, combination) in binned.enumerated() {
      let (majorities, supermajorities) = (combination.bins[1].count, combination.bins[2].count)
      for quorum in parts[0] {
        for majority in parts[1] {
          let start = (quorum.bins[number] * majorities + majority.bins[number]) * supermajorities
          for supermajority in parts[2] {
            configurations.append(combination.configurations[start + supermajority.bins[number]])
          }
        }
      }
    }
    self.configurations = configurations
    var axes = space.choices.map { choice in
      (
        field: choice.field,
        weights: choice.values.map { _ in 1 / Double(choice.values.count) }
      )
    }
    for (field, own) in zip(FractionField.allCases, parts) where space.fractions[field] != nil {
      axes.append((field.field, own.map(\.weight)))
    }
    self.axes = axes
  }
}

/// The bins of each fraction under one combination of listed values, with their configurations.
struct BinnedCombination: Sendable {
  /// The bins, in the order of `FractionField`.
  let bins: [[FractionBin]]
  /// The place of the configuration of each combination of bins; the last fraction changes fastest.
  let configurations: [Int32]
}

/// Values of a fraction that are in one bin under each combination of listed values.
private struct FractionPart {
  /// The place of the bin under each combination.
  let bins: [Int]
  /// How likely the values are.
  var weight: Double

  /// The parts of some values.
  static func all(
    of values: SearchSpace.Fractions, in bins: [[FractionBin]], _ field: FractionField,
    combinationsMax: Int
  ) throws(CommonGrid.Obstacle) -> [FractionPart] {
    let points = values.weightedPoints(between: bins)
    if points.count * bins.count > combinationsMax { throw .tooLarge }
    let sorted = bins.map(AscendingBins.init)
    var parts: [FractionPart] = []
    for point in points {
      var places: [Int] = []
      for bins in sorted {
        guard let place = bins.place(of: point.value) else { throw .roundingDecides(field.field) }
        places.append(place)
      }
      if let last = parts.last, last.bins == places {
        parts[parts.count - 1].weight += point.weight
      } else {
        parts.append(FractionPart(bins: places, weight: point.weight))
      }
    }
    return parts
  }
}

/// Bins of a fraction in the order of their values.
private struct AscendingBins {
  let bins: [(place: Int, range: ClosedRange<Double>)]

  init(_ bins: [FractionBin]) {
    self.bins = bins.enumerated().map { ($0.offset, $0.element.range) }.sorted {
      $0.range.lowerBound < $1.range.lowerBound
    }
  }

  /// The place of the bin of a value; nil if it is in none.
  func place(of value: Double) -> Int? {
    guard !bins.isEmpty,
      let found = (0...bins.count - 1).firstInOrder(where: { bins[$0].range.upperBound >= value })
    else { return nil }
    return bins[found].range.contains(value) ? bins[found].place : nil
  }
}

extension SearchSpace.Fractions {
  /// Ascending values that stand for all, each with how likely those are that it stands for.
  fileprivate func weightedPoints(
    between bins: [[FractionBin]]
  ) -> [(value: Double, weight: Double)] {
    switch self {
    case .among(let values): return values.sorted().map { ($0, 1 / Double(values.count)) }
    case .within(let limits):
      let length = limits.upperBound - limits.lowerBound
      if length == 0 { return [(limits.lowerBound, 1)] }
      let all = Set(bins.joined().map { min($0.range.upperBound, limits.upperBound) })
      var ends: [Double] = []
      for end in all.sorted() + [limits.upperBound] {
        // What is as narrow as rounding (a tie may be on either side of a limit) weighs nothing.
        if end - (ends.last ?? limits.lowerBound) > length * 1e-12 { ends.append(end) }
      }
      return zip([limits.lowerBound] + ends, ends).map { start, end in
        (start + (end - start) / 2, (end - start) / length)
      }
    }
  }
}
