import Metrics
import Statistics

/// What trials would probably show, from what is known so far.
struct TrialOutlook {
  /// A metric of a pair, as numbers that grow with harm.
  private struct Cell {
    let low: Double
    let high: Double
    /// What it is likely to be; nil if that is not known yet.
    let value: Double?
    /// How many trials each draw has at least.
    let trials: Int
    /// Whether more trials can tell more.
    let isOpen: Bool
  }

  /// How it can be shown that an adversary does less to one configuration than some adversary does to
  /// another.
  struct Way {
    /// The adversary of the one.
    let adversary: Int
    /// The adversary of the other.
    let rival: Int
    /// How many trials each of the two should probably have; infinite if it seems not to be so.
    let trials: Double
    /// How many that is more than the one has.
    private(set) var missingOfOne = 0.0
    /// How many that is more than the other has.
    private(set) var missingOfOther = 0.0

    /// How many trials are missing of both.
    var missing: Double { missingOfOne + missingOfOther }
  }

  private let study: TuneStudy
  /// The cells of a configuration, by adversary and metric; none where there is nothing to measure.
  private let cells: [[[Cell?]]]
  /// What the worst of each metric of a configuration cannot be below.
  private let worstLow: [[Double?]]
  /// The adversary who is likely to do the most to a metric of a configuration.
  private let worstAdversaries: [[Int?]]

  /// What is known of some configurations.
  init(_ study: TuneStudy, of places: [Int]) {
    self.study = study
    var cells: [[[Cell?]]] = Array(repeating: [], count: study.configurations.count)
    for place in places {
      cells[place] = study.plan.adversaries.indices.map { adversary in
        study.plan.metrics.indices.map { Self.cell(study, place, adversary, $0) }
      }
    }
    self.cells = cells
    worstLow = study.configurations.map { configuration in
      zip(study.plan.metrics, configuration.worst).map { $1.value.badness($0)?.lowerBound }
    }
    worstAdversaries = cells.map { own in
      own.isEmpty ? [] : study.plan.metrics.indices.map { Self.worstAdversary(own, $0) }
    }
  }

  private static func worstAdversary(_ cells: [[Cell?]], _ metric: Int) -> Int? {
    var (most, found) = ((-Double.infinity, -Double.infinity), nil as Int?)
    for (adversary, ofAdversary) in cells.enumerated().dropLast() {
      guard let cell = ofAdversary[metric] else { continue }
      let bad = (cell.low, cell.value ?? cell.low)
      if bad > most { (most, found) = (bad, adversary) }
    }
    return found
  }

  private static func cell(
    _ study: TuneStudy, _ place: Int, _ adversary: Int, _ metric: Int
  ) -> Cell? {
    let name = study.plan.metrics[metric]
    let draws = study.drawValues(place, adversary, metric)
    let mean = PairValue.mean(of: draws)
    guard let range = mean.badness(name) else { return nil }
    let value = mean.value.map { name.worsening == .falling ? -$0 : $0 }
    let only = range.lowerBound == range.upperBound ? range.lowerBound : nil
    let open = draws.indices.map { draw in
      TrialRounds.Pair(configuration: place, adversary: adversary, draw: draw)
    }.filter { study.rounds.value($0, name)?.isOpen == true }
    return Cell(
      low: range.lowerBound, high: range.upperBound, value: value ?? only,
      trials: open.map(study.rounds.count).min() ?? 0, isOpen: !open.isEmpty)
  }

  /// How it can be shown that a metric of one configuration is better than that of another one at
  /// worst, for each adversary of whom it is not shown yet; nil if that seems to take more trials of
  /// some pairs than a limit.
  func ways(toBeBetter one: Int, than other: Int, _ metric: Int, upTo limit: Double) -> [Way]? {
    var ways: [Way] = []
    for adversary in study.plan.adversaries.indices.dropLast() {
      guard let own = cells[one][adversary][metric] else { continue }
      if let worst = worstLow[other][metric], worst.isClearlyAbove(own.high) { continue }
      if study.isSurelyBetter(one, other, metric, against: adversary) { continue }
      let way = way(one, other, metric, adversary, own)
      if way.trials == .infinity || way.missing > limit { return nil }
      ways.append(way)
    }
    return ways
  }

  /// How it can be shown that one configuration is better at worst than another one, or in peace if
  /// both are known to be equally good at worst; nil if it seems not to be so.
  func waysToBeBest(_ one: Int, _ other: Int, _ metric: Int) -> [Way]? {
    let worst = [one, other].map { study.configurations[$0].worst[metric].value.range }
    let peace = study.plan.adversaries.count - 1
    guard let known = worst[0], known == worst[1], known.lowerBound == known.upperBound,
      let own = cells[one][peace][metric], let its = cells[other][peace][metric]
    else { return ways(toBeBetter: one, than: other, metric, upTo: .infinity) }
    let trials = trialsToPart(own, its)
    return trials == .infinity ? nil : [Way(adversary: peace, rival: peace, trials: trials)]
  }

  private func way(_ one: Int, _ other: Int, _ metric: Int, _ adversary: Int, _ own: Cell) -> Way {
    var (trials, rival) = (trialsToCompare(one, other, metric, adversary), adversary)
    if let worst = worstAdversaries[other][metric], let its = cells[other][worst][metric] {
      let needed = trialsToPart(own, its)
      if needed < trials { (trials, rival) = (needed, worst) }
    }
    func missing(_ cell: Cell?) -> Double {
      guard let cell, cell.isOpen else { return 0 }
      return max(0, trials - Double(cell.trials)) * Double(study.plan.drawCount)
    }
    return Way(
      adversary: adversary, rival: rival, trials: trials, missingOfOne: missing(own),
      missingOfOther: missing(cells[other][rival][metric]))
  }

