/// The votes of an electorate in the sums with which an adversary reckons, by their weights.
///
/// It is a class because it is asked millions of times, and copies would take longer than the answers.
final class AdversaryVotes {
  /// Votes for one side.
  struct Side {
    var heads = 0
    var weight = 0.0...0.0
  }

  /// The different weights, lightest first.
  let weights: [Double]
  /// The number of voters of each weight.
  let counts: [Int]
  /// The number of the adversary's voters of each weight.
  let faulty: [Int]
  private let sums: WeightSums
  /// Whether sums of the same votes may differ.
  let dependOnOrder: Bool

  init(_ electorate: StochasticElectorate) {
    let classes = WeightClasses(electorate)
    weights = classes.values
    counts = classes.counts(electorate) { _ in true }
    faulty = classes.counts(electorate, where: \.isFaulty)
    let areExact = WeightUnits(weights: weights, counts: counts)?.areSumsExact ?? false
    sums = WeightSums(classes, areExact: areExact)
    dependOnOrder = sums.dependOnOrder
  }

  /// Whether all voters have the same weight.
  var areEqual: Bool { weights.count == 1 }

  /// The votes of some voters of each weight, with the adversary's or without.
  func side(_ counts: [Int], joined isJoined: Bool = false) -> Side {
    let own = isJoined ? faulty : []
    return Side(
      heads: counts.reduce(0, +) + own.reduce(0, +),
      weight: sums.range { counts[$0] + (isJoined ? own[$0] : 0) })
  }

  /// The weights of the votes of both sides, with the adversary's or without.
  func weight(
    _ approve: [Int], _ reject: [Int], joined isJoined: Bool = false
  ) -> ClosedRange<Double> {
    sums.range { approve[$0] + reject[$0] + (isJoined ? faulty[$0] : 0) }
  }

  /// The votes of some voters of each weight together with the adversary's.
  func joined(_ counts: [Int]) -> [Int] { counts.indices.map { counts[$0] + faulty[$0] } }

  /// The number of votes of each weight.
  ///
  /// - Parameters:
  ///   - weightOfClass: the number of the weight of each class of voters.
  ///   - count: the number of votes of a class.
  func byWeight(_ weightOfClass: [Int], _ count: (_ place: Int) -> Int) -> [Int] {
    var sums = Array(repeating: 0, count: weights.count)
    for place in weightOfClass.indices { sums[weightOfClass[place]] += count(place) }
    return sums
  }
}
