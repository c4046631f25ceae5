/// The counts of one trial, enough for each metric of the protocol except percentiles.
package struct TrialCounts: Sendable, Equatable {
  /// The outcomes of the proposals.
  package var outcomes = OutcomeCounts()
  /// The number of proposals; in replicated mode each is counted once.
  package var proposals = 0
  /// The number of proposals that two honest replicas decided differently.
  package var disagreements = 0
  /// The number of decisions with a known latency.
  package var decisions = 0
  /// The sum of these latencies, in nanoseconds from opening to decision.
  package var latency = 0
  /// The number of approve and reject votes on all proposals.
  package var participants = 0
  /// Harm in millionths.
  package var harm = 0
  /// The number of votes accepted in the name of a voter who did not send them.
  package var forgedVotesAccepted = 0
  /// Votes that were refused.
  package var votesRefused = 0
  /// Proposals that were refused.
  package var proposalsRefused = 0

  /// The counts of a trial without events.
  package init() {}

  /// The number of nanoseconds in a second.
  static let nanosecond = 1e9
  /// The number of units of harm in a cost of 1.
  static let millionth = 1e6

  /// A cost in units of harm.
  package static func millionths(of cost: Double) -> Int { Int((cost * millionth).rounded()) }
}

/// Counts as a line of numbers with commas between them, in the same order in every file.
extension TrialCounts {
  private typealias Member = WritableKeyPath<TrialCounts, Int> & Sendable

  private static let members: [(name: String, path: Member, meaning: String)] = [
    (
      "approved_unwarranted", \.outcomes.unwarranted.approved,
      "Unwarranted proposals that were approved."
    ),
    (
      "rejected_unwarranted", \.outcomes.unwarranted.rejected,
      "Unwarranted proposals that were rejected."
    ),
    (
      "no_quorum_unwarranted", \.outcomes.unwarranted.undecided,
      "Unwarranted proposals that ended neither approved nor rejected."
    ),
    (
      "approved_warranted", \.outcomes.warranted.approved,
      "Warranted proposals that were approved."
    ),
    (
      "rejected_warranted", \.outcomes.warranted.rejected,
      "Warranted proposals that were rejected."
    ),
    (
      "no_quorum_warranted", \.outcomes.warranted.undecided,
      "Warranted proposals that ended neither approved nor rejected."
    ),
    ("proposals", \.proposals, "Proposals, each of them once in replicated mode, too."),
    (
      "disagreements", \.disagreements,
      "Proposals that one honest replica approved and another rejected."
    ),
    ("decisions", \.decisions, "Decisions with a known latency."),
    ("latency_nanoseconds", \.latency, "The sum of their latencies, in nanoseconds."),
    ("votes_counted", \.participants, "Approving and rejecting votes on all proposals."),
    ("harm_millionths", \.harm, "The cost of all proposals, in millionths."),
    (
      "forged_votes_accepted", \.forgedVotesAccepted,
      "Accepted votes that were sent by another voter than they name."
    ),
    ("votes_refused", \.votesRefused, "Votes that the protocol refused."),
    ("proposals_refused", \.proposalsRefused, "Proposals that the protocol refused."),
  ]

  /// The names of the numbers.
  package static let names = members.map(\.name)
  /// What each number is, in one sentence.
  package static let meanings = members.map(\.meaning)

  /// Appends the numbers to a text.
  package func append(to text: inout [UInt8]) {
    for (index, member) in Self.members.enumerated() {
      if index > 0 { text.append(Self.comma) }
      text.append(contentsOf: String(self[keyPath: member.path]).utf8)
    }
  }

  /// Reads the numbers; nil for any other text.
  package init?(text: ArraySlice<UInt8>) {
    self.init()
    var place = text.startIndex
    for (index, member) in Self.members.enumerated() {
      if index > 0 {
        guard place < text.endIndex, text[place] == Self.comma else { return nil }
        place += 1
      }
      let start = place
      var number = 0
      while place < text.endIndex, (Self.zero...Self.zero + 9).contains(text[place]) {
        let digit = Int(text[place] - Self.zero)
        // The number of digits is limited, so that nothing overflows.
        guard place - start < 18 else { return nil }
        number = number * 10 + digit
        place += 1
      }
      let isCanonical = place - start == 1 || (place > start && text[start] != Self.zero)
      guard isCanonical else { return nil }
      self[keyPath: member.path] = number
    }
    guard place == text.endIndex else { return nil }
  }

  private static let comma = UInt8(ascii: ",")
  private static let zero = UInt8(ascii: "0")
}
