import Maths

@testable import Detection

/// The group model taken at its word: all that can have led to the votes on a proposal, one by one.
struct GroupEnumeration {
  /// One way in which the votes on a proposal can have come about.
  struct Course {
    /// Easy and warranted, easy and unwarranted, hard and warranted, hard and unwarranted, toss-up.
    let state: Int
    /// What the plan was; nil where it was not active.
    let plan: Character?
    /// Who voted as planned because it was planned.
    let followers: Set<Int>
    /// How probable it is, the votes included.
    let probability: Double
  }

  /// Votes, a line a voter.
  let lines: [String]
  let members: [Int]
  let parameters: GroupParameters

  /// The ways to the votes on each proposal, all of them.
  var courses: [[Course]] {
    lines[0].indices.map { place in
      let votes = lines.map { $0[place] }
      return (0..<5).flatMap { state in plans.flatMap { courses(to: votes, state, plan: $0) } }
    }
  }

  /// The logarithm of how probable all votes are, and the accuracies with them.
  var logLikelihood: Double {
    courses.reduce(parameters.logPrior) { sum, courses in
      sum + logarithm(courses.reduce(0) { $0 + $1.probability })
    }
  }

  /// What a number of a course and its proposal comes to in the mean, over all proposals.
  func expected(_ number: (Course, _ proposal: Int) -> Double) -> Double {
    courses.enumerated().reduce(0) { sum, entry in
      let (proposal, courses) = entry
      let whole = courses.reduce(0) { $0 + $1.probability }
      return sum
        + courses.reduce(0) { $0 + $1.probability * number($1, proposal) } / whole
    }
  }

  /// Whether a voter approved, or rejected; nil where it did not vote.
  func vote(of voter: Int, on proposal: Int) -> Character? {
    let sign = lines[voter][lines[voter].index(lines[voter].startIndex, offsetBy: proposal)]
    return sign == "0" ? nil : sign
  }

  private var plans: [Character?] { members.isEmpty ? [nil] : [nil, "+", "-"] }

  private func courses(to votes: [Character], _ state: Int, plan: Character?) -> [Course] {
    let shares = parameters.states
    let prior = state < 4 ? shares.clear[state] : shares.tossUp
    let rate = members.isEmpty ? 0 : parameters.rate
    let planned = plan == nil ? 1 - rate : rate / 2
    let asked = plan == nil ? [] : members.filter { votes[$0] != "0" }
    return (0..<(1 << asked.count)).map { choice in
      let followers = Set(asked.indices.filter { choice >> $0 & 1 == 1 }.map { asked[$0] })
      var probability = prior * planned
      for voter in votes.indices where votes[voter] != "0" {
        if asked.contains(voter) {
          let fidelity = parameters.fidelity
          probability *= followers.contains(voter) ? fidelity : 1 - fidelity
        }
        probability *=
          followers.contains(voter)
          ? (votes[voter] == plan ? 1 : 0) : honest(voter, votes[voter], state)
      }
      return Course(state: state, plan: plan, followers: followers, probability: probability)
    }
  }

  /// How probable an honest vote is.
  private func honest(_ voter: Int, _ vote: Character, _ state: Int) -> Double {
    if state == 4 { return 0.5 }
    let isWarranted = state % 2 == 0
    let easy =
      isWarranted
      ? parameters.accuracyIfWarranted[voter] : parameters.accuracyIfUnwarranted[voter]
    let right = state < 2 ? easy : (0.5 + easy) / 2
    return (vote == "+") == isWarranted ? right : 1 - right
  }
}
