import Agents
import Consensus

/// A judge with the questions that it is asked, which tell what other judges come to the same end.
final class RecordedJudge {
  let judge: TallyJudge
  private let tally: Workload.TallyTime
  /// Whether to keep the questions.
  private let isRecorded: Bool
  private var questions: [(sum: VoteSum, answer: Answer)] = []
  private var known: Set<Question> = []

  private enum Answer: Hashable {
    case isDue(Bool)
    case outcome(Decision)
  }

  private struct Question: Hashable {
    let sum: VoteSum
    let answer: Answer
  }

  init(_ judge: TallyJudge, _ tally: Workload.TallyTime, isRecorded: Bool) {
    self.judge = judge
    self.tally = tally
    self.isRecorded = isRecorded
  }

  /// Whether the coordinator tallies after some votes.
  func isDue(after sum: VoteSum) -> Bool {
    let isDue = tally.isDue(after: sum, judge)
    note(sum, .isDue(isDue))
    return isDue
  }

  /// What a tally decides before the end.
  func outcome(of sum: VoteSum) -> Decision {
    let outcome = judge.outcome(of: sum)
    note(sum, .outcome(outcome))
    return outcome
  }

  private func note(_ sum: VoteSum, _ answer: Answer) {
    if isRecorded && known.insert(Question(sum: sum, answer: answer)).inserted {
      questions.append((sum, answer))
    }
  }

  /// Whether another judge gives all the same answers.
  ///
  /// It is asked no question that the answers before do not lead to.
  func isLike(_ other: TallyJudge) -> Bool {
    questions.allSatisfy { question in
      switch question.answer {
      case .isDue(let isDue): tally.isDue(after: question.sum, other) == isDue
      case .outcome(let outcome): other.outcome(of: question.sum) == outcome
      }
    }
  }
}
