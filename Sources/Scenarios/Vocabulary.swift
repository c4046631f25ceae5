import Agents
import Detection
import Forms

/// The strategies, plans and detection methods that scenarios may name.
///
/// To use a strategy of your own, read scenarios with a vocabulary that includes it:
///
///     let vocabulary = Vocabulary.standard.adding(strategies: [ByzantineStrategy(Sulk())])
///     let file = try ScenarioFile(parsing: text, vocabulary: vocabulary)
public struct Vocabulary: Sendable {
  /// The strategies of faulty voters without a common plan.
  public let strategies: [ByzantineStrategy]
  /// The plans of colluding groups.
  public let plans: [CollusionPlan]
  /// The methods that find blocs.
  public let detectors: [Detector.Method]
  /// The form of scenarios with these words; stored, because every cell is read with it.
  let form: Form<ScenarioDraft>

  /// The vocabulary of this library.
  public static let standard = Vocabulary(
    strategies: ByzantineStrategy.standard, plans: CollusionPlan.standard,
    detectors: Detector.Method.standard)

  private init(
    strategies: [ByzantineStrategy], plans: [CollusionPlan], detectors: [Detector.Method]
  ) {
    Self.requireNames(strategies.map(\.name))
    Self.requireNames(plans.map(\.name))
    Self.requireNames(detectors.map(\.name))
    self.strategies = strategies
    self.plans = plans
    self.detectors = detectors
    form = ScenarioDraft.form(
      groups: GroupDraft.form(strategies, plans), detectors: Detector.form(detectors),
      expectations: ExpectationDraft.form(detectors),
      tuning: TuneRequest.form(strategies, plans))
  }

  /// The same with more words at the end; traps if a name is taken or not valid.
  public func adding(
    strategies: [ByzantineStrategy] = [], plans: [CollusionPlan] = [],
    detectors: [Detector.Method] = []
  ) -> Vocabulary {
    Vocabulary(
      strategies: self.strategies + strategies, plans: self.plans + plans,
      detectors: self.detectors + detectors)
  }

  private static func requireNames(_ names: [String]) {
    for (place, name) in names.enumerated() {
      precondition(
        !name.isEmpty
          && name.utf8.allSatisfy("abcdefghijklmnopqrstuvwxyz0123456789_".utf8.contains),
        "'\(name)' is not a valid name: use lower-case letters, digits and '_'")
      precondition(!names[..<place].contains(name), "the name '\(name)' is taken")
    }
  }
}
