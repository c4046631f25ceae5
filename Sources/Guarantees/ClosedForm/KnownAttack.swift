/// What is known of attacks by so many faulty voters.
enum KnownAttack {
  /// There is none.
  case none
  /// There is this one, which is put together when it is asked for.
  case attack(() -> Attack)
  /// There may be one: it hangs on more than is looked at.
  case possible

  /// Whether there is certainly none.
  var isNone: Bool {
    if case .none = self { true } else { false }
  }
}
