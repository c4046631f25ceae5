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

  /// An answer to a question.
  enum Answer: Hashable {
    /// Whether the coordinator tallies after some votes.
    case isDue(Bool)
    /// What a tally decides before the end.
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
    // All judges see alike whether everybody has voted.
    if tally == .quorum { note(sum, .isDue(isDue)) }
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

  /// The first question that another judge answers differently, and how; nil if there is none.
  ///
  /// It is asked no question that the answers before do not lead to.
  ///
  /// - Parameter start: how many of the first questions it answers alike.
  func difference(from other: TallyJudge, after start: Int) -> Difference? {
    for place in start..<questions.count {
      let (sum, answer) = questions[place]
      let others: Answer =
        switch answer {
        case .isDue: .isDue(tally.isDue(after: sum, other))
        case .outcome: .outcome(other.outcome(of: sum))
        }
      if others != answer { return Difference(place: place, answer: others) }
    }
    return nil
  }

  /// Another answer to a question.
  struct Difference: Hashable {
    /// The number of the question.
    let place: Int
    /// The other answer.
    let answer: Answer
  }
}
