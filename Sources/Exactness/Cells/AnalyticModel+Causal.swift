import Agents
import Consensus
import Metrics
import Scenarios
import Simulation

extension Scenario {
  /// Why nothing is known of the best adversary who does not see the future, in plain words; empty
  /// if it is known.
  func causalObstacles(_ timings: [VoteTiming]) -> [String] {
    let honest = honestPoolGroups
    guard let first = honest.first else { return ["there are no honest votes"] }
    var obstacles: [String] = []
    for place in honest {
      let (group, timing) = (groups[place], timings[place])
      var reasons = arrivalObstacles(group, timing, within: lastMoment)
      if timing.tellsRightFromWrong {
        reasons.append("its right and wrong votes take different times")
      } else if timing.fixedDelay != nil {
        reasons.append("its votes arrive at a known time")
      } else if timing != timings[first] {
        reasons.append("its delays are not distributed like those of \(groups[first].name)")
      }
      if case .absent(let role) = group.role, role.mode == .crashAt {
        reasons.append("before its crash only the fastest votes arrive")
      }
      obstacles += reasons.map { "\(group.name): \($0)" }
    }
    let voters = honest.reduce(0) { $0 + groups[$1].count }
    return obstacles.isEmpty ? tieObstacles(voters, timings[first]) : obstacles
  }

  /// The honest groups whose votes arrive.
  var honestPoolGroups: [Int] {
    groups.indices.filter { !groups[$0].role.isFaulty && groups[$0].isEverHeard }
  }
}

extension AnalyticModel {
  /// What an adversary who does not see the future can bring about, and the mistakes of the
  /// strategies.
  typealias CausalFindings = (
    values: WorstLimits<ExactMetrics>, mistakes: [(metric: Metric, mistake: StrategyMistake)]
  )

  /// What the best adversary can bring about who does not see the future, and the mistakes of the
  /// strategies, under each of some rules.
  ///
  /// - Parameter findsMistakes: whether to look for mistakes.
  func causal(
    under asked: AskedRules, findingMistakes findsMistakes: Bool
  ) -> [Attempt<CausalFindings>] {
    let cell: CausalCell
    do throws(ExactProblem) {
      cell = try CausalCell(self, aboutWarranted: [true, false])
    } catch {
      return asked.rules.map { _ in .failure(error) }
    }
    let answers = asked.distinct.map { rules in
      cell.answers(under: rules) { adversary, proposals, critical in
        let wrong = adversary.policy(toward: .wrong(warranted: proposals.isWarranted))
        let undecided = adversary.policy(toward: .undecided)
        return CausalAnswer(
          wrong: adversary.value(of: wrong), undecided: adversary.value(of: undecided),
          mistakes: findsMistakes
            ? mistakes(adversary, proposals, critical, missing: wrong, undecided) : [])
      }
    }
    return asked.byRules(answers).map { $0.map { findings(of: $0.byTruth()) } }
  }

  private struct CausalAnswer {
    let wrong: Double
    let undecided: Double
    let mistakes: [StrategyMistakes.Part]
  }

  private func findings(of parts: [CausalAnswers<CausalAnswer>]) -> CausalFindings {
    var sums = WorstLimits(ExactRisk())
    var mistakes = StrategyMistakes()
    for part in parts {
      for action in actions where action.isCritical == part.isCritical {
        sums.update(
          with: part.answers.map { values in
            ExactRisk(
              wrong: values.wrong, undecided: values.undecided, warranted: part.isWarranted,
              truthShare: part.truthShare)
          }
        ) { $0.add(action.share, of: $1) }
      }
      mistakes.add(part.answers.certain.mistakes)
    }
    let whole = StationaryPhase(first: 1, count: scenario.workload.proposals)
    let values = sums.map { risk in
      var metrics = ExactMetrics(scenario)
      metrics.add(whole, risk)
      return metrics
    }
    return (values, mistakes.worst)
  }
}
