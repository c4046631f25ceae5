/// What is known about attacks by a number of faulty voters.
enum KnownAttack {
  /// There is no attack.
  case none
  /// There is this attack, which is constructed when needed.
  case attack(() -> Attack)
  /// Unknown: there may be an attack that was not searched for.
  case possible

  /// Whether there is certainly no attack.
  var isNone: Bool {
    if case .none = self { true } else { false }
  }
}
