import Consensus

extension Configuration {
  /// The configuration of combinations of bins that decide alike.
  ///
  /// It is told by the combination of listed values that is nearest to the scenario's own, and within
  /// that by the middle of each range.
  ///
  /// - Parameter changes: how many fields, apart from fractions, differ from the scenario's own in each
  ///   grid.
  init(
    _ members: [Member], in grids: [SettingsGrid], _ changes: [Int], _ space: SearchSpace
  ) {
    let nearest = members.map { changes[$0.grid] }.min() ?? 0
    let grid = members.map(\.grid).first { changes[$0] == nearest } ?? 0
    let own = members.filter { $0.grid == grid }
    let taken = Set(own)
    var places = Self.middle(of: own.map(\.places))
    // Around that, the whole range of each fraction; and its middle, to go on from there.
    var settings = grids[grid].settings
    for (index, field) in FractionField.allCases.enumerated() {
      let run = Self.run(through: places, along: index, of: taken, grid)
      let value = grids[grid].value(of: field, at: index, in: run, space)
      places[index] =
        run.first { grids[grid].bins[index][$0].range.contains(value) } ?? places[index]
      field.set(value, in: &settings)
    }
    var ranges: [FractionField: ClosedRange<Double>] = [:]
    var runs: [ClosedRange<Int>] = []
    for (index, field) in FractionField.allCases.enumerated() {
      let run = Self.run(through: places, along: index, of: taken, grid)
      runs.append(run)
      ranges[field] = grids[grid].range(run, along: index)
    }
    let sameAs = PlaceBox.boxes(of: members).filter { $0 != PlaceBox(grid: grid, runs: runs) }
    self.init(
      settings: settings, ranges: ranges,
      sameAs: sameAs.map { box in
        SettingsBox(
          settings: grids[box.grid].settings,
          ranges: Dictionary(
            uniqueKeysWithValues: FractionField.allCases.enumerated().map { index, field in
              (field, grids[box.grid].range(box.runs[index], along: index))
            }))
      })
  }

  /// The combination in the middle of some, by one fraction after the other.
  private static func middle(of places: [[Int]]) -> [Int] {
    var rest = places
    for index in FractionField.allCases.indices {
      let values = Set(rest.map { $0[index] }).sorted()
      let middle = values[values.count / 2]
      rest = rest.filter { $0[index] == middle }
    }
    return rest[0]
  }

  /// The places of the bins around one that decide alike with all else the same.
  private static func run(
    through places: [Int], along index: Int, of taken: Set<Member>, _ grid: Int
  ) -> ClosedRange<Int> {
    func isTaken(_ place: Int) -> Bool {
      var moved = places
      moved[index] = place
      return taken.contains(Member(grid: grid, places: moved))
    }
    var (first, last) = (places[index], places[index])
    while isTaken(first - 1) { first -= 1 }
    while isTaken(last + 1) { last += 1 }
    return first...last
  }
}

/// Bins beside one another of each fraction, in all combinations.
private struct PlaceBox: Equatable {
  let grid: Int
  var runs: [ClosedRange<Int>]

  /// Boxes that hold some combinations, each once.
  static func boxes(of members: [Member]) -> [PlaceBox] {
    var boxes = members.map { PlaceBox(grid: $0.grid, runs: $0.places.map { $0...$0 }) }
    for index in FractionField.allCases.indices.reversed() {
      boxes.sort { $0.order(for: index).lexicographicallyPrecedes($1.order(for: index)) }
      var joined: [PlaceBox] = []
      for box in boxes {
        if let last = joined.last, let both = last.joined(with: box, along: index) {
          joined[joined.count - 1] = both
        } else {
          joined.append(box)
        }
      }
      boxes = joined
    }
    return boxes
  }

  /// Numbers by which boxes that may be joined stand beside one another.
  private func order(for index: Int) -> [Int] {
    let others = runs.indices.filter { $0 != index }.flatMap {
      [runs[$0].lowerBound, runs[$0].upperBound]
    }
    return [grid] + others + [runs[index].lowerBound]
  }

  private func joined(with next: PlaceBox, along index: Int) -> PlaceBox? {
    var moved = next
    moved.runs[index] = runs[index]
    if moved != self || runs[index].upperBound + 1 != next.runs[index].lowerBound { return nil }
    moved.runs[index] = runs[index].lowerBound...next.runs[index].upperBound
    return moved
  }
}

extension SettingsGrid {
  /// The values of some bins beside one another.
  fileprivate func range(_ run: ClosedRange<Int>, along index: Int) -> ClosedRange<Double> {
    bins[index][run.lowerBound].range.lowerBound...bins[index][run.upperBound].range.upperBound
  }

  /// The value that stands for some bins beside one another: what was listed or is not searched, or
  /// the middle of all.
  fileprivate func value(
    of field: FractionField, at index: Int, in run: ClosedRange<Int>, _ space: SearchSpace
  ) -> Double {
    switch space.fractions[field] {
    case .within(let limits): range(run, along: index).clamped(to: limits).middle
    case .among, nil: bins[index][run.lowerBound].value
    }
  }
}
