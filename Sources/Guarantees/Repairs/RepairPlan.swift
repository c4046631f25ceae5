import Consensus

/// Finds the fewest safeguards with which guarantees hold against the advertised number of faulty
/// voters.
///
/// Nothing is assumed about the safeguards: each set is tested with the closed form.
public struct RepairPlan {
  private let question: GuaranteeQuestion
  /// The sets of repairs, smallest first, each with its answers once they are known.
  private var trials: [(repairs: [Repair], closedForm: ClosedForm?)]

  /// A plan for the failing guarantees of a question.
  public init(_ question: GuaranteeQuestion) {
    self.question = question
    trials = question.repairs.subsets.filter { !$0.isEmpty }.map { ($0, nil) }
  }

  /// The fewest repairs with which all given guarantees hold; nil if none are enough.
  package mutating func repairs(closing gaps: [GuaranteeAnswer]) -> [Repair]? {
    for index in trials.indices {
      let repairs = trials[index].repairs
      let closedForm = trials[index].closedForm ?? ClosedForm(repaired(by: repairs))
      trials[index].closedForm = closedForm
      let isClosed = gaps.allSatisfy { gap in
        closedForm.withstands(gap.guarantee, gap.actions, faults: question.advertisedFaults)
      }
      if isClosed { return repairs }
    }
    return nil
  }

  /// The question after some repairs.
  package func repaired(by repairs: [Repair]) -> GuaranteeQuestion {
    question.with(question.rules.safeguards.changed(by: repairs))
  }
}

extension Array {
  /// All subsets, smallest first, those of one size in the order of their elements.
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
