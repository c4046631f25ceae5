import Consensus
import Experiments
import Files
import JSON
import Reports
import Scenarios
import Text

/// A complete result of any scenario, for reading only.
public struct FinishedResult: Sendable {
  /// The folder of the result.
  public let path: String
  /// The scenario of the result.
  public let file: ScenarioFile
  private let manifest: Manifest

  /// The result in a folder; throws if there is none.
  ///
  /// - Parameter vocabulary: The strategies, plans and detection methods that its scenario may
  ///   name.
  public init(_ path: String, vocabulary: Vocabulary = .standard) throws(ResultError) {
    let place = "\(path)/\(Manifest.name)"
    let text = try withFiles { () throws(FileError) in try FileSystem.readStored(place) }
    guard let text else {
      throw ResultError(
        .unreadable, "folder '\(path)' has no complete result: its \(Manifest.name) is missing")
    }
    guard let manifest = Manifest(text) else {
      throw ResultError(.badData, "\(place): this is not a valid manifest")
    }
    // Earlier formats have the same trials.
    guard manifest.format <= ResultVersion.format else {
      throw ResultError(
        .badData,
        "\(place): the result has format \(manifest.format), and this version reads formats 1 to "
          + "\(ResultVersion.format)")
    }
    self.path = path
    self.manifest = manifest
    do throws(TextProblems) {
      file = try ScenarioFile(
        parsing: manifest.scenario.text(), vocabulary: vocabulary)
    } catch {
      throw ResultError(
        .badData, error.problems.map { "\(place): scenario.\($0.path): \($0.message)" })
    }
    guard file.digest.description == manifest.scenarioDigest else {
      throw ResultError(.badData, "\(place): the scenario does not match its SHA-256")
    }
    if let difference = manifest.difference(fromResultOf: file) {
      throw ResultError(.badData, "\(place): it does not match its scenario: \(difference)")
    }
    if let problem = ResultContents.run(keepsTrials: true).problem(
      withListed: manifest.files.map(\.name), of: file)
    {
      throw ResultError(.badData, "\(place): \(problem)")
    }
  }

  /// Whether it has the counts of each trial.
  public var keepsTrials: Bool { has(ResultContents.trialsName) }

  /// The counts of each trial; nil if they are not kept.
  public func trials() throws(ResultError) -> TrialTable {
    let text = try read(ResultContents.trialsName)
    guard let table = TrialTable(csv: text, of: file) else {
      throw ResultError(
        .badData,
        "\(path)/\(ResultContents.trialsName) does not match the trials of the scenario")
    }
    return table
  }

  /// Whether a file is part of the result.
  func has(_ name: String) -> Bool { manifest.files.contains { $0.name == name } }

  /// The bytes of a file of the result; throws if they do not match the manifest.
  func read(_ name: String) throws(ResultError) -> [UInt8] {
    let place = "\(path)/\(name)"
    let bytes = try withFiles { () throws(FileError) in try FileSystem.readStored(place) }
    guard let bytes else { throw ResultError(.unreadable, "'\(place)' is missing") }
    let digest = manifest.files.first { $0.name == name }?.digest
    guard SHA256.hash(bytes).description == digest else {
      throw ResultError(
        .badData, "\(place): the file does not match \(Manifest.name); run the scenario again")
    }
    return bytes
  }
}
