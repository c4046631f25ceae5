/// Something that voters should be able to rely on; raw values are the words of reports.
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

/// The actions that a guarantee is about; raw values are the words of reports.
public enum ActionKind: String, CaseIterable, Hashable, Sendable {
  case normal
  case critical
}

/// What the adversary decides besides the votes of the faulty; raw values are the words of reports.
public enum Timing: String, CaseIterable, Hashable, Sendable {
  /// Which honest votes have arrived when the votes are counted.
  case asynchronous
  /// Nothing: all honest votes are there when the votes are counted, unless anyone may count early.
  case synchronous
}
