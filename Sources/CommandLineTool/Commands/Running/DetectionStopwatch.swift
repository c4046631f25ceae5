import Experiments
import Synchronization

/// Adds up how long detectors take on all threads.
final class DetectionStopwatch: Sendable {
  private let sum = Mutex(Duration.zero)

  /// What is handed to those who know no clock.
  var timer: DetectionTimer {
    DetectionTimer { work in
      let duration = ContinuousClock().measure(work)
      self.sum.withLock { $0 += duration }
    }
  }

  /// How long they have taken.
  var duration: Duration { sum.withLock { $0 } }
}
