/// Paths none of which leads to another or to a part of it.
struct DisjointPaths {
  /// The text of each path.
  private var texts: [ScenarioPath: String] = [:]
  /// For each value on the way to a path, the text of the first such path.
  private var textsBelow: [ScenarioPath: String] = [:]

  /// The text of a path that leads to the same value, to a part of it, or to the whole of which it
  /// is a part; nil if there is none.
  func overlapping(_ path: ScenarioPath) -> String? {
    texts[path] ?? textsBelow[path] ?? path.ancestors.lazy.compactMap { texts[$0] }.first
  }

  /// Adds a path that overlaps with none.
  mutating func insert(_ path: ScenarioPath, writtenAs text: String) {
    texts[path] = text
    for ancestor in path.ancestors where textsBelow[ancestor] == nil {
      textsBelow[ancestor] = text
    }
  }
}
