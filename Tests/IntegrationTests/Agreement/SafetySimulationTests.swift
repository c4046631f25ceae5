import Experiments
import Guarantees
import JSON
import Metrics
import Scenarios
import TestSupport
import Testing

/// What is proven of a scenario whose premises hold is never seen to break, whatever the faulty do.
struct SafetySimulationTests {
  @Test func whatIsSafeNeverBreaks() {
    forEverySeed(6000, inDebug: 200, premises: premises) { draw in
      let electorate = try draw.electorate()
      let counts = counts(of: electorate)
      let closedForm = ClosedForm(electorate.question)
      for guarantee in electorate.question.counting.guarantees {
        let breaches = electorate.question.premises(of: guarantee).filter {
          electorate.scenario.breach(of: $0, by: guarantee) != nil
        }
        let isSafe = ActionKind.allCases.allSatisfy { actions in
          closedForm.answer(guarantee, actions).withstands(faults: electorate.faults)
        }
        let isBroken = guarantee.violation.isShown(by: counts)
        if isSafe && breaches.isEmpty {
          try require(
            !isBroken,
            "\(guarantee) with \(electorate.faults) faults\n\(electorate.scenario.json.text())")
          if electorate.faults > 0 { draw.met("\(guarantee) with faults") }
        } else if isBroken && breaches.isEmpty {
          draw.met("\(guarantee) broken")
        }
      }
    }
  }

  private var premises: [String] {
    Guarantee.allCases.flatMap { ["\($0) with faults", "\($0) broken"] }
  }

  private func counts(of electorate: RandomElectorate) -> CellCounts {
    var trials = Trials(electorate.scenario)
    return trials.run(1...electorate.scenario.trials)
  }
}
