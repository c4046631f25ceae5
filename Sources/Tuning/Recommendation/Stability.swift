/// How far a scenario may change before another configuration does less harm at worst than the one
/// that is recommended.
///
/// What is nil is not known, because some harm is not exactly known or there is too much work.
package struct Stability: Sendable {
  /// How far the cost of false approvals may move.
  package let costRatio: CostStability?
  /// How far the accuracies of all honest voters may move together.
  package let accuracy: ShiftStability?
  /// How far the correlations of all groups of honest voters may move together.
  package let correlation: ShiftStability?
  /// How many seats there may be.
  package let faults: SeatStability?

  /// Nothing is known.
  static let unknown = Stability(costRatio: nil, accuracy: nil, correlation: nil, faults: nil)
}

/// For how much all honest voters may change together before another configuration does less harm
/// at worst.
package struct ShiftStability: Equatable, Sendable {
  /// What all of them have now; nil if that differs.
  package let present: Double?
  /// The least that may be added, which is not above 0.
  package let least: Double
  /// The place of the configuration that is better below it; nil if nothing is, as far as there are
  /// probabilities.
  package let betterBelow: Int?
  /// The most that may be added, which is not below 0.
  package let greatest: Double
  /// The place of the configuration that is better above it; nil if nothing is, as far as there are
  /// probabilities.
  package let betterAbove: Int?
}

/// How many seats there may be before another configuration does less harm at worst.
package struct SeatStability: Equatable, Sendable {
  /// What is beyond the fewest or the most.
  package enum End: Equatable, Sendable {
    /// The configuration at this place is better.
    case better(Int)
    /// There cannot be fewer, or more.
    case none
    /// It is not known what is better, or it is too much work.
    case unknown
  }

  /// The fewest.
  package let fewest: Int
  /// What is with one less.
  package let below: End
  /// The most.
  package let most: Int
  /// What is with one more.
  package let above: End
}

/// What is found of how far something may move.
enum StabilityAnswer<Found: Sendable>: Sendable {
  case interrupted
  /// It is not known, because some harm is not exactly known, or there is too much work.
  case unknown
  case known(Found)
}

extension TunePlan {
  /// How far a scenario may change before another configuration than a given one is better; nil if
  /// interrupted.
  func stability(of chosen: Int, in study: TuneStudy, workers: Workers) async -> Stability? {
    var isInterrupted = false
    func found<Found>(_ answer: StabilityAnswer<Found>) -> Found? {
      switch answer {
      case .interrupted: isInterrupted = true
      case .unknown: break
      case .known(let found): return found
      }
      return nil
    }
    func shift(_ quality: HonestQuality) async -> StabilityAnswer<ShiftStability> {
      await ShiftSearch(quality, self, chosen, study, workers)?.stability() ?? .unknown
    }
    let stability = Stability(
      costRatio: found(await costStability(of: chosen, in: study, workers: workers)),
      accuracy: found(await shift(.accuracy)), correlation: found(await shift(.correlation)),
      faults: found(await seatStability(of: chosen, in: study, workers: workers)))
    return isInterrupted ? nil : stability
  }

  /// The places of all configurations but a given one that might be chosen.
  func rivals(of chosen: Int, in study: TuneStudy) -> [Int] {
    study.configurations.indices.filter {
      $0 != chosen && study.configurations[$0].feasible != .no
    }
  }

  /// The most values that are asked for, so that nobody waits for minutes.
  static let valuesMax = 4_000_000
}
