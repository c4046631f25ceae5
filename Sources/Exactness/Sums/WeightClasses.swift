/// The different weights in an electorate, lightest first.
struct WeightClasses {
  /// The weights.
  let values: [Double]
  /// For each weight, the sums of any number of such votes, added vote by vote.
  let sums: [[Double]]
}

extension WeightClasses {
  init(_ electorate: StochasticElectorate) {
    let values = Set(electorate.weights).sorted()
    let sums = values.map { value in
      var sums = [0.0]
      for group in electorate.groups.indices where electorate.weights[group] == value {
        for _ in 0..<electorate.groups[group].count { sums.append((sums.last ?? 0) + value) }
      }
      return sums
    }
    self.init(values: values, sums: sums)
  }

  /// The number of voters of each weight in some groups.
  func counts(_ electorate: StochasticElectorate, where isChosen: (StochasticGroup) -> Bool)
    -> [Int]
  {
    values.map { value in
      electorate.groups.indices.reduce(0) { count, group in
        let isOfClass = electorate.weights[group] == value && isChosen(electorate.groups[group])
        return count + (isOfClass ? electorate.groups[group].count : 0)
      }
    }
  }
}
