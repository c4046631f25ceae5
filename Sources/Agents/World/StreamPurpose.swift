/// What chance is used for: each use draws from streams of its own, so that no use disturbs another.
enum StreamPurpose: UInt64 {
  /// A proposal's interval, action, truth and target.
  case workload = 1
  /// How a voter sees a proposal, whether it abstains and how long it thinks.
  case voter = 2
  /// What a whole group decides together.
  case group = 3
  /// Whether a voter misbehaves or is there, and its coins.
  case conduct = 4
  /// What the network does to a message.
  case network = 5
  /// What a flooding voter's proposals ask for.
  case flood = 6
  /// Whatever a strategy or a plan from outside this library draws.
  case ownBehaviour = 7
}
