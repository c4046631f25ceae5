/// The greatest probabilities with which an adversary who controls so many voters brings about each
/// outcome, of all choices of whom it controls.
package struct WorstChances: Sendable {
  /// If every honest vote counts.
  private var allCounted = OfEachOutcome()
  /// If it also decides which honest votes have arrived at the tally.
  private var heldBack = OfEachOutcome()

  private struct OfEachOutcome {
    var approved = WorstLimits(0.0)
    var rejected = WorstLimits(0.0)
    var undecided = WorstLimits(0.0)

    mutating func include(_ endings: WorstLimits<AchievableEndings>, isTrue: Bool) {
      func include(_ limits: inout WorstLimits<Double>, _ ending: AchievableEndings.Choice) {
        let chances = endings.map { $0.chance(of: ending) }
        limits.possible = max(limits.possible, chances.possible)
        if isTrue { limits.certain = max(limits.certain, chances.certain) }
      }
      include(&approved, .approved)
      include(&rejected, .rejected)
      include(&undecided, .undecided)
    }

    mutating func include(_ bound: WorstBound, wrong isWarranted: Bool) {
      undecided.possible = max(undecided.possible, bound.undecided)
      if isWarranted {
        rejected.possible = max(rejected.possible, bound.wrong)
      } else {
        approved.possible = max(approved.possible, bound.wrong)
      }
    }

    func chance(ofWrong isWarranted: Bool) -> WorstLimits<Double> {
      isWarranted ? rejected : approved
    }
  }

  private let isWarranted: Bool

  fileprivate init(warranted isWarranted: Bool) { self.isWarranted = isWarranted }

  /// Includes what an adversary can bring about.
  ///
  /// - Parameter isTrue: whether it controls no more voters than it may.
  fileprivate mutating func include(_ worst: WorstCase, isTrue: Bool) {
    allCounted.include(worst.allCounted, isTrue: isTrue)
    heldBack.include(worst.heldBack, isTrue: isTrue)
  }

  /// Includes what no adversary goes beyond, whatever it certainly achieves.
  fileprivate mutating func include(_ bound: WorstBound) {
    allCounted.include(bound, wrong: isWarranted)
    heldBack.include(bound, wrong: isWarranted)
  }

  /// The probability of the wrong decision.
  ///
  /// - Parameter isHoldingBack: whether the adversary also decides which honest votes have arrived.
  package func ofWrongDecision(isHoldingBack: Bool) -> WorstLimits<Double> {
    (isHoldingBack ? heldBack : allCounted).chance(ofWrong: isWarranted)
  }

  /// The probability of no decision if every honest vote counts.
  package var ofNoDecision: WorstLimits<Double> { allCounted.undecided }
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
    var chances = kinds.map { _ in WorstChances(warranted: isWarranted) }
    for choice in FallenVoters(self, choicesMax: choicesMax).choices(faults) {
      do throws(ExactProblem) {
        let worst = try worst(
          controlling: choice.counts, warranted: isWarranted, ofCritical: kinds)
        for kind in kinds.indices { chances[kind].include(worst[kind], isTrue: choice.isTrue) }
      } catch {
        let bounds = worstBounds(
          controlling: choice.counts, warranted: isWarranted, ofCritical: kinds)
        for kind in kinds.indices { chances[kind].include(bounds[kind]) }
      }
    }
    return chances
  }
}
