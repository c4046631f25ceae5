/// What is kept of each trial of a unit, beside the counts of all its trials.
enum UnitDetail: Sendable, Equatable {
  /// Nothing.
  case none
  /// The counts of each trial.
  case trials
  /// What a check looks at in each trial; the number is the largest of trials that its user allows.
  case samples(trialsMax: Int?)

  /// The counts of each trial or nothing.
  init(keepsTrials: Bool) {
    self = keepsTrials ? .trials : .none
  }

  /// How to get rid of unfinished work.
  var advice: String {
    switch self {
    case .none, .trials: "use --force to start over"
    case .samples: "remove it to start over"
    }
  }
}
