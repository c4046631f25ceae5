import Consensus

/// Finds the fewest safeguards with which guarantees hold against the advertised number of faulty
/// voters, while those that held before still do.
///
/// Nothing is assumed about the safeguards: each set is tested with the closed form.
public struct RepairPlan {
  /// A set of repairs; once it is known, for each answer of the certificate, whether the guarantee
  /// then certainly holds.
  private struct Trial {
    let repairs: [Repair]
    var holds: [Bool]?
  }

  private let certificate: Certificate
  /// The sets of repairs, smallest first.
  private var trials: [Trial]

  /// A plan for the failing guarantees of a certificate.
  public init(_ certificate: Certificate) {
    self.certificate = certificate
    trials = certificate.question.repairs.subsets.filter { !$0.isEmpty }
      .map { Trial(repairs: $0, holds: nil) }
  }

  /// What safeguards can do about some gaps of the certificate.
  package mutating func advice(closing gaps: [GuaranteeAnswer]) -> RepairAdvice {
    var closing: RepairAdvice.Trade?
    var sparing: RepairAdvice.Trade?
    for index in trials.indices {
      let trade = trade(trials[index].repairs, closing: gaps, holds: holds(after: index))
      switch (trade.leftOpen.isEmpty, trade.opened.isEmpty) {
      case (true, true): return RepairAdvice(repairs: trade.repairs, trades: [])
      case (true, false):
        if trade.opened.count < closing?.opened.count ?? .max { closing = trade }
      case (false, true):
        if trade.leftOpen.count < sparing?.leftOpen.count ?? gaps.count { sparing = trade }
      case (false, false): break
      }
    }
    return RepairAdvice(repairs: nil, trades: [closing, sparing].compactMap(\.self))
  }

  /// The question after some repairs.
  package func repaired(by repairs: [Repair]) -> GuaranteeQuestion {
    let question = certificate.question
    return question.with(question.rules.safeguards.changed(by: repairs))
  }

  private mutating func holds(after index: Int) -> [Bool] {
    if let known = trials[index].holds { return known }
    let closedForm = ClosedForm(repaired(by: trials[index].repairs))
    let holds = certificate.answers.map {
      closedForm.withstands(
        $0.guarantee, $0.actions, faults: certificate.question.advertisedFaults)
    }
    trials[index].holds = holds
    return holds
  }

  /// What a set of repairs does to some gaps and to the guarantees that hold.
  private func trade(
    _ repairs: [Repair], closing gaps: [GuaranteeAnswer], holds: [Bool]
  ) -> RepairAdvice.Trade {
    let broken = zip(certificate.answers, holds).filter { !$0.1 }.map { $0.0 }
    return RepairAdvice.Trade(
      repairs: repairs,
      leftOpen: gaps.filter { gap in broken.contains { $0.isSameQuestion(as: gap) } },
      opened: broken.filter { $0.withstands(faults: certificate.question.advertisedFaults) })
  }
}

extension GuaranteeAnswer {
  fileprivate func isSameQuestion(as other: GuaranteeAnswer) -> Bool {
    guarantee == other.guarantee && actions == other.actions
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
