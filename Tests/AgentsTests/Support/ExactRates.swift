/// What honest voters and opposers decide in the plain case, summed up over all that can happen.
///
/// Written from the contract alone, without a line of the simulator.
struct ExactRates {
  var voters: Int
  var opposers: Int
  /// The probability that an honest voter who votes is right.
  var accuracy: Double
  var abstention: Double
  var quorumFraction: Double
  var threshold: Double

  /// How probable each ending is.
  struct Endings {
    var approved = 0.0
    var rejected = 0.0
    var undecided = 0.0
  }

  /// The endings of a proposal that is warranted, or not.
  func endings(warranted: Bool) -> Endings {
    var endings = Endings()
    let honest = voters - opposers
    for right in 0...honest {
      for wrong in 0...(honest - right) {
        let probability = multinomial(right, wrong, honest - right - wrong)
        let (approve, reject) =
          warranted ? (right, wrong + opposers) : (wrong + opposers, right)
        if !isQuorate(approve + reject) {
          endings.undecided += probability
        } else if Double(approve) / Double(approve + reject) >= threshold {
          endings.approved += probability
        } else {
          endings.rejected += probability
        }
      }
    }
    return endings
  }

  /// At least one, and no smaller share of all voters than asked for.
  private func isQuorate(_ votes: Int) -> Bool {
    votes >= 1 && Double(votes) >= Double(voters) * quorumFraction
  }

  private func multinomial(_ right: Int, _ wrong: Int, _ silent: Int) -> Double {
    var probability = 1.0
    var drawn = 0
    let kinds = [
      (right, (1 - abstention) * accuracy), (wrong, (1 - abstention) * (1 - accuracy)),
      (silent, abstention),
    ]
    for (count, chance) in kinds where count > 0 {
      for taken in 1...count {
        drawn += 1
        probability *= chance * Double(drawn) / Double(taken)
      }
    }
    return probability
  }
}
