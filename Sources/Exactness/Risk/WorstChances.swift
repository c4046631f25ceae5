/// The greatest probabilities with which an adversary who controls so many voters brings about what it
/// wants, of all choices of whom it controls.
package struct WorstChances: Sendable {
  /// The wrong decision, if every honest vote counts.
  private var wrongCounted = WorstLimits(0.0)
  /// The wrong decision, if it also decides which honest votes have arrived at the tally.
  private var wrongHeldBack = WorstLimits(0.0)
  /// The probability of no decision if every honest vote counts.
  package private(set) var ofNoDecision = WorstLimits(0.0)

  /// The probability of the wrong decision.
  ///
  /// - Parameter isHoldingBack: whether the adversary also decides which honest votes have arrived.
  package func ofWrongDecision(isHoldingBack: Bool) -> WorstLimits<Double> {
    isHoldingBack ? wrongHeldBack : wrongCounted
  }

  /// Includes what an adversary can bring about.
  ///
  /// - Parameter isTrue: whether it controls no more voters than it may.
  fileprivate mutating func include(_ worst: WorstCase, warranted isWarranted: Bool, isTrue: Bool) {
    let wrong = AchievableEndings.Choice.wrong(warranted: isWarranted)
    wrongCounted.raise(to: worst.allCounted.map { $0.chance(of: wrong) }, isTrue: isTrue)
    wrongHeldBack.raise(to: worst.heldBack.map { $0.chance(of: wrong) }, isTrue: isTrue)
    ofNoDecision.raise(to: worst.allCounted.map { $0.chance(of: .undecided) }, isTrue: isTrue)
  }

  /// Includes what no adversary goes beyond, whatever it certainly achieves.
  fileprivate mutating func include(_ bound: WorstBound) {
    wrongCounted.raise(to: WorstLimits(bound.wrong), isTrue: false)
    wrongHeldBack.raise(to: WorstLimits(bound.wrong), isTrue: false)
    ofNoDecision.raise(to: WorstLimits(bound.undecided), isTrue: false)
  }
}

extension WorstLimits<Double> {
  /// Raises the limits to others.
  ///
  /// - Parameter isTrue: whether what is certain of the others is so here.
  fileprivate mutating func raise(to other: WorstLimits<Double>, isTrue: Bool) {
    possible = max(possible, other.possible)
    if isTrue { certain = max(certain, other.certain) }
  }
}

extension FallibleElectorate {
  /// What an adversary who controls a number of voters can bring about at most.
  ///
  /// - Parameters:
  ///   - kinds: whether the action is critical, for each answer.
  ///   - choicesMax: the most choices of whom it controls that are tried.
  package func worstChances(
    faults: Int, warranted isWarranted: Bool, ofCritical kinds: [Bool], choicesMax: Int = 200
  ) -> [WorstChances] {
    var chances = kinds.map { _ in WorstChances() }
    for choice in FallenVoters(self, choicesMax: choicesMax).choices(faults) {
      do throws(ExactProblem) {
        let worst = try worst(
          controlling: choice.counts, warranted: isWarranted, ofCritical: kinds)
        for kind in kinds.indices {
          chances[kind].include(worst[kind], warranted: isWarranted, isTrue: choice.isTrue)
        }
      } catch {
        let bounds = worstBounds(
          controlling: choice.counts, warranted: isWarranted, ofCritical: kinds)
        for kind in kinds.indices { chances[kind].include(bounds[kind]) }
      }
    }
    return chances
  }
}
