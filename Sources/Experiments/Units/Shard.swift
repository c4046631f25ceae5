/// One of the parts that the units of a scenario are dealt out to, counted from 0.
public struct Shard: Hashable, Sendable, CustomStringConvertible {
  /// Its number, from 0.
  public let index: Int
  /// How many shards there are.
  public let count: Int

  /// The whole, undivided.
  public static let whole = Shard(index: 0, count: 1)

  /// The most shards that work is divided into.
  public static let countMax = 100_000

  /// One shard of so many.
  public init(index: Int, count: Int) {
    precondition(
      (1...Self.countMax).contains(count) && (0..<count).contains(index),
      "the index is below the count")
    self.index = index
    self.count = count
  }

  /// Reads `K/N`.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let index = Int(parts[0]), let count = Int(parts[1]),
      (1...Self.countMax).contains(count), (0..<count).contains(index)
    else { return nil }
    self.init(index: index, count: count)
  }

  /// The shard as it stands on the command line: `K/N`.
  public var description: String { "\(index)/\(count)" }

  /// The numbers of its units: those that leave its own when divided by the number of shards.
  public func units(of plan: UnitPlan) -> [Int] {
    Array(stride(from: index, to: plan.count, by: count))
  }
}
