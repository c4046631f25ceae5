/// A property that voters should be able to rely on; raw values are the words of reports.
public enum Guarantee: String, CaseIterable, Hashable, Sendable {
  /// No unwarranted proposal ends approved.
  case noFalseApproval = "no_false_approval"
  /// No warranted proposal ends rejected.
  case noFalseRejection = "no_false_rejection"
  /// Every proposal ends approved or rejected.
  case decision
  /// No two honest replicas end approved and rejected.
  case agreement
}

/// The kind of actions of a guarantee; raw values are the words of reports.
public enum ActionKind: String, CaseIterable, Hashable, Sendable {
  case normal
  case critical
}

/// What the adversary decides apart from faulty votes; raw values are the words of reports.
public enum Timing: String, CaseIterable, Hashable, Sendable {
  /// Which honest votes have arrived at the tally.
  case asynchronous
  /// Nothing else: all honest votes arrive before the tally, unless anyone may call it early.
  case synchronous
}
