/// The probability of each vote of each honest voter in each clear state.
///
/// In a toss-up it is always one half.
struct VoteLikelihoods {
  typealias States = SIMD4<Double>

  private(set) var approval: [States] = []
  private(set) var rejection: [States] = []

  init(_ parameters: GroupParameters) {
    for (warranted, unwarranted) in zip(
      parameters.accuracyIfWarranted, parameters.accuracyIfUnwarranted)
    {
      let hardWarranted = 0.5 + 0.5 * (warranted - 0.5)
      let hardUnwarranted = 0.5 + 0.5 * (unwarranted - 0.5)
      approval.append(States(warranted, 1 - unwarranted, hardWarranted, 1 - hardUnwarranted))
      rejection.append(States(1 - warranted, unwarranted, 1 - hardWarranted, hardUnwarranted))
    }
  }
}
