import Experiments
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A request of the user or the system that the process stop and keep its work.
final class StopRequest: Sendable {
  /// The interruption that long work checks.
  let interruption: Interruption
  private let signal = Atomic<CInt>(0)

  init(_ interruption: Interruption = Interruption()) {
    self.interruption = interruption
  }

  /// Requests a stop as a signal would.
  func raise(signal number: CInt) {
    signal.store(number, ordering: .relaxed)
    interruption.raise()
  }

  /// The exit status after a request; nil if there was none.
  var status: ExitStatus? {
    switch signal.load(ordering: .relaxed) {
    case 0: nil
    case SIGTERM: .terminated
    default: .interrupted
    }
  }
}

extension StopRequest {
  private static let ofProcess = StopRequest()

  /// The request that SIGINT and SIGTERM make; a second signal ends the process at once.
  static func fromSignals() -> StopRequest {
    // The request is made in advance, because a signal handler may only store into it.
    let request = ofProcess
    for number in [SIGINT, SIGTERM] {
      _ = Self.system(number) { number in
        _ = StopRequest.system(number, SIG_DFL)
        StopRequest.ofProcess.raise(signal: number)
      }
    }
    return request
  }

  private static func system(
    _ number: CInt, _ handler: (@convention(c) (CInt) -> Void)?
  ) -> (@convention(c) (CInt) -> Void)? {
    #if canImport(Darwin)
      Darwin.signal(number, handler)
    #elseif canImport(Musl)
      Musl.signal(number, handler)
    #else
      Glibc.signal(number, handler)
    #endif
  }
}
