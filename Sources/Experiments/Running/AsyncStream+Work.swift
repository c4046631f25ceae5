extension AsyncStream where Element: Sendable {
  /// The events of some work: what it tells on the way and, last of all, what it came to.
  ///
  /// Of what nobody has asked for yet only the newest events are kept; the last one never gets lost.
  /// Where nobody listens any more, the work is interrupted.
  ///
  /// - Parameter interruption: What stops the work from outside.
  public static func events(
    interruption: Interruption, keeping count: Int = 64,
    of work:
      @escaping @Sendable (
        _ interruption: Interruption, _ tell: @escaping @Sendable (Element) -> Void
      ) async -> Element
  ) -> AsyncStream {
    AsyncStream(bufferingPolicy: .bufferingNewest(count)) { continuation in
      let stop = Interruption(following: interruption)
      continuation.onTermination = { end in
        if case .cancelled = end { stop.raise() }
      }
      Task {
        continuation.yield(await work(stop) { continuation.yield($0) })
        continuation.finish()
      }
    }
  }
}
