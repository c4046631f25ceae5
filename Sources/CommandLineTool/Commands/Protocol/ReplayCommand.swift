import JSON
import Replay
import Text

/// `quorumlab replay`: replays recorded traces on the protocol.
enum ReplayCommand: Command {
  static let traces = Operand.many(
    "TRACE", .inputFile, summary: "Traces as JSON Lines; - is standard input.")
  static let verify = Option.flag(
    "verify", summary: "Compare each answer with the recorded one instead of printing it.")

  static let specification = CommandSpecification(
    name: "replay",
    summary: "Replay recorded traces on the protocol.",
    discussion: """
      Each line of a trace is a JSON object with an operation ('op'), its time in seconds \
      ('at'), its arguments and, optionally, the expected answer ('expect'). Without --verify, \
      the answer to each line is printed as {"ok": ...} or {"error": "code"}, one answer on each \
      line.

      With --verify, answers are compared as JSON values: numbers by size, keys in any order. \
      Each difference is printed with its file and line.
      """,
    operands: [traces],
    options: [verify],
    examples: [
      "quorumlab replay trace.jsonl": "Print the answers of one trace.",
      "quorumlab replay --verify traces/*.jsonl": "Compare the answers with those in the traces.",
    ],
    exitStatuses: [
      .success: "the answers were printed, or all equal the recorded ones",
      .checkFailed: "an answer differs from the recorded one",
      .badInput: "a trace is not valid, or has no recorded answers to verify",
      .noInput: "a trace cannot be read",
    ])

  static func run(
    _ arguments: ParsedArguments, in console: Console
  ) async throws(CommandFailure) -> ExitStatus {
    // All traces are read and replayed before anything is printed.
    var replayed: [(input: InputPath, trace: TraceFile)] = []
    var problems: [String] = []
    for input in arguments[traces] {
      let text = try console.read(input, byteCountMax: TraceLimits.fileByteCountMax)
      do throws(TextProblems) {
        replayed.append((input, try TraceFile(replaying: text)))
      } catch {
        problems += error.problems.map { "\(input):\($0)" }
      }
    }
    if arguments[verify] {
      for (input, trace) in replayed where !trace.answers.contains(where: \.isRecorded) {
        problems.append("\(input): nothing to verify; no line has the key 'expect'")
      }
    }
    guard problems.isEmpty else { throw CommandFailure(.badInput, problems) }
    return arguments[verify]
      ? try verifyAnswers(of: replayed, in: console) : try printAnswers(of: replayed, in: console)
  }

  private static func printAnswers(
    of replayed: [(input: InputPath, trace: TraceFile)], in console: Console
  ) throws(CommandFailure) -> ExitStatus {
    for (_, trace) in replayed {
      for answer in trace.answers { try console.write(answer.actual.text() + "\n") }
    }
    return .success
  }

  private static func verifyAnswers(
    of replayed: [(input: InputPath, trace: TraceFile)], in console: Console
  ) throws(CommandFailure) -> ExitStatus {
    var compared = 0
    var different = 0
    for (input, trace) in replayed {
      for answer in trace.answers where answer.isRecorded {
        compared += 1
        if let difference = answer.difference {
          different += 1
          try console.show("\(input):\(answer.line): \(answer.operation): \(difference.shown)\n")
        }
      }
    }
    let files = replayed.count.counting("trace")
    try console.show("\(files), \(compared) answers compared, \(different) different\n")
    return different == 0 ? .success : .checkFailed
  }
}
