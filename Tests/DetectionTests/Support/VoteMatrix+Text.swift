import Consensus

extension VoteMatrix {
  /// Votes written as one line a voter: + approves, - rejects, anything else is no vote.
  init(lines: [String]) {
    self.init(voterCount: lines.count, proposalCount: lines.first?.utf8.count ?? 0)
    for (voter, line) in lines.enumerated() {
      for (proposal, sign) in line.utf8.enumerated() {
        switch sign {
        case UInt8(ascii: "+"): set(.approve, of: voter, on: proposal)
        case UInt8(ascii: "-"): set(.reject, of: voter, on: proposal)
        default: break
        }
      }
    }
  }
}
