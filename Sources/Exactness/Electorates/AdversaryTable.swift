/// What adversaries can cause, for all numbers of honest votes, with the sums of each side made once.
///
/// The votes of a side have a number: the sum of those of its votes. So the number of several sides
/// together is the sum of theirs. It is a class because it is asked millions of times, and copies would
/// take longer than the answers.
final class AdversaryTable {
  /// The number of a vote of each weight.
  private let strides: [Int]
  private let sizes: [Int]
  /// The sums of the votes of a side, by their number.
  private let alone: [Adversary.Side]
  /// The same, together with the votes of the adversary.
  private let joined: [Adversary.Side]

  /// - Parameter honest: the number of honest voters of each weight.
  init(_ votes: AdversaryVotes, honest: [Int]) {
    sizes = honest.map { $0 + 1 }
    var strides: [Int] = []
    var count = 1
    for size in sizes {
      strides.append(count)
      count *= size
    }
    self.strides = strides
    let sides = (0..<count).map { number in
      zip(strides, honest).map { number / $0 % ($1 + 1) }
    }
    alone = sides.map { votes.side($0) }
    joined = sides.map { votes.side($0, joined: true) }
  }

  /// How many numbers of votes a side may have, without a table.
  static func size(honest: [Int]) -> Double { honest.reduce(1) { $0 * Double($1 + 1) } }

  /// The number of numbers.
  var count: Int { alone.count }

  /// The number of some votes of a weight.
  func number(of votes: Int, weight: Int) -> Int { votes * strides[weight] }

  /// The number of some votes of each weight.
  func number(of counts: [Int]) -> Int {
    counts.indices.reduce(0) { $0 + number(of: counts[$1], weight: $1) }
  }

  /// The outcomes that an adversary can cause if all honest votes count.
  func choice(of adversary: Adversary, approve: Int, reject: Int) -> AchievableEndings.Choice {
    let sums = Adversary.Sums(
      approve: alone[approve], reject: alone[reject], joinedApprove: joined[approve],
      joinedReject: joined[reject], present: alone[approve + reject].weight,
      joinedPresent: joined[approve + reject].weight)
    return adversary.choice(
      sums,
      rejecting: {
        adversary.rejectionsToPreventDecision(facing: counts(approve), counts(reject))
      })
  }

  /// The outcomes that it can cause if it may also delay honest votes.
  func choiceHoldingBack(of adversary: Adversary, approve: Int, reject: Int)
    -> AchievableEndings.Choice
  {
    guard adversary.isQuorumOfHeads else {
      return adversary.choiceHoldingBack(counts(approve), counts(reject))
    }
    func fewest(of number: Int, beside other: Int) -> Adversary.Quorum {
      let fewest = lightest(adversary.headsMissing(beside: joined[other].heads), of: number)
      return Adversary.Quorum(side: alone[fewest], present: joined[fewest + other].weight)
    }
    return adversary.choice(
      joinedApprove: joined[approve], facing: fewest(of: reject, beside: approve),
      joinedReject: joined[reject], facing: fewest(of: approve, beside: reject))
  }

  /// The number of so many of the lightest votes, or of all if they are too few.
  private func lightest(_ heads: Int, of number: Int) -> Int {
    if heads >= alone[number].heads { return number }
    var (missing, lightest) = (heads, 0)
    for place in strides.indices {
      let taken = min(missing, count(number, place))
      missing -= taken
      lightest += taken * strides[place]
    }
    return lightest
  }

  private func counts(_ number: Int) -> [Int] { strides.indices.map { count(number, $0) } }

  private func count(_ number: Int, _ place: Int) -> Int { number / strides[place] % sizes[place] }
}
