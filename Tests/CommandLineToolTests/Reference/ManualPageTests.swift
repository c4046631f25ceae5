import TestSupport
import Testing

@testable import CommandLineTool

struct ManualPageTests {
  @Test func itExplainsEverything() async {
    let page = await Program.quorumlab.outcome(of: "help --format man").output
    let chapters =
      [ReferenceChapter.commands(of: .quorumlab)]
      + HelpTopic.allCases.map { $0.chapter(of: .quorumlab) }
    for entry in chapters.flatMap(\.sections).flatMap(\.entries) {
      let term = entry.term.replacing("-", with: #"\-"#)
      #expect(page.contains("\n.B \(term)\n"), "\(entry.term)")
    }
    #expect(page.hasPrefix(#".TH "QUORUMLAB" "1""#))
  }

  /// A line that begins with a full stop or an apostrophe is a request to roff.
  @Test func everyRequestIsMeant() async {
    let requests = ["TH", "SH", "SS", "PP", "TP", "B", "I", "RS", "RE"]
    let page = await Program.quorumlab.outcome(of: "help --format man").output
    for line in page.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
      #expect(requests.contains(line.dropFirst().prefix { $0 != " " }.description), "\(line)")
    }
    #expect(!page.contains("\n\n"))
  }

  @Test func aTopicIsNotForManPages() async {
    let outcome = await Program.quorumlab.outcome(of: "help metrics --format man")
    #expect(outcome.status == .usage)
    #expect(outcome.error.contains("--format man explains everything; leave TOPIC out"))
    let command = await Program.quorumlab.outcome(of: "help run --format markdown")
    #expect(command.status == .usage)
    #expect(command.error.contains("'run' is not one of them"))
  }
}
