import Guarantees

extension Guarantee {
  /// Its name as a narrow title.
  var titles: [String] {
    switch self {
    case .noFalseApproval: ["no false", "approval"]
    case .noFalseRejection: ["no false", "rejection"]
    case .decision, .agreement: [words]
    }
  }
}

extension ActionKind {
  var brief: String {
    switch self {
    case .normal: "norm"
    case .critical: "crit"
    }
  }
}
