import Experiments
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The user's or the system's wish that the process stop, having kept what it can.
final class StopRequest: Sendable {
  /// What long work looks at.
  let interruption = Interruption()
  private let signal = Atomic<CInt>(0)

  /// Raises the wish as a signal would.
  func raise(signal number: CInt) {
    signal.store(number, ordering: .relaxed)
    interruption.raise()
  }

  /// How the process is to end; nil where nobody wants it to.
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

  /// The wish that this process is sent by SIGINT and SIGTERM; a second signal ends it at once.
  static func fromSignals() -> StopRequest {
    // The handler finds the request made: it may do no more than store into it.
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
