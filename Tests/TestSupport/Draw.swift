/// What a property draws its case from: numbers, texts and collections, all out of one seed.
///
/// Everything drawn comes down to *choices*: integers from 0 to a bound, where smaller means
/// simpler. They are recorded, so that a failing case can be made smaller by replaying a shorter
/// or lower sequence of choices, whatever the property builds out of them.
public final class Draw {
  /// The seed this case is made from.
  public private(set) var seed: UInt64 = 0

  package private(set) var values: [UInt64] = []
  package private(set) var bounds: [UInt64] = []
  package private(set) var spans: [Span] = []
  package private(set) var log = CaseLog()
  package private(set) var premises: PremiseCount

  private var generator = SplitMix64(seed: 0)
  private var script: [UInt64] = []
  private var isReplaying = false
  private var isLogging = false
  private var depth = 0

  package init(premises: [String] = []) {
    self.premises = PremiseCount(declared: premises)
    values.reserveCapacity(256)
    bounds.reserveCapacity(256)
  }

  /// Begins a new case.
  package func start(seed: UInt64) {
    self.seed = seed
    generator = SplitMix64(seed: seed)
    values.removeAll(keepingCapacity: true)
    bounds.removeAll(keepingCapacity: true)
    isReplaying = false
    isLogging = false
    depth = 0
  }

  /// Begins a case again from choices made before, or from choices like them.
  package func replay(_ choices: [UInt64], seed: UInt64, isLogging: Bool = false) {
    start(seed: seed)
    script = choices
    spans.removeAll(keepingCapacity: true)
    log = CaseLog()
    isReplaying = true
    self.isLogging = isLogging
  }

  /// One choice: the script's while there is one, then the simplest, otherwise a generated one.
  ///
  /// After a long run of simplest choices a replay goes on with generated ones, or a body that
  /// draws until it likes what it gets would never end.
  package func choose(
    upTo bound: UInt64, _ generate: (inout SplitMix64) -> UInt64
  ) -> UInt64 {
    let value: UInt64
    if !isReplaying || values.count >= script.count + Self.simplestRunMax {
      value = generate(&generator)
    } else {
      value = values.count < script.count ? min(script[values.count], bound) : 0
    }
    values.append(value)
    bounds.append(bound)
    return value
  }

  /// A uniform number that is not one of the recorded choices.
  package func hidden(upTo bound: Int) -> Int {
    Int(generator.next(upTo: UInt64(bound)))
  }

  /// Marks the choices made inside as belonging together, so that they can be left out together.
  package func span<Result>(
    hidesDraws: Bool, _ body: () throws -> Result
  ) rethrows -> Result {
    guard isReplaying else { return try body() }
    let start = values.count
    depth += hidesDraws ? 1 : 0
    let index = spans.count
    spans.append(Span(start: start, end: start))
    defer {
      spans[index].end = values.count
      depth -= hidesDraws ? 1 : 0
    }
    return try body()
  }

  /// Remembers a drawn value for the report; inside a larger value only the larger one is kept.
  package func logged<Value>(_ value: Value) -> Value {
    if isLogging && depth == 0 {
      log.drawn.append(CaseLog.describe(value))
    }
    return value
  }

  /// Draws a value made of several, which the report then shows as one.
  package func whole<Value>(_ make: () throws -> Value) rethrows -> Value {
    depth += 1
    defer { depth -= 1 }
    return try make()
  }
}

extension Draw {
  private static let simplestRunMax = 512

  /// A stretch of choices that make up one element of a collection.
  package struct Span: Equatable, Sendable {
    package var start: Int
    package var end: Int
  }

  /// Names a value of the case in the report of a failure, and passes it through.
  @discardableResult
  public func note<Value>(_ name: String, _ value: Value) -> Value {
    if isLogging {
      log.notes.append("\(name): \(CaseLog.describe(value))")
    }
    return value
  }

  /// Counts a premise: a property whose condition never held in any case fails.
  ///
  /// Call it where every case comes by. For a branch that may never be taken, declare the premise
  /// with `premises:` and call ``met(_:)`` in the branch.
  public func sometimes(_ premise: String, _ condition: Bool) {
    premises.count(premise, condition)
  }

  /// Counts a premise declared with `premises:` as met.
  public func met(_ premise: String) {
    premises.meet(premise)
  }
}
