import Agents
import JSON

extension ScriptStep {
  /// A step of a script.
  static let form = Form.record(
    ScriptStep(),
    [
      .required("at", \.delay, .delay, "The seconds from the proposal's opening."),
      .optional("vote", \.vote, .word, "What it votes."),
      .init(
        "to", \.recipients, Form<[String]>.list(of: .text).unique(),
        "The names of the groups whose replicas get the vote; none for all."),
      .init(
        "tally", \.callsTally, .flag,
        "Whether it calls the tally at the single ballot box, after the votes of this moment."),
    ]
  ).checked { cursor, step in
    if step.vote == nil && !step.callsTally {
      cursor.report("nothing is done here; 'vote' or 'tally' is needed")
    }
    if step.vote == nil && !step.recipients.isEmpty {
      cursor.report("'to' stands here without a 'vote' that it is about")
    }
  }
}