  /// How many trials of both it takes until their limits are apart.
  private func trialsToPart(_ own: Cell, _ its: Cell) -> Double {
    if own.isOpen && own.trials == 0 || its.isOpen && its.trials == 0 {
      return Double(TrialRounds.trialsAtFirst)
    }
    guard let less = own.value, let more = its.value, less < more else { return .infinity }
    let gap = more - less
    // Distances of limits shrink with the root of the trials.
    let widths =
      (own.high - less) * Double(own.trials).squareRoot()
      + (more - its.low) * Double(its.trials).squareRoot()
    return (widths / gap) * (widths / gap)
  }

  /// How many trials it takes until their differences show which has less.
  private func trialsToCompare(
    _ one: Int, _ other: Int, _ metric: Int, _ adversary: Int
  ) -> Double {
    let isLess = study.plan.metrics[metric].worsening != .falling
    guard let own = cells[one][adversary][metric], let its = cells[other][adversary][metric],
      own.isOpen && its.isOpen
    else { return .infinity }
    if own.trials == 0 || its.trials == 0 { return Double(TrialRounds.trialsAtFirst) }
    var most = 0.0
    for draw in 0..<study.plan.drawCount {
      let state = study.rounds.comparisons.state(
        of: one, other, adversary: adversary, draw: draw, metric: metric)
      guard let state else { return .infinity }
      if state.test.side != nil { continue }
      most = max(most, state.trialsExpected(isLess: isLess == (one < other)))
    }
    return most
  }

  /// The trials that tell anything at all of how bad a metric of a configuration is; none if something
  /// is known, or if trials tell nothing.
  func firstTargets(_ place: Int, _ metric: Int) -> PairTargets {
    let attackers = cells[place].dropLast()
    let isKnown = attackers.contains { $0[metric]?.value != nil }
    guard !isKnown, let first = attackers.firstIndex(where: { $0[metric]?.isOpen == true }) else {
      return PairTargets()
    }
    var targets = PairTargets()
    add(place, first, metric, TrialRounds.trialsAtFirst, &targets)
    return targets
  }

  /// What a metric of a configuration is likely to be at worst; nil if that is not known yet.
  func value(_ place: Int, _ metric: Int) -> Double? {
    cells[place].dropLast().compactMap { $0[metric]?.value }.max()
  }

  /// The configurations that others are best compared with: all, or if there are too many, those that
  /// seem to be in the front.
  func rivals(among places: [Int]) -> [Int] {
    if places.count <= PairedComparisons.configurationsMax { return places }
    let values = places.map { place in
      study.plan.aims.map { metric in value(place, metric).map { $0...$0 } }
    }
    let front = Front(values, feasible: places.map { study.configurations[$0].feasible })
    return zip(places, front.memberships).filter { $0.1 != .no }.map(\.0)
  }

  /// How it can be shown on which side of a limit a metric of a configuration is at worst.
  ///
  /// It is above if it is so against one adversary, and below if it is so against each.
  func ways(toJudge place: Int, _ metric: Int, _ limit: Double) -> [Way] {
    var (below, above) = ([Way](), nil as Way?)
    for (adversary, ofAdversary) in cells[place].enumerated().dropLast() {
      guard let cell = ofAdversary[metric], cell.low <= limit && limit < cell.high else { continue }
      let value = cell.value ?? cell.low
      let width = value > limit ? value - cell.low : cell.high - value
      let ratio = width / max(abs(value - limit), .leastNormalMagnitude)
      let trials =
        cell.trials == 0 ? Double(TrialRounds.trialsAtFirst) : Double(cell.trials) * ratio * ratio
      let way = Way(adversary: adversary, rival: adversary, trials: trials)
      if value <= limit {
        below.append(way)
      } else if trials < above?.trials ?? .infinity {
        above = way
      }
    }
    return above.map { [$0] } ?? below
  }

  // MARK: Wanted trials

  /// The trials that show it, if it is so.
  ///
  /// - Parameter isNext: whether only those of the next round are meant: both pairs get half as many
  ///   again as both have.
  func targets(
    _ way: Way, _ one: Int, _ other: Int, _ metric: Int, isNext: Bool
  ) -> PairTargets {
    var targets = PairTargets()
    let sides = [(place: one, adversary: way.adversary), (place: other, adversary: way.rival)]
    let open = sides.filter { cells[$0.place][$0.adversary][metric]?.isOpen == true }
    let least = open.compactMap { cells[$0.place][$0.adversary][metric]?.trials }.min() ?? 0
    let target = isNext ? least * 3 / 2 : Int(min(way.trials, 1e9))
    for (place, adversary) in open {
      add(place, adversary, metric, max(TrialRounds.trialsAtFirst, target), &targets)
    }
    return targets
  }

  /// As many trials of a metric in peace as against the adversary who has the most, or more.
  func targetsOfPeace(_ place: Int, _ metric: Int, atLeast trials: Int) -> PairTargets {
    let most = cells[place].dropLast().compactMap { $0[metric]?.trials }.max() ?? 0
    var targets = PairTargets()
    add(place, cells[place].count - 1, metric, max(most, trials), &targets)
    return targets
  }

  /// Asks for trials of a metric of a pair, in those draws where it is open.
  private func add(
    _ place: Int, _ adversary: Int, _ metric: Int, _ trials: Int, _ targets: inout PairTargets
  ) {
    for draw in 0..<study.plan.drawCount {
      let pair = TrialRounds.Pair(configuration: place, adversary: adversary, draw: draw)
      if study.rounds.value(pair, study.plan.metrics[metric])?.isOpen == true {
        targets.raise(pair, to: trials)
      }
    }
  }
}
