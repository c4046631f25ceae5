import Consensus

/// The votes with four voters to a byte, so that sums over voters or proposals take a quarter of
/// the steps.
///
/// The sums of four votes are tabulated once, 3^4 for each block. Abstentions and missing votes are the same here.
struct BlockedVotes {
  let voterCount: Int
  let proposalCount: Int
  private let blockCount: Int
  /// A base-3 number for each block, lowest voter first: 0 no vote, 1 approve, 2 reject; all blocks
  /// of a proposal, then those of the next.
  private let codes: [UInt8]

  private static let votersPerBlock = 4
  private static let codesPerBlock = 81
  private static let placeValues = [1, 3, 9, 27]

  init(_ votes: VoteMatrix) {
    voterCount = votes.voterCount
    proposalCount = votes.proposalCount
    let blocks = (votes.voterCount + 3) / 4
    blockCount = blocks
    var codes = [UInt8](repeating: 0, count: blocks * votes.proposalCount)
    for voter in 0..<votes.voterCount {
      let place = UInt8(Self.placeValues[voter % 4])
      for proposal in BitIndices(votes.approvals(of: voter)) {
        codes[proposal * blocks + voter / 4] += place
      }
      for proposal in BitIndices(votes.rejections(of: voter)) {
        codes[proposal * blocks + voter / 4] += 2 * place
      }
    }
    self.codes = codes
  }

  /// For each proposal the sum over voters of the weights of their approvals or rejections.
  func sumsOverVoters<Lanes: SIMD<Double>>(
    approval: [Lanes], rejection: [Lanes], into sums: inout [Lanes]
  ) {
    var tables = [Lanes](repeating: .zero, count: blockCount * Self.codesPerBlock)
    for block in 0..<blockCount {
      let start = block * Self.codesPerBlock
      var size = 1
      for voter in block * 4..<min(block * 4 + 4, voterCount) {
        for code in 0..<size {
          tables[start + size + code] = tables[start + code] + approval[voter]
          tables[start + 2 * size + code] = tables[start + code] + rejection[voter]
        }
        size *= 3
      }
    }
    for proposal in 0..<proposalCount {
      var sum = Lanes.zero
      let row = proposal * blockCount
      for block in 0..<blockCount {
        sum += tables[block * Self.codesPerBlock + Int(codes[row + block])]
      }
      sums[proposal] = sum
    }
  }

  /// For each voter the sums of the weights of proposals that it approved, and that it rejected.
  func sumsOverProposals<Lanes: SIMD<Double>>(
    of weights: [Lanes], approvals: inout [Lanes], rejections: inout [Lanes]
  ) {
    var tables = [Lanes](repeating: .zero, count: blockCount * Self.codesPerBlock)
    for proposal in 0..<proposalCount {
      let row = proposal * blockCount
      let weight = weights[proposal]
      for block in 0..<blockCount {
        tables[block * Self.codesPerBlock + Int(codes[row + block])] += weight
      }
    }
    for voter in 0..<voterCount {
      let start = voter / 4 * Self.codesPerBlock
      let place = Self.placeValues[voter % 4]
      var approved = Lanes.zero
      var rejected = Lanes.zero
      for code in 1..<Self.codesPerBlock {
        switch code / place % 3 {
        case 1: approved += tables[start + code]
        case 2: rejected += tables[start + code]
        default: break
        }
      }
      approvals[voter] = approved
      rejections[voter] = rejected
    }
  }
}
