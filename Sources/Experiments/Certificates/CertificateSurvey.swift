import Agents
import Consensus
import Exactness
import Guarantees
import JSON
import Scenarios

/// The configurations in the cells of scenarios: what certificates are asked of, each once.
///
/// A sweep often changes what no certificate is about, such as strategies or trials. So cells with
/// the same voters and rules share one certificate, and those of a scenario that break the same
/// premises in the same way are one entry.
public struct CertificateSurvey: Sendable {
  /// Cells of a scenario with the same voters, rules and premises.
  public struct Entry: Sendable {
    /// The index of the scenario.
    public let file: Int
    /// The index of the configuration.
    public let configuration: Int
    /// The cells in their order; there is at least one.
    public fileprivate(set) var cells: [ScenarioCell]
    /// What each guarantee takes for granted, held against the cells.
    package let premises: [(guarantee: Guarantee, held: [HeldPremise])]

    /// The premises of a guarantee that the cells break.
    package func broken(_ guarantee: Guarantee) -> [HeldPremise] {
      premises.first { $0.guarantee == guarantee }?.held.filter { $0.breach != nil } ?? []
    }
  }

  /// The scenarios.
  public let files: [ScenarioFile]
  /// The entries, in the order of their first cells.
  public private(set) var entries: [Entry] = []
  /// What is asked of the adversary's timing.
  public let timing: Timing
  /// The guarantees that are asked for; nil for all.
  public let guarantees: [Guarantee]?
  /// What is asked about voters who err; nil for nothing.
  public let risk: RiskQuestion?
  /// A cell of each configuration.
  private var examples: [Scenario] = []

  /// The survey of the cells of some scenarios.
  ///
  /// - Parameters:
  ///   - number: The number of the only cell to look at in each scenario; nil for all.
  ///   - guarantees: The guarantees that are asked for; nil for all.
  ///   - risk: What is asked about voters who err; nil for nothing.
  /// - Complexity: O(*n*) in the number of cells and of their groups of voters.
  public init(
    _ files: [ScenarioFile], cell number: Int? = nil, timing: Timing,
    of guarantees: [Guarantee]? = nil, at risk: RiskQuestion? = nil
  ) {
    self.files = files
    self.timing = timing
    self.guarantees = guarantees
    self.risk = risk
    var configurations: [ConfigurationKey: Int] = [:]
    var taken: [[(guarantee: Guarantee, premises: [Premise])]] = []
    var places: [EntryKey: Int] = [:]
    for (place, file) in files.enumerated() {
      for cell in file.cells where number == nil || cell.number == number {
        let scenario = cell.scenario
        let key = ConfigurationKey(scenario)
        let configuration = configurations[key] ?? examples.count
        if configuration == examples.count {
          configurations[key] = configuration
          examples.append(scenario)
          taken.append(premises(of: scenario))
        }
        let held = taken[configuration].map { guarantee, premises in
          (guarantee: guarantee, held: scenario.holding(premises, of: guarantee))
        }
        let identity = EntryKey(
          file: place, configuration: configuration, breaches: held.map { $0.held.map(\.identity) },
          voters: risk == nil ? [] : scenario.groups.map(\.ifNotFaulty))
        if let entry = places[identity] {
          entries[entry].cells.append(cell)
        } else {
          places[identity] = entries.count
          entries.append(
            Entry(file: place, configuration: configuration, cells: [cell], premises: held))
        }
      }
    }
  }

  /// The number of configurations.
  public var configurationCount: Int { examples.count }

  /// The certificate of a configuration, with the guarantees that are asked for.
  public func certificate(of configuration: Int) -> Certificate {
    let certificate = Certificate(GuaranteeQuestion(examples[configuration], timing: timing))
    return guarantees.map(certificate.choosing) ?? certificate
  }

  /// The certificate of a configuration with its repairs and the power of its voters.
  public func analysis(of configuration: Int) -> CertificateAnalysis {
    CertificateAnalysis(
      GuaranteeQuestion(examples[configuration], timing: timing), of: guarantees)
  }

