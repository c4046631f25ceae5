import Consensus
import Guarantees
import JSON
import Metrics
import Scenarios
import Text
import Tuning

extension TunedCell {
  /// Why this is recommended, in sentences.
  var reasons: [String] {
    guard let chosen else {
      return ["No configuration keeps all limits; the least broken ones are in tune.csv."]
        + [trialsText]
    }
    return [advice(chosen), ranges(chosen), harm(chosen), objectives(chosen), grid].compactMap(
      \.self)
      + withstood
      + [peace(chosen), stabilityText, standingText, trialsText, boundsText, adversary]
      .compactMap(\.self)
  }

  /// Who does something of which only bounds are known, though no trial shows it.
  private var boundsText: String? {
    let known = pairs.first { $0.configuration == recommendation.outcome.place }?.values ?? []
    let names = zip(study.plan.adversaries, known).compactMap { adversary, values in
      !adversary.kind.canBeTried && values.contains { $0.status == .bounded }
        ? adversary.name : nil
    }
    return names.isEmpty
      ? nil
      : "What \(names.listed(with: "and")) can do is known within bounds, and no trial shows it."
  }

  /// What trials were for, and what they left open.
  private var trialsText: String {
    let (run, most) = (study.trials, study.plan.trialsMax)
    let open = study.undecidedCount
    let isOpen = open > 0 || status == .undecided
    let spent: String
    switch (run, isOpen) {
    case (0, false): spent = "No trials were needed."
    case (most, _): spent = "\(run.grouped) trials were run, and no more are allowed."
    case (0, true): spent = "No trials were run: they would probably decide nothing."
    case (_, true):
      spent =
        "\(run.grouped) of at most \(most.grouped) trials were run: the rest would probably "
        + "decide nothing more."
    case (_, false): spent = "\(run.grouped) trials were run."
    }
    return spent
      + (open == 0
        ? "" : " Of \(open.counting("configuration")) it is open whether the front has it.")
  }

  private func advice(_ chosen: TunedConfiguration) -> String {
    let changes = recommendation.path.map { "\($0.field.key) to \($0.after.briefText)" }
    let what =
      changes.isEmpty
      ? "keep the scenario's own settings" : "set \(changes.listed(with: "and"))"
    switch status {
    case .recommended: return what.withCapital + "."
    case .undecided, .none:
      return "It is not decided what is best; the likeliest is to \(what)."
    }
  }

  /// What each searched fraction stands for.
  private func ranges(_ chosen: TunedConfiguration) -> String? {
    let texts = searched.compactMap { field -> String? in
      guard let fraction = FractionField(rawValue: field.key),
        let range = chosen.configuration.ranges[fraction], range.lowerBound < range.upperBound
      else { return nil }
      let value = fraction.value(in: chosen.configuration.settings)
      return "\(field.key) \(value.brief) (\(range.lowerBound.briefFraction) to "
        + "\(range.upperBound.briefFraction))"
    }
    return texts.isEmpty
      ? nil
      : "Each fraction stands in the middle of what decides alike: "
        + "\(texts.joined(separator: ", "))."
  }

  /// The harm at worst, beside that of the scenario's own settings.
  private func harm(_ chosen: TunedConfiguration) -> String {
    let name = Metric.expectedHarm.rawValue
    let now = "At worst \(name) is \(worst(of: .expectedHarm, chosen))"
    return chosen.number == own.number
      ? now + "." : now + "; with the scenario's own settings \(worst(of: .expectedHarm, own))."
  }

  private func objectives(_ chosen: TunedConfiguration) -> String? {
    let others = study.plan.metrics.filter { $0 != .expectedHarm }
    if others.isEmpty { return nil }
    return "Of the rest, the worst is: "
      + others.map { "\($0.rawValue) \(worst(of: $0, chosen))" }.joined(separator: "; ") + "."
  }

