import JSON
import Results
import Scenarios

extension ScenarioInput {
  /// The scenario of a search whose shards are in a folder, with what they were asked; nil if there
  /// are none of a search.
  static func searchedFile(
    shardsIn folder: String, _ arguments: ParsedArguments, in console: Console
  ) throws(CommandFailure) -> ScenarioFile? {
    let request = try withResults { () throws(ResultError) in
      try TuneRun.request(ofShardsIn: folder)
    }
    guard let request else { return nil }
    let asked = ScenarioOverride(
      path: "tune", json: request, option: MergeCommand.shards.specification.flag, argument: folder)
    return try read(
      [arguments[scenario]], overrides(arguments) + [asked], arguments.program.vocabulary,
      isTuned: true, in: console)[0].file
  }
}
