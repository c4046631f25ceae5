/// Where input comes from.
enum InputPath: Hashable, Sendable, CustomStringConvertible {
  case file(String)
  case standardInput

  /// How messages name it.
  var description: String {
    switch self {
    case .file(let path): path
    case .standardInput: "standard input"
    }
  }
}

/// One shard of the `count` that work is divided into, counted from 0.
struct ShardNumber: Hashable, Sendable {
  let index: Int
  let count: Int

  /// Reads `K/N`.
  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let index = Int(parts[0]), let count = Int(parts[1]),
      (0..<max(count, 0)).contains(index)
    else { return nil }
    self.index = index
    self.count = count
  }
}
