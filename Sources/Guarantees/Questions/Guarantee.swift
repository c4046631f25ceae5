import Text

/// A property that voters should be able to rely on; raw values are the words of reports.
public enum Guarantee: String, ExplainedWord, Hashable {
  case noFalseApproval = "no_false_approval"
  case noFalseRejection = "no_false_rejection"
  case decision
  case agreement

  /// What is guaranteed.
  public var meaning: String {
    switch self {
    case .noFalseApproval: "No unwarranted proposal ends approved."
    case .noFalseRejection: "No warranted proposal ends rejected."
    case .decision: "Every proposal ends approved or rejected."
    case .agreement: "No two honest replicas end approved and rejected."
    }
  }

  /// Its name in the sentences of reports.
  package var words: String { rawValue.replacing("_", with: " ") }

  /// Whether it applies to warranted proposals, unwarranted ones, or both.
  package var truths: [Bool] {
    switch self {
    case .noFalseApproval: [false]
    case .noFalseRejection: [true]
    case .decision, .agreement: [true, false]
    }
  }
}

/// The kind of actions of a guarantee; raw values are the words of reports.
public enum ActionKind: String, ExplainedWord, Hashable {
  case normal
  case critical

  /// Which actions are meant.
  public var meaning: String {
    switch self {
    case .normal: "Actions that a majority approves."
    case .critical: "Actions that only a supermajority approves."
    }
  }
}

/// What the adversary decides apart from faulty votes; raw values are the words of reports.
public enum Timing: String, ExplainedWord, Hashable {
  case asynchronous
  case synchronous

  /// What is assumed about the arrival of honest votes.
  public var meaning: String {
    switch self {
    case .asynchronous:
      "The adversary chooses which honest votes have arrived when the votes are counted."
    case .synchronous:
      """
      Every honest vote arrives by the deadline, at every replica; but where anyone may call the tally \
      of a ballot box, that may come earlier.
      """
    }
  }
}
