/// What random draws are for; each purpose has its own streams, so none disturbs another.
enum StreamPurpose: UInt64 {
  /// A proposal's interval, action, truth and target.
  case workload = 1
  /// How a voter sees a proposal, whether it abstains and its latency.
  case voter = 2
  /// What a whole group decides together.
  case group = 3
  /// Whether a voter misbehaves or takes part, and its coin tosses.
  case behaviour = 4
  /// What the network does to a message.
  case network = 5
  /// The proposals of a flooding voter.
  case flood = 6
  /// The draws of strategies and plans from outside this library.
  case ownBehaviour = 7
}
