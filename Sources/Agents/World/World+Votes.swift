import Consensus
import Simulation

extension World {
  /// The four random words for a purpose, a proposal, and a voter or a group.
  func draws(_ purpose: StreamPurpose, of voter: Int, on proposal: Int) -> Philox4x64.Block {
    stream(purpose, voter: voter, proposal: facts[proposal].streamNumber).firstBlock
  }

  /// The random stream for a purpose, a voter and a proposal in this trial.
  func stream(
    _ purpose: StreamPurpose, voter: Int = 0, proposal: Int = 0, firstBlock: Int = 0
  ) -> RandomStream {
    RandomStream(
      seed: setup.seed, purpose: purpose.rawValue, voter: voter, trial: trial,
      proposal: proposal, firstBlock: firstBlock)
  }

  /// The random stream of a voter on a proposal, for strategies and plans from outside this
  /// library; this library draws nothing from it.
  public func stream(of voter: Int, on proposal: Int) -> RandomStream {
    stream(.ownBehaviour, voter: voter, proposal: facts[proposal].streamNumber)
  }

  /// Wakes a voter at a later time.
  public mutating func wake(_ voter: Int, for proposal: Int, at time: VirtualTime) {
    schedule(Message(kind: .wake, proposal: Int32(proposal), voter: Int32(voter)), at: time)
  }

  /// Casts a vote as members of a group do: faulty ones at once, others after their latency.
  public mutating func cast(
    _ value: VoteValue, by voter: Int, of group: Electorate.Group, inNameOf name: Int? = nil,
    on proposal: Int, into box: Int? = nil, number: Int = 0
  ) {
    if let latency = group.latency {
      let thinking = latency.sample(at: draws(.voter, of: voter, on: proposal).word2)
      send(
        value, by: voter, inNameOf: name, on: proposal, into: box, after: thinking, number: number)
    } else {
      castBypassingNetwork(value, by: voter, inNameOf: name, on: proposal, into: box)
    }
  }

  /// Casts the vote of a faulty voter that does not misbehave on the proposal.
  mutating func castHonestly(
    by voter: Int, of group: Electorate.Group, seeing perception: Perception, on proposal: Int
  ) {
    let draws = draws(.voter, of: voter, on: proposal)
    let value = perception.vote(with: draws, of: group, on: proposal, in: self)
    cast(value, by: voter, of: group, on: proposal)
  }

  /// Sends a vote through the network to one ballot box or to all, after the voter's latency.
  ///
  /// - Parameters:
  ///   - name: the voter in whose name it is sent, if not the sender.
  ///   - number: how many votes the sender has already sent to a ballot box on the proposal.
  mutating func send(
    _ value: VoteValue, by sender: Int, inNameOf name: Int? = nil, on proposal: Int,
    into only: Int? = nil, after delay: Nanoseconds, number: Int = 0
  ) {
    let departure = now.delayed(by: delay)
    let fixedDelay = setup.network.fixedDelay
    for box in boxes.indices where only == nil || only == box {
      let owner = boxOwners.isEmpty ? electorate.voterCount : boxOwners[box]
      let vote = message(value, in: name ?? sender, by: sender, on: proposal, to: box)
      if owner == sender {
        schedule(vote, at: departure)
        continue
      }
      // Most networks do nothing to a message, and a call would take as long as all the rest.
      if let fixedDelay {
        schedule(vote, at: departure.delayed(by: fixedDelay))
        continue
      }
      // The receiver is part of the name of the stream, so each pair of voters has its own draws.
      let receiver = boxOwners.isEmpty ? 0 : owner + 1
      let (seed, trial, streamNumber) = (setup.seed, trial, facts[proposal].streamNumber)
      let deliveries = setup.network.deliveries(from: sender, to: owner, at: departure) {
        RandomStream(
          seed: seed, purpose: StreamPurpose.network.rawValue, voter: receiver << 32 | sender,
          trial: trial, proposal: streamNumber, firstBlock: number
        ).firstBlock
      }
      for arrival in deliveries { schedule(vote, at: arrival) }
    }
  }

  /// Puts a vote into one ballot box or into all, at once, as only faulty voters can.
  ///
  /// - Parameter name: the voter in whose name it is cast, if not the sender.
  public mutating func castBypassingNetwork(
    _ value: VoteValue, by sender: Int, inNameOf name: Int? = nil, on proposal: Int,
    into box: Int? = nil
  ) {
    for target in boxes.indices where box == nil || box == target {
      schedule(message(value, in: name ?? sender, by: sender, on: proposal, to: target), at: now)
    }
  }

  /// Calls a tally at the central ballot box, after the votes of this instant.
  ///
  /// A replica tallies only for its owner, so faulty voters cannot call a tally there.
  public mutating func callTally(on proposal: Int, by sender: Int) {
    if setup.isReplicated { return }
    schedule(
      Message(kind: .tally, proposal: Int32(proposal), sender: Int32(sender)), at: now)
  }

  private func message(
    _ value: VoteValue, in name: Int, by sender: Int, on proposal: Int, to box: Int
  ) -> Message {
    Message(
      kind: .vote, value: value, box: UInt16(box), proposal: Int32(proposal), voter: Int32(name),
      sender: Int32(sender))
  }
}
