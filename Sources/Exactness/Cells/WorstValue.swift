/// The worst value of a metric that an adversary can achieve.
public struct WorstValue: Sendable, Equatable {
  /// How near an adversary comes to it; raw values are the words of reports.
  public enum Kind: String, Sendable {
    /// There is a strategy for it.
    case attained
    /// No strategy does worse, and perhaps none does as bad.
    case bound
  }

  /// The value.
  public let value: Double
  /// How near an adversary comes to it.
  public let kind: Kind

  /// A value with its kind.
  package init(value: Double, kind: Kind) {
    self.value = value
    self.kind = kind
  }
}
