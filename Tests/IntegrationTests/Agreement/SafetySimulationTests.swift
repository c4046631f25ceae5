import Experiments
import Guarantees
import JSON
import Metrics
import Scenarios
import TestSupport
import Testing

/// What the closed form calls safe is never seen to break, whatever the faulty do and the network.
struct SafetySimulationTests {
  @Test func whatIsSafeNeverBreaks() {
    forEverySeed(6000, inDebug: 300, premises: premises) { draw in
      let electorate = try draw.electorate()
      let counts = counts(of: electorate)
      let closedForm = ClosedForm(electorate.question)
      for guarantee in Guarantee.allCases where applies(guarantee, to: electorate) {
        let isSafe = ActionKind.allCases.allSatisfy { actions in
          closedForm.answer(guarantee, actions).withstands(faults: electorate.faults)
        }
        let isBroken = guarantee.violation.isShown(by: counts)
        if isSafe {
          try require(
            !isBroken,
            "\(guarantee) with \(electorate.faults) faults\n\(electorate.scenario.json.text())")
          if electorate.faults > 0 { draw.met("\(guarantee) with faults") }
        } else if isBroken {
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

  /// Whether what the closed form supposes is so.
  private func applies(_ guarantee: Guarantee, to electorate: RandomElectorate) -> Bool {
    switch guarantee {
    case .noFalseApproval, .noFalseRejection: electorate.isHonestRight
    case .decision: electorate.isHonestRight && electorate.isTimely
    case .agreement: electorate.isReplicated
    }
  }
}
