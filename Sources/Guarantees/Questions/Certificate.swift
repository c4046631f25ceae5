/// All that is guaranteed under some rules: an answer for each guarantee and kind of action.
public struct Certificate: Sendable {
  /// What was asked.
  public let question: GuaranteeQuestion
  /// The answers, for each guarantee first for normal actions, then for critical ones.
  public let answers: [GuaranteeAnswer]
  /// How many states of ballot boxes have been seen; nil where none were explored.
  public let stateCount: Int?

  /// Answers a question: by trying everything where the voters are few enough, else in closed form.
  ///
  /// Where both are had, they are held against each other.
  public init(_ question: GuaranteeQuestion) {
    self.question = question
    let formal = ClosedForm(question).answers
    guard var exhaustive = Exhaustive(question) else {
      answers = formal
      stateCount = nil
      return
    }
    let explored = exhaustive.answers
    for (formal, explored) in zip(formal, explored) where formal.proof == .closedForm {
      precondition(
        formal.tolerated == explored.tolerated, "the closed form and the exploration differ")
    }
    answers = explored
    stateCount = exhaustive.stateCount
  }

  /// The answers that hold for fewer faulty voters than is advertised.
  public var gaps: [GuaranteeAnswer] {
    answers.filter { !$0.withstands(faults: question.advertisedFaults) }
  }

  /// Whether every guarantee holds against so many faulty voters.
  public func withstands(faults: Int) -> Bool {
    answers.allSatisfy { $0.withstands(faults: faults) }
  }
}