  /// What is known of the voters of an entry who err, given its certificate, but for the frontier; nil
  /// if nobody asks.
  public func risk(of entry: Entry, by certificate: Certificate) -> CertificateRisk? {
    risk.map { CertificateRisk($0.withoutFrontier, certificate, of: entry.cells[0].scenario) }
  }

  private func premises(
    of scenario: Scenario
  ) -> [(guarantee: Guarantee, premises: [Premise])] {
    let question = GuaranteeQuestion(scenario, timing: timing)
    return question.counting.guarantees
      .filter { guarantees?.contains($0) ?? true }
      .map { ($0, question.premises(of: $0, isAtRisk: risk != nil)) }
  }
}

extension CertificateSurvey {
  /// Whether every guarantee that was asked for holds in the cells of an entry against a number of
  /// faulty voters.
  ///
  /// - Parameters:
  ///   - risk: What is known of voters who err; nil if nobody asks.
  ///   - isAssuming: Whether premises that the cells break are assumed to hold.
  public func outcome(
    of entry: Entry, by certificate: Certificate, at risk: CertificateRisk?, faults: Int,
    isAssuming: Bool
  ) -> Verdict.Outcome {
    certificate.outcome(at: risk, faults: faults) {
      isAssuming || entry.broken($0).isEmpty
    }
  }
}

extension GuaranteeAnswer {
  /// Whether the guarantee holds against a number of faulty voters, if its premises do.
  ///
  /// - Parameter risk: What is known of voters who err, of which the smallest risk counts; nil if
  ///   nobody asks.
  package func outcome(at risk: CertificateRisk?, faults: Int) -> Verdict.Outcome {
    risk?.outcome(of: self, faults: faults) ?? (withstands(faults: faults) ? .pass : .fail)
  }
}

extension Certificate {
  /// Whether all guarantees hold against a number of faulty voters.
  ///
  /// - Parameters:
  ///   - risk: What is known of voters who err, of which the smallest risk counts; nil if nobody asks.
  ///   - isGranted: Whether what a guarantee takes for granted is the case.
  func outcome(
    at risk: CertificateRisk?, faults: Int, isGranted: (Guarantee) -> Bool
  ) -> Verdict.Outcome {
    answers.map { $0.outcome(at: risk, faults: faults).granting(isGranted($0.guarantee)) }.together
  }
}

/// What a certificate depends on.
private struct ConfigurationKey: Hashable {
  /// Neighbours of the same weight.
  struct Voters: Hashable {
    let weight: Double
    var count: Int
  }

  let mode: SimulationMode
  let config: ConsensusConfig
  let safeguards: Safeguards
  private(set) var voters: [Voters] = []

  init(_ scenario: Scenario) {
    mode = scenario.mode
    config = scenario.config
    safeguards = scenario.safeguards
    for group in scenario.groups where group.count > 0 {
      if let last = voters.last, last.weight == group.weight {
        voters[voters.count - 1].count += group.count
      } else {
        voters.append(Voters(weight: group.weight, count: group.count))
      }
    }
  }

  func hash(into hasher: inout Hasher) {
    // All fields of which a sweep may have many values.
    hasher.combine(mode)
    hasher.combine(config.quorumFraction)
    hasher.combine(config.majorityThreshold)
    hasher.combine(config.supermajorityThreshold)
    hasher.combine(config.defaultExpirySeconds.value)
    hasher.combine(config.maxActiveProposals)
    hasher.combine(safeguards.quorum)
    hasher.combine(safeguards.rule)
    hasher.combine(safeguards.tally)
    hasher.combine(safeguards.weightCap)
    hasher.combine(voters)
  }
}

private struct EntryKey: Hashable {
  let file: Int
  let configuration: Int
  let breaches: [[String]]
  /// How the voters of each group err; empty if nobody asks.
  let voters: [FallibleElectorate.Group]
}

extension HeldPremise {
  /// A text that is the same for equal premises only.
  fileprivate var identity: String {
    guard let breach else { return premise.rawValue }
    return ([premise.rawValue] + breach.groups + [breach.measure, breach.value?.text() ?? ""])
      .joined(separator: "\n")
  }
}
