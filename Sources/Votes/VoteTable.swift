import Consensus
import Detection
import Replay
import Text

/// Votes with the names of voters and proposals, from a CSV file or a recorded trace.
public struct VoteTable: Sendable {
  /// The names of the voters.
  public let voters: [String]
  /// The label of each voter, if the file has labels.
  public let labels: [String]?
  /// The names of the proposals.
  public let proposals: [String]
  /// The votes.
  public let votes: VoteMatrix
  /// The action of each proposal; nil if unknown.
  public let actions: [String?]
  /// The target of each proposal; nil if there is none or if it is unknown.
  public let targets: [String?]
  /// How the proposals are decided: by the rules of the trace, or by a majority of those who voted.
  public let rules: DecisionRules

  /// Reads a table: a trace in JSON Lines if it begins with a brace, CSV otherwise.
  public init(reading text: [UInt8]) throws(TextProblems) {
    let isTrace = text.first { !Self.blanks.contains($0) } == UInt8(ascii: "{")
    if isTrace {
      let trace = try TraceFile(replaying: text)
      guard let consensus = trace.consensus else { throw TextProblems([.noProtocol]) }
      self.init(consensus)
    } else {
      try self.init(csv: text)
    }
  }

  private static let blanks: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]

  /// The votes cast in a protocol.
  public init(_ consensus: ConsensusProtocol) {
    let all = consensus.proposals()
    voters = consensus.voterIDs
    labels = nil
    proposals = all.map(\.id)
    votes = VoteMatrix(consensus.box)
    actions = all.map(\.action)
    targets = all.map(\.target)
    rules = DecisionRules(consensus.box.rules, isCritical: all.map(\.isCritical))
  }

  init(voters: [String], labels: [String]?, proposals: [String], votes: VoteMatrix) {
    self.voters = voters
    self.labels = labels
    self.proposals = proposals
    self.votes = votes
    actions = Array(repeating: nil, count: proposals.count)
    targets = actions
    rules = .majority(voters: voters.count, proposals: proposals.count)
  }
}

extension TextProblem {
  fileprivate static var noProtocol: TextProblem {
    TextProblem(path: "$", message: "the trace has no votes, because it creates no protocol")
  }
}
