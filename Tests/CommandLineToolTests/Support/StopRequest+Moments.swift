import Experiments
import Synchronization

@testable import CommandLineTool

extension StopRequest {
  /// A request that a signal makes at the first look at it for which a condition holds.
  ///
  /// The work itself looks, so when it stops depends on no clock.
  static func signal(_ number: CInt, when isTime: @escaping @Sendable () -> Bool) -> StopRequest {
    let made = Mutex<StopRequest?>(nil)
    let request = StopRequest(
      Interruption {
        guard isTime() else { return false }
        made.withLock { $0 }?.raise(signal: number)
        return true
      })
    made.withLock { $0 = request }
    return request
  }

  /// A request that a signal makes after so many looks at it.
  static func signal(_ number: CInt, afterLooks count: Int) -> StopRequest {
    let looks = Atomic(0)
    return signal(number) { looks.add(1, ordering: .relaxed).newValue > count }
  }
}
