import Forms
import Scenarios
import Text

/// The weights of voters on a command line: a list, or a file with a longer one.
enum WeightsSource: Equatable, Sendable {
  case list([Double])
  case file(InputPath)

  /// A value that begins like a number is a list; any other is a path, and `-` is standard input.
  init?(_ argument: String) {
    guard let first = argument.first else { return nil }
    if argument == "-" {
      self = .file(.standardInput)
    } else if first.isNumber || "+-.".contains(first) {
      let list = WeightsList(argument)
      if !list.problems.isEmpty { return nil }
      self = .list(list.weights)
    } else {
      self = .file(.file(argument))
    }
  }
}

extension ValueKind where Value == WeightsSource {
  /// Numbers above 0 with commas between them, or a file with such numbers.
  static var weights: Self {
    .init(
      placeholder: "W,W,...|FILE",
      expectation: "numbers above 0 with commas between them, such as 3,1,1, or a path",
      completion: .files, read: { WeightsSource($0) })
  }
}

/// The weights in a text, with commas or line ends between them.
struct WeightsList {
  /// The weights that could be read.
  private(set) var weights: [Double] = []
  /// The problems of the text.
  private(set) var problems: [TextProblem] = []

  /// The largest number of problems that are reported.
  private static let problemsMax = 100

  /// The weights in the text of a file.
  init(_ text: [UInt8]) {
    self.init(String(decoding: text, as: UTF8.self))
    if let problem = TextProblem.foreignEncoding(of: text) { problems = [problem] }
  }

  init(_ text: String) {
    let fields = text.split(omittingEmptySubsequences: false) { $0 == "," || $0.isNewline }
    // The last line of a file also has an end.
    let isEnded = fields.count > 1 && fields.last?.isEmpty == true && text.last?.isNewline == true
    var unplaced: [UnplacedProblem] = []
    func add(_ message: String, at field: Substring, _ path: String) {
      let offset = text.utf8.distance(from: text.startIndex, to: field.startIndex)
      unplaced.append(UnplacedProblem(offset: offset, path: path, message: message))
    }
    for (index, field) in fields.dropLast(isEnded ? 1 : 0).enumerated() {
      if index == ScenarioLimits.votersMax {
        add("too many weights; at most \(ScenarioLimits.votersMax) are allowed", at: field, "$")
        break
      }
      if let weight = ValueKind<Double>.number.read(String(field)),
        weight > 0 && weight <= ScenarioLimits.weightMax
      {
        weights.append(weight)
      } else if unplaced.count < Self.problemsMax {
        let found = field.isEmpty ? "an empty field" : "'\(String(field).shortened)'"
        add(
          "\(found) is not a valid weight; it must be a number above 0 and at most "
            + "\(Int(ScenarioLimits.weightMax))", at: field, "voter-\(index + 1)")
      }
    }
    problems = unplaced.placed(in: Array(text.utf8))
  }
}
