import TestSupport
import Testing

@testable import Tuning

/// The shares of variance and the Shapley effects of independent inputs.
struct VarianceSharesTests {
  /// A function of some inputs with what another program found.
  struct Known: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// The choices of each input, with their probabilities.
    let inputs: [[(value: Double, weight: Double)]]
    let function: @Sendable ([Double]) -> Double
    let mean: Double
    let variance: Double
    let shares: [(alone: Double, total: Double, shapley: Double)]
  }

  private static func equal(_ values: Double...) -> [(value: Double, weight: Double)] {
    values.map { ($0, 1 / Double(values.count)) }
  }

  /// The numbers are those of a program in Python, with exact fractions, which takes the mean over all
  /// orders of the inputs, and groups the combinations by the known inputs for each.
  static let known = [
    Known(
      testDescription: "a sum", inputs: Array(repeating: equal(0, 1, 2), count: 3),
      function: { 3 * $0[0] + 2 * $0[1] + $0[2] }, mean: 6, variance: 28.0 / 3,
      shares: [
        (9.0 / 14, 9.0 / 14, 9.0 / 14), (2.0 / 7, 2.0 / 7, 2.0 / 7), (1.0 / 14, 1.0 / 14, 1.0 / 14),
      ]
    ),
    Known(
      testDescription: "a product", inputs: [equal(1, 2, 4), [(0, 0.25), (3, 0.75)]],
      function: { $0[0] * $0[1] }, mean: 21.0 / 4, variance: 315.0 / 16,
      shares: [(2.0 / 5, 8.0 / 15, 7.0 / 15), (7.0 / 15, 3.0 / 5, 8.0 / 15)]),
    Known(
      testDescription: "a parity, to which no input matters alone",
      inputs: Array(repeating: equal(0, 1), count: 3),
      function: { ($0[0] + $0[1] + $0[2]).truncatingRemainder(dividingBy: 2) }, mean: 0.5,
      variance: 0.25, shares: Array(repeating: (0, 1, 1.0 / 3), count: 3)),
    Known(
      testDescription: "the function of Ishigami, with a line for the sine",
      inputs: [
        equal(-1, -0.5, 0, 0.5, 1), equal(-1, -0.5, 0, 0.5, 1), equal(-3, -2, -1, 0, 1, 2, 3),
      ],
      function: { $0[0] + 7 * $0[1] * $0[1] + $0[2] * $0[2] * $0[2] * $0[2] * $0[0] / 10 },
      mean: 3.5, variance: 4323.0 / 200,
      shares: [
        (1444.0 / 4323, 2608.0 / 4323, 2026.0 / 4323),
        (1715.0 / 4323, 1715.0 / 4323, 1715.0 / 4323), (0, 388.0 / 1441, 194.0 / 1441),
      ]),
    Known(
      testDescription: "the least of three, and a fourth that does nothing",
      inputs: [
        [(1, 0.125), (2, 0.375), (5, 0.5)], equal(0, 2, 3), equal(1, 4), equal(7, 8),
      ],
      function: { min($0[0], $0[1], $0[2]) }, mean: 25.0 / 24, variance: 503.0 / 576,
      shares: [
        (15.0 / 503, 57.0 / 503, 135.0 / 2012), (637.0 / 1006, 392.0 / 503, 353.0 / 503),
        (81.0 / 503, 156.0 / 503, 465.0 / 2012), (0, 0, 0),
      ]),
  ]

  private func isNear(_ one: Double, _ other: Double) -> Bool {
    (one - other).magnitude <= 1e-13 * max(1, other.magnitude)
  }

  private func shares(_ known: Known) -> VarianceShares {
    let points = known.inputs.reduce([[]]) { points, choices in
      points.flatMap { point in choices.map { point + [$0.value] } }
    }
    return VarianceShares(
      of: points.map(known.function), weights: known.inputs.map { $0.map(\.weight) })
  }

  @Test(arguments: known) func agreeWithExactFractions(known: Known) throws {
    let found = shares(known)
    #expect(isNear(found.mean, known.mean))
    #expect(isNear(found.variance, known.variance))
    let shares = try #require(found.shares)
    #expect(shares.count == known.shares.count)
    for (share, expected) in zip(shares, known.shares) {
      #expect(isNear(share.alone, expected.alone))
      #expect(isNear(share.total, expected.total))
      #expect(isNear(share.shapley, expected.shapley))
      // What does nothing has nothing, not what rounding leaves.
      #expect((share.total == 0) == (expected.total == 0))
      #expect((share.alone == 0) == (expected.alone == 0))
    }
  }

  @Test func aValueThatIsTheSameEverywhereHasNoShares() {
    let found = VarianceShares(
      of: [1, 1, 1.0.nextDown, 1], weights: [[0.5, 0.5], [0.25, 0.75]])
    #expect(found.variance == 0)
    #expect(found.shares == nil)
    #expect(isNear(found.mean, 1))
  }

  @Test func anInputWithOneChoiceHasNoShare() throws {
    let found = VarianceShares(of: [1, 2], weights: [[1], [0.5, 0.5], [1]])
    let shares = try #require(found.shares)
    let nothing = VarianceShares.Share(alone: 0, total: 0, shapley: 0)
    #expect(shares == [nothing, .init(alone: 1, total: 1, shapley: 1), nothing])
    #expect(VarianceShares(of: [7], weights: []).shares == nil)
  }

  /// Shares of independent inputs are in order, and do not depend on the order of the inputs.
  @Test func sharesAreInOrderAndMakeOne() {
    forEverySeed(2000, inDebug: 300, premises: ["an interaction", "an idle input"]) { draw in
      let sizes = (0..<draw.int(in: 1...5)).map { _ in draw.int(in: 1...4) }
      let weights = sizes.map { size -> [Double] in
        let parts = (0..<size).map { _ in Double(draw.int(in: 1...5)) }
        return parts.map { $0 / parts.reduce(0, +) }
      }
      let points = sizes.reduce([[]]) { points, size in
        points.flatMap { point in (0..<size).map { point + [$0] } }
      }
      let idle = draw.int(in: 0...sizes.count - 1)
      // Equal but for the idle input, so a table of the others gives the value.
      var table: [[Int]: Double] = [:]
      func value(_ point: [Int]) -> Double {
        var key = point
        key[idle] = 0
        if let known = table[key] { return known }
        let value = Double(draw.int(in: 0...20)) / 7
        table[key] = value
        return value
      }
      let values = points.map(value)
      let found = VarianceShares(of: values, weights: weights)
      guard let shares = found.shares else {
        try require(Set(values).count == 1, "there is variance")
        return
      }
      try require(isNear(shares.map(\.shapley).reduce(0, +), 1), "effects do not make 1")
      for share in shares {
        try require(share.alone >= 0 && share.total <= 1, "\(share) is no share")
        try require(
          share.alone <= share.shapley + 1e-12 && share.shapley <= share.total + 1e-12,
          "\(share) is out of order")
        if share.total > share.alone + 1e-6 { draw.met("an interaction") }
      }
      try requireEqual(shares[idle], .init(alone: 0, total: 0, shapley: 0), "it does nothing")
      if sizes[idle] > 1 { draw.met("an idle input") }
      // The other way round, the first input changes fastest.
      let turned = sizes.reversed().reduce([[]]) { points, size in
        points.flatMap { point in (0..<size).map { point + [$0] } }
      }
      let again = VarianceShares(
        of: turned.map { value($0.reversed()) }, weights: weights.reversed())
      for (share, other) in zip(shares, (again.shares ?? []).reversed()) {
        try require(
          isNear(share.alone, other.alone) && isNear(share.total, other.total)
            && isNear(share.shapley, other.shapley), "the order of inputs matters")
      }
    }
  }
}
