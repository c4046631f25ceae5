/// An exact value, or why there is none.
typealias Attempt<Value> = Result<Value, ExactProblem>

/// The values of some work, or for each of so many the reason why it has none.
func attempts<Value>(
  _ count: Int, _ work: () throws(ExactProblem) -> [Value]
) -> [Attempt<Value>] {
  do throws(ExactProblem) {
    return try work().map { .success($0) }
  } catch {
    return Array(repeating: .failure(error), count: count)
  }
}

extension Sequence {
  /// The values, if there are all of them; otherwise throws the first problem.
  func values<Value>() throws(ExactProblem) -> [Value] where Element == Attempt<Value> {
    var values: [Value] = []
    for attempt in self { values.append(try attempt.get()) }
    return values
  }
}
