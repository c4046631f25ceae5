import Agents
import Consensus
import Detection
import JSON
import Metrics
import Reports
import Scenarios
import Testing
import Text

@testable import CommandLineTool

/// The reference leaves nothing out.
struct ReferenceChapterTests {
  private static let chapters =
    HelpTopic.allCases.map { $0.chapter(of: .quorumlab) } + [.commands(of: .quorumlab)]

  private func terms(_ topic: HelpTopic) -> [String] {
    topic.chapter(of: .quorumlab).sections.flatMap(\.entries).flatMap {
      [$0.term] + $0.choices.map(\.word)
    }
  }

  @Test func everyStrategyPlanRoleAndModeIsExplained() {
    let words =
      ByzantineStrategy.standard.map(\.name) + CollusionPlan.standard.map(\.name)
      + AbsenceMode.allCases.map(\.rawValue) + Role.Kind.allCases.map(\.rawValue)
    #expect(terms(.strategies).sorted() == words.sorted())
  }

  @Test func everyMetricIsExplained() {
    let metrics = Metric.allCases.map(\.rawValue)
    #expect(terms(.metrics).prefix(metrics.count) == metrics[...])
  }

  /// Whatever stands in a file of a result is explained by its name, or by that of its metric.
  @Test func everyColumnIsExplained() {
    let terms = terms(.metrics)
    let suffixes = terms.filter { $0.hasPrefix("NAME") }.map { String($0.dropFirst(4)) }
    let ends = ["", "_low", "_high"] + suffixes
    let known = terms.flatMap { term in ends.map { "\(term)\($0)" } }
    for column in ColumnDictionary.columns {
      #expect(known.contains(column.name) && !column.meaning.isEmpty, "\(column.name)")
    }
  }

  @Test func everyDetectorIsExplained() {
    #expect(terms(.detectors) == Detector.Method.standard.map(\.name))
  }

  @Test func everySettingAndEachOfItsWordsIsExplained() {
    let words =
      Safeguards.Quorum.allCases.map(\.rawValue) + Safeguards.QuorumUnit.allCases.map(\.rawValue)
      + Safeguards.Ties.allCases.map(\.rawValue) + Safeguards.Rule.allCases.map(\.rawValue)
      + Safeguards.TallyTime.allCases.map(\.rawValue)
      + Safeguards.Authentication.allCases.map(\.rawValue)
      + Safeguards.Audit.allCases.map(\.rawValue)
    let keys = Safeguards.fields.map(\.key) + ConsensusConfig.fields.map(\.key)
    #expect(terms(.safeguards).sorted() == (keys + words).sorted())
  }

  /// The paths of a whole scenario that says everything, and no others but those of its kinds.
  @Test func everyFieldOfTheSchemaIsExplained() {
    let explained = Set(terms(.fields))
    // Adversaries are groups of voters, which are explained as such.
    for path in Self.paths(in: ScenarioSchema.json(), at: "")
    where !path.hasPrefix("tune.adversaries.") && !path.hasPrefix("tune.adversaries[].") {
      #expect(explained.contains(path), "\(path)")
    }
    for word in Role.Kind.allCases.map({ "voters with role \($0.rawValue)" }) {
      let titles = HelpTopic.fields.chapter(of: .quorumlab).sections.map(\.title)
      #expect(titles.contains(word))
    }
  }

  @Test func everyCommandAndOptionIsExplained() {
    let sections = ReferenceChapter.commands(of: .quorumlab).sections
    for command in Program.quorumlab.commands.map({ $0.specification }) {
      let terms = sections.first { $0.title == "quorumlab \(command.name)" }?.entries.map(\.term)
      for option in command.options {
        #expect(terms?.contains { $0.hasSuffix(option.synopsis) } == true, "\(option.name)")
      }
      for operand in command.operands {
        #expect(terms?.contains(operand.synopsis) == true, "\(operand.name)")
      }
    }
  }

  @Test func everythingIsExplainedInASentence() {
    for entry in Self.chapters.flatMap(\.sections).flatMap(\.entries) {
      #expect(isSentence(entry.meaning), "\(entry.term): \(entry.meaning)")
      for choice in entry.choices { #expect(isSentence(choice.meaning), "\(choice.word)") }
    }
    for chapter in Self.chapters { #expect(isSentence(chapter.abstract)) }
  }

  @Test func theWordsOfOthersAreExplained() {
    let method = Detector.Method(
      name: "own", summary: "Reports nothing.", parameter: .threshold, standardValue: 1,
      parameterNote: "Nothing."
    ) { votes, _ in Findings(blocs: [], pairScores: PairTable(voterCount: votes.voterCount)) }
    let program = Program.quorumlab.knowing(Vocabulary.standard.adding(detectors: [method]))
    let chapter = HelpTopic.detectors.chapter(of: program)
    #expect(chapter.sections[0].entries.last?.term == "own")
  }

  /// Exit statuses are no sentences, but phrases.
  private func isSentence(_ text: String) -> Bool {
    text.count >= 3 && (text.last == "." || ExitStatus.allCases.contains { $0.meaning == text })
  }

  private static func paths(in schema: JSONValue?, at path: String) -> [String] {
    guard case .object(let schema) = schema else { return [] }
    var paths: [String] = []
    if case .object(let properties) = schema["properties"] {
      for (key, value) in properties.members {
        let place = path.isEmpty ? key : "\(path).\(key)"
        paths += [place] + Self.paths(in: value, at: place)
      }
    }
    for key in ["oneOf", "anyOf"] {
      if case .array(let parts) = schema[key] {
        paths += parts.flatMap { Self.paths(in: $0, at: path) }
      }
    }
    return paths + Self.paths(in: schema["items"], at: path + "[]")
  }
}