  /// The worst of a metric in words.
  private func worst(of metric: Metric, _ configuration: TunedConfiguration) -> String {
    guard let place = study.plan.metrics.firstIndex(of: metric) else { return "unknown" }
    let worst = configuration.worst[place]
    guard let adversary = worst.adversary, let range = worst.value.range else { return "undefined" }
    let name = study.plan.adversaries[adversary].name
    guard let value = worst.value.value else {
      return "from \(range.lowerBound.brief) to \(range.upperBound.brief) (by \(name), a bound)"
    }
    switch worst.value.status {
    case .proven: return "\(value.brief) (proven)"
    case .exact: return "\(value.brief) (by \(name))"
    case .bounded, .measured:
      return
        "\(value.brief) (by \(name), from \(range.lowerBound.brief) to \(range.upperBound.brief))"
    }
  }

  private var grid: String? {
    study.plan.isGrid
      ? "The weights have too many different sums to tell all settings apart, so fractions with "
        + "denominators up to 12 were tried." : nil
  }

  /// How many faulty voters the guarantees withstand, and what they take for granted in vain.
  private var withstood: [String] {
    let all = recommendation.withstood
    if all.isEmpty { return [] }
    let tolerated = all.map { one in
      one.tolerated < 0
        ? "\(one.guarantee.words) not even without faulty voters"
        : "\(one.guarantee.words) against \(one.tolerated.counting("faulty voter"))"
    }
    let broken = all.flatMap(\.broken).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    let guaranteed =
      "Whenever votes arrive, it guarantees \(tolerated.joined(separator: ", ")); the seats are "
      + "\(study.plan.seatCount)."
    return broken.isEmpty
      ? [guaranteed]
      : [
        guaranteed,
        "These guarantees take for granted what the scenario breaks: "
          + "\(broken.joined(separator: ", ")).",
      ]
  }

  private var adversary: String? {
    recommendation.worstAdversary.map { "The worst adversary is \($0.name)." }
  }

  /// The command that shows what the worst adversary does; nil if no trial shows it.
  func command(worstAt path: String) -> String? {
    recommendation.worstAdversary.flatMap { $0.canBeTraced ? $0.command(path) : nil }
  }

  private func peace(_ chosen: TunedConfiguration) -> String? {
    func harm(_ configuration: TunedConfiguration) -> String {
      let harm = study.harmInPeace(configuration)
      guard let value = harm.value, let range = harm.range else { return "unknown" }
      return harm.status == .measured
        ? "\(value.brief) (from \(range.lowerBound.brief) to \(range.upperBound.brief))"
        : value.brief
    }
    let name = Metric.expectedHarm.rawValue
    let now = "In peace \(name) is \(harm(chosen))"
    return chosen.number == own.number
      ? now + "." : now + ", with the scenario's own settings \(harm(own))."
  }

  /// Each change and what it brings, in sentences.
  var pathTexts: [String] {
    let harm = study.plan.harm
    var before = (own.worst[harm].value, own.peace[harm])
    return recommendation.path.map { step in
      let after = (step.worst[harm].value, step.peace[harm])
      defer { before = after }
      return "\(step.field.key) \(step.before.briefText) -> \(step.after.briefText): "
        + "at worst \(before.0.briefText) -> \(after.0.briefText), "
        + "in peace \(before.1.briefText) -> \(after.1.briefText)"
    }
  }
}

extension WorstAdversary {
  /// The file of its scenario in a folder of a result.
  package static func fileName(ofCell number: Int, in file: ScenarioFile) -> String {
    file.axesOfTuneCases.isEmpty ? "worst-adversary.json" : "worst-adversary-\(number).json"
  }

  /// How the description of its scenario begins.
  package static let descriptionStart = "The worst adversary of "

  /// The command that shows what it does, given the file of its scenario.
  package func command(_ path: String) -> String {
    "quorumlab trace \(path)" + (outcome.map { " --first \($0.rawValue)" } ?? "")
  }
}

extension PairValue {
  /// The value, or its limits, for people.
  var briefText: String {
    guard let range else { return "-" }
    let (low, high) = (range.lowerBound.brief, range.upperBound.brief)
    return value?.brief ?? (low == high ? low : "\(low)…\(high)")
  }
}

extension Double {
  /// A fraction for people; the least number above 0 is told as 0.
  fileprivate var briefFraction: String { self < 1e-300 ? "0" : brief }
}
