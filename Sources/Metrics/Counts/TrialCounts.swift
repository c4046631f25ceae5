/// What was counted in one trial: enough for each metric of the protocol but the percentiles.
public struct TrialCounts: Sendable, Equatable {
  /// How the proposals ended.
  public var outcomes = OutcomeCounts()
  /// How many proposals there were; in replicated mode, each is counted once.
  public var proposals = 0
  /// How many proposals two honest replicas decided differently.
  public var disagreements = 0
  /// How many decisions there were whose latency is known.
  public var decisions = 0
  /// Nanoseconds from opening to decision of all those together.
  public var latency = 0
  /// Approving and rejecting votes on all proposals.
  public var participants = 0
  /// Harm in millionths.
  public var harm = 0
  /// Votes accepted in the name of somebody who had not sent them.
  public var forgedVotesAccepted = 0
  /// Votes that were refused.
  public var votesRefused = 0
  /// Proposals that were refused.
  public var proposalsRefused = 0

  /// The counts of a trial in which nothing has happened.
  public init() {}

  /// How many nanoseconds make a second.
  static let nanosecond = 1e9
  /// How many of the coins in which harm is counted make one.
  static let millionth = 1e6

  /// A cost in the coin in which harm is counted.
  public static func millionths(of cost: Double) -> Int { Int((cost * millionth).rounded()) }
}

/// Counts as a line of numbers with commas between them, the same in every file.
extension TrialCounts {
  private typealias Member = WritableKeyPath<TrialCounts, Int> & Sendable

  private static let members: [(name: String, path: Member)] = [
    ("approved_unwarranted", \.outcomes.unwarranted.approved),
    ("rejected_unwarranted", \.outcomes.unwarranted.rejected),
    ("no_quorum_unwarranted", \.outcomes.unwarranted.undecided),
    ("approved_warranted", \.outcomes.warranted.approved),
    ("rejected_warranted", \.outcomes.warranted.rejected),
    ("no_quorum_warranted", \.outcomes.warranted.undecided),
    ("proposals", \.proposals), ("disagreements", \.disagreements), ("decisions", \.decisions),
    ("latency_nanoseconds", \.latency), ("votes_counted", \.participants),
    ("harm_millionths", \.harm), ("forged_votes_accepted", \.forgedVotesAccepted),
    ("votes_refused", \.votesRefused), ("proposals_refused", \.proposalsRefused),
  ]

  /// The names of the numbers.
  public static let names = members.map(\.name)

  /// Writes the numbers at the end of a text.
  public func append(to text: inout [UInt8]) {
    for (index, member) in Self.members.enumerated() {
      if index > 0 { text.append(Self.comma) }
      text.append(contentsOf: String(self[keyPath: member.path]).utf8)
    }
  }

  /// Reads the numbers; nil where the text is anything else.
  public init?(text: ArraySlice<UInt8>) {
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
        // No number is as long as the longest that fits.
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
