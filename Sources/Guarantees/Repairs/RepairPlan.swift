import Consensus

/// Finds the fewest safeguards that let guarantees hold against as many faulty voters as advertised.
///
/// Nothing is known of the safeguards beforehand: each set is put through the closed form.
public struct RepairPlan {
  private let question: GuaranteeQuestion
  /// The sets of repairs, the smallest first, each with what it brings.
  private var trials: [(repairs: [Repair], closedForm: ClosedForm)]

  /// A plan for what fails in a question.
  public init(_ question: GuaranteeQuestion) {
    self.question = question
    trials = Repair.available(for: question).subsets.filter { !$0.isEmpty }.map { repairs in
      let safeguards = question.rules.safeguards.repaired(by: repairs)
      return (repairs, ClosedForm(question.with(safeguards)))
    }
  }

  /// The fewest repairs after which all of some guarantees hold; nil where none suffice.
  public func repairs(closing gaps: [GuaranteeAnswer]) -> [Repair]? {
    trials.first { trial in
      gaps.allSatisfy { gap in
        trial.closedForm.answer(gap.guarantee, gap.actions)
          .withstands(faults: question.advertisedFaults)
      }
    }?.repairs
  }

  /// The question with some repairs made.
  public func repaired(by repairs: [Repair]) -> GuaranteeQuestion {
    question.with(question.rules.safeguards.repaired(by: repairs))
  }
}

extension Array {
  /// All subsets, the smallest first, those of one size in the order of their elements.
  fileprivate var subsets: [[Element]] {
    let all = (0..<1 << count).map { mask in
      indices.filter { mask >> $0 & 1 == 1 }
    }
    return all.sorted {
      $0.count != $1.count ? $0.count < $1.count : $0.lexicographicallyPrecedes($1)
    }
    .map { $0.map { self[$0] } }
  }
}
