import Agents
import Consensus
import Detection
import Forms
import JSON

/// The document of one cell as read, before its parts are compared.
@dynamicMemberLookup struct ScenarioDraft: Equatable, Sendable {
  /// The fields that do not depend on others.
  var settings = ScenarioSettings()
  var electorate: Int?
  var groups: [GroupDraft] = []
  var axes: [SweepAxis] = []
  var expectations: [ExpectationDraft] = []
  var tuning: TuneRequest?

  subscript<Value>(dynamicMember setting: KeyPath<ScenarioSettings, Value>) -> Value {
    settings[keyPath: setting]
  }
}

extension ScenarioDraft {
  init(_ scenario: Scenario) {
    settings = scenario.settings
    electorate = scenario.voterCount
    groups = scenario.groups.map { GroupDraft($0) }
    expectations = scenario.expectations.map { ExpectationDraft($0, of: scenario.detectors) }
  }

  /// The form of a whole scenario file, given the forms that depend on the vocabulary.
  static func form(
    groups: Form<GroupDraft>, detectors: Form<Detector>, expectations: Form<ExpectationDraft>,
    tuning: Form<TuneRequest>
  ) -> Form<ScenarioDraft> {
    .record(
      ScenarioDraft(),
      ScenarioSettings.fieldsBeforeVoters.map { $0.inside(\.settings) } + [
        .optional(
          "electorate", \.electorate, .integer(in: 1...ScenarioLimits.votersMax),
          "The number of voters in all groups; needed if the count of a group is rest."),
        .required(
          "voters", \.groups, .list(of: groups, countMin: 1), "The groups of voters."),
      ] + ScenarioSettings.fieldsBehindVoters(detectors).map { $0.inside(\.settings) } + [
        .init(
          "sweep", \.axes, .sweep,
          """
          The axes: paths into the scenario, each with its values, or names of axes, each with its \
          variants, which change several fields together.
          """),
        .init(
          "expect", \.expectations, .list(of: expectations),
          "What must hold, in every cell or in the cells given by where."),
        .optional(
          "tune", \.tuning, tuning, "What `tune` is asked; no other command looks at it."),
      ])
  }
}
