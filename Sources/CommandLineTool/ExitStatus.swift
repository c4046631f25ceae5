/// The exit status of the program.
enum ExitStatus: Int32, CaseIterable, Sendable {
  case success = 0
  case checkFailed = 1
  case inconclusive = 2
  case usage = 64
  case badInput = 65
  case noInput = 66
  case cannotCreate = 73
  case outputFailed = 74
  case incomplete = 75
  case interrupted = 130
  /// The process ends by SIGPIPE, which shells report as this number.
  case unread = 141
  case terminated = 143

  /// The meaning, in a few words.
  var meaning: String {
    switch self {
    case .success: "success"
    case .checkFailed: "a check failed"
    case .inconclusive: "inconclusive: more trials are needed, or premises are broken"
    case .usage: "wrong usage"
    case .badInput: "bad input data"
    case .noInput: "input not found or not readable"
    case .cannotCreate: "output cannot be created"
    case .outputFailed: "output failed"
    case .incomplete: "incomplete: shards are missing"
    case .interrupted: "interrupted"
    case .unread: "nobody reads the output any more, as in `... | head` (SIGPIPE)"
    case .terminated: "terminated"
    }
  }
}
