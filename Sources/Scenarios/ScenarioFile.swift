import Consensus
import Forms
import JSON
import Text

/// A scenario file with all its cells, each of them checked.
public struct ScenarioFile: Equatable, Sendable {
  /// The axes of the sweep; empty without a sweep.
  public let axes: [SweepAxis]
  /// All combinations of the values of the axes; the last axis changes fastest.
  public let cells: [ScenarioCell]
  /// The expectations, with the cells they apply to.
  public let expectations: [Expectation]
  /// The document from which all cells follow, with counts in words kept as such.
  private let base: ScenarioDraft

  /// Reads a file; throws all its problems.
  ///
  /// - Parameters:
  ///   - overrides: Changed fields and axes, in order. A field of the sweep gets the value in all
  ///     cells. Expectations on cells that there are no more are left out.
  ///   - vocabulary: The strategies, plans and detection methods that the file may name.
  public init(
    parsing text: [UInt8], overrides: [ScenarioOverride] = [], vocabulary: Vocabulary = .standard
  ) throws(TextProblems) {
    self = try Self.checked(text, overrides: overrides, vocabulary: vocabulary).file
  }

  /// Reads a file as `init` does, with warnings of what is allowed, but hardly meant, and with the
  /// places of its expectations.
  public static func checked(
    _ text: [UInt8], overrides: [ScenarioOverride] = [], vocabulary: Vocabulary = .standard
  ) throws(TextProblems) -> (
    file: ScenarioFile, warnings: [TextProblem], places: ExpectationPlaces
  ) {
    try checked(text, overrides: overrides, vocabulary: vocabulary, isTuned: false)
  }

  /// Reads a file as `checked` does.
  ///
  /// - Parameter isTuned: Whether it is tuned, with what is usual where the file says nothing.
  package static func checked(
    _ text: [UInt8], overrides: [ScenarioOverride], vocabulary: Vocabulary, isTuned: Bool
  ) throws(TextProblems) -> (
    file: ScenarioFile, warnings: [TextProblem], places: ExpectationPlaces
  ) {
    if let problem = Self.sizeProblem(byteCount: text.count) {
      throw TextProblems([problem])
    }
    let document: JSONDocument
    do {
      document = try JSONDocument(parsing: text)
    } catch {
      throw TextProblems([error])
    }
    var reader = ScenarioReader(document, overrides, vocabulary, isTuned: isTuned)
    guard let (file, places) = reader.read() else {
      throw TextProblems(reader.problems)
    }
    return (file, reader.warnings, places)
  }

  /// Reads a file from a string.
  public init(
    parsing text: String, overrides: [ScenarioOverride] = [], vocabulary: Vocabulary = .standard
  ) throws(TextProblems) {
    try self.init(parsing: Array(text.utf8), overrides: overrides, vocabulary: vocabulary)
  }

  init(
    base: ScenarioDraft, cells: [ScenarioCell], expectations: [Expectation]
  ) {
    axes = base.axes
    self.cells = cells
    self.expectations = expectations
    self.base = base
  }

  /// The problem with a file of this size, if any; checked before a file is read.
  public static func sizeProblem(byteCount: Int) -> TextProblem? {
    if byteCount <= ScenarioLimits.fileByteCountMax { return nil }
    return TextProblem(
      path: "$",
      message: "the file has \(byteCount) bytes; at most \(ScenarioLimits.fileByteCountMax) are "
        + "allowed")
  }
}

extension ScenarioFile {
  /// The name of the scenario and of the folder of its results.
  public var name: String { base.name }

  /// Whether each cell runs exactly as that of another file, so that the results are the same.
  ///
  /// Names, descriptions and expectations do not change what happens.
  public func runs(like other: ScenarioFile) -> Bool {
    cells.count == other.cells.count
      && zip(cells, other.cells).allSatisfy { $0.scenario.runs(like: $1.scenario) }
  }

  /// What the scenario shows, in one sentence.
  public var description: String { base.description }

  /// The whole file with all defaults, which decodes to an equal one.
  ///
  /// Swept fields have their first values, those of variants what the file gives; ranges are written
  /// as lists, and fractions as numbers.
  public var json: JSONValue { Vocabulary.standard.form.write(base) }

  /// The SHA-256 of the file; equal for files that differ only in layout, order of keys and
  /// explicit defaults.
  ///
  /// The order of axes matters, because it is the order of the cells.
  public var digest: SHA256Digest { json.digest }
}
