extension AsyncStream where Element: Sendable {
  /// The events of some work: its progress and, as the last event, its result.
  ///
  /// Only the newest events are kept until they are read; the last one is never lost. If the stream
  /// is no longer read, the work is interrupted.
  ///
  /// - Parameter interruption: Stops the work from outside.
  package static func events(
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
