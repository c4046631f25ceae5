import Consensus
import Experiments
import Simulation
import Text

extension Transcript.Entry {
  /// The entry as a line for people: time, proposal, actor, event, and the votes after it.
  public var text: String {
    let place = replica.map { " [\($0)]" } ?? ""
    let number = proposal.map { "#\($0)" } ?? "-"
    return "\(timeText)s \(number)\(place) \(actor) \(eventText)".shown
  }

  /// The time in seconds with nine digits, down to the nanosecond.
  private var timeText: String {
    let digits = String(time.sinceStart.count)
    let padded = String(repeating: "0", count: max(0, 10 - digits.count)) + digits
    return padded.dropLast(9) + "." + padded.suffix(9)
  }

  private var eventText: String {
    switch occurrence {
    case .opened(let action, let target, let isWarranted):
      "proposes to \(action) worker-\(target) (\(isWarranted ? "warranted" : "unwarranted"))"
    case .proposalRefused(let refusal): "proposes: refused, \(refusal.code)"
    case .vote(let value, let name, let refusal):
      "votes \(value.rawValue)\(name.map { " as \($0)" } ?? ""): "
        + (refusal.map { "refused, \($0.code)" } ?? "accepted, \(countText)")
    case .tally(let decision, let isRight):
      "tallies \(countText): \(decision.rawValue)\(isRight.map { $0 ? ", right" : ", WRONG" } ?? "")"
    case .executed: "executes"
    }
  }

  private var countText: String { "\(count.approve):\(count.reject):\(count.abstain)" }
}
