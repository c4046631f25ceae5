/// One of several equal parts of the units of a scenario, counted from 0.
public struct Shard: Hashable, Sendable, CustomStringConvertible {
  /// The index, from 0.
  public let index: Int
  /// How many shards there are.
  public let count: Int

  /// The only shard, with all units.
  public static let whole = Shard(index: 0, count: 1)

  /// The largest number of shards.
  public static let countMax = 100_000

  /// A shard; traps unless the index is below the count.
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

  /// The shard as on the command line: `K/N`.
  public var description: String { "\(index)/\(count)" }

  /// The numbers of its units: those with its index as the remainder modulo the count.
  package func units(of plan: UnitPlan) -> [Int] { units(among: plan.count) }

  /// The same of any work that has so many units.
  package func units(among total: Int) -> [Int] {
    Array(stride(from: index, to: total, by: count))
  }
}
