import Consensus
import Forms
import JSON
import Text

/// A scenario file with all its cells, every one of them checked.
public struct ScenarioFile: Equatable, Sendable {
  /// The axes of the sweep; none where there is one cell.
  public let axes: [SweepAxis]
  /// All combinations of the axes' values, the last axis turning fastest.
  public let cells: [ScenarioCell]
  /// What must hold, with the cells it is about.
  public let expectations: [Expectation]
  /// The first cell's document, with groups that are the rest still called so.
  private let base: ScenarioDraft

  /// Reads a file, or throws everything that is wrong with it.
  ///
  /// - Parameters:
  ///   - overrides: Fields that are given other values, in this order. A field that is swept has
  ///     that value in all cells.
  ///   - vocabulary: The strategies, plans and methods of detection that the file may name.
  public init(
    parsing text: [UInt8], overrides: [ScenarioOverride] = [], vocabulary: Vocabulary = .standard
  ) throws(TextProblems) {
    if let problem = Self.sizeProblem(byteCount: text.count) {
      throw TextProblems([problem])
    }
    let document: JSONDocument
    do {
      document = try JSONDocument(parsing: text)
    } catch {
      throw TextProblems([error])
    }
    var reader = ScenarioReader(document, overrides, vocabulary)
    guard let file = reader.read() else {
      throw TextProblems(reader.problems)
    }
    self = file
  }

  /// Reads a file from a text.
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

  /// What is wrong with a file of this size, or nil; to be asked before a file is read.
  public static func sizeProblem(byteCount: Int) -> TextProblem? {
    if byteCount <= ScenarioLimits.fileByteCountMax { return nil }
    return TextProblem(
      path: "$",
      message: "the file has \(byteCount) bytes; at most \(ScenarioLimits.fileByteCountMax) are "
        + "allowed")
  }
}

extension ScenarioFile {
  /// The name of the scenario and of its results.
  public var name: String { base.name }

  /// What the scenario shows, in a sentence.
  public var description: String { base.description }

  /// The whole file with every default spelt out, which decodes to an equal one.
  ///
  /// Fields that are swept have the values of the first cell, and ranges are written as lists.
  public var json: JSONValue { Vocabulary.standard.form.write(base) }

  /// The SHA-256 of the file, equal for files that differ only in layout, the order of keys and
  /// the defaults they spell out.
  ///
  /// The order of axes is no layout: it is the order of the cells.
  public var digest: SHA256Digest { json.digest }
}
