import JSON
import Text

/// A change of a scenario from outside its file: a field with another value, or an axis.
public struct ScenarioOverride: Hashable, Sendable, CustomStringConvertible {
  /// What is changed.
  public enum Kind: Hashable, Sendable {
    /// A field, in all cells.
    case field
    /// An axis of the sweep, which is added or replaced.
    case axis
  }

  /// What is changed.
  public let kind: Kind
  /// The path of the field, or the name of the axis.
  public let path: String
  /// The value, as JSON or else a string; or the values of the axis, as JSON or with commas between
  /// them.
  public let value: String
  /// The option with which it was given, for messages.
  public var option: String
  /// The argument of the option, if it is not path and value.
  private var argument: String?

  private init(_ kind: Kind, path: String, value: String) {
    self.kind = kind
    self.path = path
    self.value = value
    option =
      switch kind {
      case .field: "--set"
      case .axis: "--sweep"
      }
  }

  /// Changes the field at a path; the path is checked when the file is read.
  public init(path: String, value: String) {
    self.init(.field, path: path, value: value)
  }

  /// Adds an axis, or replaces the one of the same path or name.
  ///
  /// - Parameter values: Values with commas between them; a list or a range in JSON; or some labels
  ///   of the variants that the file has under that name.
  public init(axis path: String, values: String) {
    self.init(.axis, path: path, value: values)
  }

  /// Changes the field at a path, as an option of its own says.
  ///
  /// - Parameters:
  ///   - value: The value as JSON.
  ///   - option: The option, with its argument, which is empty for a flag, for messages.
  package init(path: String, json value: JSONValue, option: String, argument: String) {
    self.init(.field, path: path, value: value.text(.compact))
    self.option = option
    self.argument = argument
  }

  /// The value that a text stands for in an option: JSON, or else a text; of several with commas
  /// between them, the list.
  package static func value(parsing text: String) -> JSONValue {
    func single(_ text: String) -> JSONValue {
      (try? JSONDocument(parsing: text))?.root.value ?? .string(text)
    }
    let pieces = text.piecesBetweenCommas
    return pieces.count == 1 ? single(text) : .array(pieces.map(single))
  }

  /// Reads `PATH=VALUE`; nil without `=` or without a path.
  public init?(_ kind: Kind = .field, argument: String) {
    guard let equals = argument.firstIndex(of: "="), equals > argument.startIndex else {
      return nil
    }
    self.init(
      kind, path: String(argument[..<equals]),
      value: String(argument[argument.index(after: equals)...]))
  }

  /// The override as on the command line.
  public var description: String {
    argument == "" ? option : "\(option) \(argument ?? assignment)"
  }

  /// The path and the value, as `PATH=VALUE`.
  public var assignment: String { "\(path)=\(value)" }

  /// Whether it gives an axis of a sweep its only value.
  public func fixes(_ axis: String) -> Bool {
    kind == .field && (ScenarioPath(path).map { $0 == ScenarioPath(axis) } ?? false)
  }

  /// The override as the place of a problem, with the beginning of a value of many lines.
  var place: String {
    let start = description.prefix(Self.placeLengthMax + 1)
    return start.count > Self.placeLengthMax ? "\(start.dropLast())…" : description
  }

  private static let placeLengthMax = 500
}

extension ScenarioOverride {
  /// The value of a field, with one offset for all its parts.
  func node(at offset: Int, log: ProblemLog) -> JSONNode { Self.node(value, at: offset, log: log) }

  /// The value of an axis as a file would have it; nil, with a reported problem, if a value is
  /// missing.
  ///
  /// - Parameter offset: The offset of the whole, 0, or of one of its values, counted from 1.
  func axisNode(at offset: (Int) -> Int, log: ProblemLog) -> JSONNode? {
    let whole = Self.node(value, at: offset(0), log: log)
    let values: [JSONNode]
    switch whole.content {
    case .object(let members) where members.contains(where: { Self.rangeKeys.contains($0.key) }):
      return whole
    case .array(let elements):
      values = elements.enumerated().map { $1.moved(to: offset($0 + 1)) }
    case .string(let text) where text == value:
      let pieces = value.piecesBetweenCommas
      if pieces.contains(where: \.isEmpty) {
        log.report(
          "a value is missing; use values with commas between them, such as --sweep PATH=V,V",
          path: path, offset: offset(0))
        return nil
      }
      values = pieces.enumerated().map { Self.node($1, at: offset($0 + 1), log: log) }
    case .object, .null, .bool, .number, .string: values = [whole]
    }
    return JSONNode(content: .array(values), offset: offset(0))
  }

  /// The first of several values that were given for one, as a list or with commas between them;
  /// nil if there is one value only.
  func firstOfSeveral(at offset: Int) -> JSONNode? {
    let log = ProblemLog()
    switch node(at: offset, log: log).content {
    case .array(let elements): return elements.first
    case .string(let text) where text == value:
      let isInBrackets = text.hasPrefix("[") && text.hasSuffix("]")
      let pieces = (isInBrackets ? String(text.dropFirst().dropLast()) : text).piecesBetweenCommas
      guard isInBrackets || pieces.count > 1, let first = pieces.first, !first.isEmpty
      else { return nil }
      return Self.node(first, at: offset, log: log)
    case .object, .null, .bool, .number, .string: return nil
    }
  }

  private static let rangeKeys = ["from", "to", "step"]

  /// JSON, or else a string.
  private static func node(_ text: String, at offset: Int, log: ProblemLog) -> JSONNode {
    guard let document = try? JSONDocument(parsing: text) else {
      return JSONNode(content: .string(text), offset: offset)
    }
    for problem in document.unplacedProblems {
      log.report(problem.message, path: problem.path, offset: offset)
    }
    return document.root.moved(to: offset)
  }
}

extension String {
  /// The pieces between the commas that are not inside a list, an object or a string of JSON.
  fileprivate var piecesBetweenCommas: [String] {
    var pieces: [String] = []
    var piece = String.UnicodeScalarView()
    var depth = 0
    var isInString = false
    var isEscaped = false
    for scalar in unicodeScalars {
      switch scalar {
      case "," where depth == 0 && !isInString:
        pieces.append(String(piece).trimmingSpaces)
        piece = String.UnicodeScalarView()
        continue
      case "\"" where !isEscaped: isInString.toggle()
      case "[" where !isInString, "{" where !isInString: depth += 1
      case "]" where !isInString, "}" where !isInString: depth -= 1
      default: break
      }
      isEscaped = scalar == "\\" && isInString && !isEscaped
      piece.append(scalar)
    }
    return pieces + [String(piece).trimmingSpaces]
  }

  private var trimmingSpaces: String {
    let start = drop { $0 == " " }
    return String(start.prefix(start.count - start.reversed().prefix { $0 == " " }.count))
  }
}
