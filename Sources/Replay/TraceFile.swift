import Consensus
import JSON
import Text

/// A replayed trace, with the actual and the recorded answer of each line.
public struct TraceFile {
  /// An operation that was replayed.
  public struct Answer: Sendable {
    /// The line in the file.
    public let line: Int
    /// The name of the operation.
    public let operation: String
    /// The actual answer: `{"ok": …}` or `{"error": code}`.
    public let actual: JSONValue
    /// The recorded answer; nil if there is none.
    public let expected: JSONValue?
  }

  /// The answers, one for each line that is not blank.
  public let answers: [Answer]

  /// The last protocol that was created, after all operations; nil if there is none.
  public let consensus: ConsensusProtocol?

  /// Replays a trace from its text; throws all its problems.
  public init(replaying text: [UInt8]) throws(TextProblems) {
    if let problem = TextProblem.foreignEncoding(of: text) { throw TextProblems([problem]) }
    var replayer = TraceReplayer()
    var answers: [Answer] = []
    var problems: [TextProblem] = []
    var valueCount = 0
    let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, bytes) in lines.enumerated() {
      if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      do throws(TextProblems) {
        let line = try TraceLine(Array(bytes))
        // After a bad line the rest is only read, so that all problems are reported at once.
        if !problems.isEmpty { continue }
        if let voters = replayer.consensus?.voterCount,
          let problem = TraceLimits.problem(with: line.operation, voters: voters)
        {
          problems.append(.tooMuch(line: index + 1, problem))
        } else if let answer = replayer.answer(line.operation, at: line.time) {
          valueCount += answer.valueCount
          if valueCount > TraceLimits.answerValuesMax {
            problems.append(.tooLong(line: index + 1))
          }
          answers.append(
            Answer(
              line: index + 1, operation: line.name.rawValue, actual: answer,
              expected: line.expected))
        } else {
          problems.append(.nothingCreated(line: index + 1, operation: line.name.rawValue))
        }
      } catch {
        problems += error.problems.map { $0.moved(toLine: index + 1) }
      }
    }
    if answers.isEmpty && problems.isEmpty { problems.append(.noOperation) }
    if !problems.isEmpty { throw TextProblems(problems) }
    self.answers = answers
    consensus = replayer.consensus
  }
}

extension TraceFile.Answer {
  /// Whether there is a recorded answer to compare with.
  public var isRecorded: Bool { expected != nil }

  /// The first difference from the recorded answer: `PATH: expected …, got …`; nil if they are
  /// equal.
  public var difference: String? {
    guard let expected,
      let difference = Difference.first(
        expected: expected.withTiedBlocsSorted(operation),
        actual: actual.withTiedBlocsSorted(operation))
    else { return nil }
    func text(_ value: JSONValue?) -> String { value.map { $0.text().shortened } ?? "nothing" }
    return "\(difference.path): expected \(text(difference.expected)), "
      + "got \(text(difference.actual))"
  }
}

extension TextProblem {
  fileprivate func moved(toLine line: Int) -> TextProblem {
    guard case .text(let position) = place else { return self }
    return TextProblem(
      position: TextPosition(line: line, column: position.column), path: path, message: message)
  }

  fileprivate static func nothingCreated(line: Int, operation: String) -> TextProblem {
    TextProblem(
      position: TextPosition(line: line, column: 1), path: "op",
      message: "'\(operation)' has no protocol; a successful 'create' must come before it")
  }

  fileprivate static func tooMuch(line: Int, _ message: String) -> TextProblem {
    TextProblem(position: TextPosition(line: line, column: 1), path: "op", message: message)
  }

  fileprivate static func tooLong(line: Int) -> TextProblem {
    tooMuch(
      line: line,
      "the answers are too long; all answers to a trace may have at most "
        + "\(TraceLimits.answerValuesMax.grouped) values")
  }

  fileprivate static var noOperation: TextProblem {
    TextProblem(
      path: "$",
      message:
        "the trace is empty; it needs a JSON object on each line, first a 'create'")
  }
}

extension JSONValue {
  /// The answer with blocs of equal size and first member sorted, because their order in Python
  /// differs from run to run.
  fileprivate func withTiedBlocsSorted(_ operation: String) -> JSONValue {
    guard case .object(var answer) = self else { return self }
    switch (operation, answer["ok"]) {
    case ("blocs", .array(let blocs)?):
      answer["ok"] = .array(sortedWhereTied(blocs))
    case ("summary", .object(var summary)?):
      guard case .array(let blocs)? = summary["voting_blocs"] else { return self }
      summary["voting_blocs"] = .array(sortedWhereTied(blocs))
      answer["ok"] = .object(summary)
    default: return self
    }
    return .object(answer)
  }
}

private func sortedWhereTied(_ blocs: [JSONValue]) -> [JSONValue] {
  var sorted: [JSONValue] = []
  var tied: [JSONValue] = []
  for bloc in blocs {
    if let first = tied.first, first.blocRank != bloc.blocRank {
      sorted += tied.sorted { $0.text().precedesByCodePoints($1.text()) }
      tied = []
    }
    tied.append(bloc)
  }
  return sorted + tied.sorted { $0.text().precedesByCodePoints($1.text()) }
}

extension JSONValue {
  /// The sort key of a bloc: its size and its first member.
  fileprivate var blocRank: [JSONValue] {
    guard case .array(let members) = self else { return [self] }
    return [JSONValue(members.count), members.first ?? .null]
  }
}
