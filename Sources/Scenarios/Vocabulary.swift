import Agents
import Detection
import Forms

/// The strategies, plans and methods of detection that scenarios may name.
///
/// Whoever writes a strategy of their own reads scenarios with a vocabulary that has it:
///
///     let vocabulary = Vocabulary.standard.adding(strategies: [ByzantineStrategy(Sulk())])
///     let file = try ScenarioFile(parsing: text, vocabulary: vocabulary)
public struct Vocabulary: Sendable {
  /// What faulty voters may do who act each for itself.
  public let strategies: [ByzantineStrategy]
  /// What colluding groups may do.
  public let plans: [CollusionPlan]
  /// How blocs may be found.
  public let detectors: [Detector.Method]
  /// How scenarios are read with these words; kept, since every cell is read with it.
  let form: Form<ScenarioDraft>

  /// What comes with this library.
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
      expectations: ExpectationDraft.form(detectors))
  }

  /// The same with more words behind these; traps where a name is taken or none.
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
