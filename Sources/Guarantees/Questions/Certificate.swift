/// The guarantees under some rules: an answer for each guarantee and kind of action.
public struct Certificate: Sendable {
  /// The question.
  public let question: GuaranteeQuestion
  /// The answers, for each guarantee first for normal and then for critical actions.
  public let answers: [GuaranteeAnswer]
  /// The number of explored states of ballot boxes; nil if nothing was explored.
  public let stateCount: Int?

  /// Answers a question: by exploration if there are few voters, otherwise with the closed form.
  ///
  /// If both are possible, they must agree.
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

  private init(_ certificate: Certificate, answers: [GuaranteeAnswer]) {
    question = certificate.question
    stateCount = certificate.stateCount
    self.answers = answers
  }

  /// The same certificate with the answers for some guarantees.
  package func choosing(_ guarantees: [Guarantee]) -> Certificate {
    Certificate(self, answers: answers.filter { guarantees.contains($0.guarantee) })
  }

  /// The guarantees that are answered.
  package var guarantees: [Guarantee] {
    Guarantee.allCases.filter { guarantee in answers.contains { $0.guarantee == guarantee } }
  }

  /// The answers with fewer faulty voters than advertised.
  public var gaps: [GuaranteeAnswer] {
    answers.filter { !$0.withstands(faults: question.advertisedFaults) }
  }
}
