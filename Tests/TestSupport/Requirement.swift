/// A requirement of a property that a case did not meet.
public struct RequirementFailure: Error, Equatable, CustomStringConvertible {
  /// What was wrong.
  public let message: String
  /// Where it was required, as `Module/File.swift:line`.
  public let place: String

  /// The message and its place.
  public var description: String { "\(message) (\(place))" }
}

/// Fails the case of a property unless a condition holds.
///
/// `#expect` would report every replay while a case is made smaller; this reports once.
public func require(
  _ condition: Bool, _ message: @autoclosure () -> String = "a requirement does not hold",
  fileID: String = #fileID, line: Int = #line
) throws {
  guard !condition else { return }
  throw RequirementFailure(message: message(), place: "\(fileID):\(line)")
}

/// Fails the case of a property unless a value is the expected one.
public func requireEqual<Value: Equatable>(
  _ actual: Value, _ expected: Value, _ message: @autoclosure () -> String = "",
  fileID: String = #fileID, line: Int = #line
) throws {
  guard actual != expected else { return }
  let values = "is \(CaseLog.describe(actual)), should be \(CaseLog.describe(expected))"
  let title = message()
  throw RequirementFailure(
    message: title.isEmpty ? values : "\(title): \(values)", place: "\(fileID):\(line)")
}

/// Fails the case of a property unless there is a value, and returns it.
public func requireValue<Value>(
  _ value: Value?, _ message: @autoclosure () -> String = "there is no value",
  fileID: String = #fileID, line: Int = #line
) throws -> Value {
  guard let value else {
    throw RequirementFailure(message: message(), place: "\(fileID):\(line)")
  }
  return value
}

/// Fails the case of a property unless the work throws just this error.
public func requireThrows<Failure: Error & Equatable, Result>(
  _ expected: Failure, fileID: String = #fileID, line: Int = #line,
  _ work: () throws -> Result
) throws {
  let place = "\(fileID):\(line)"
  do {
    _ = try work()
  } catch let error as Failure where error == expected {
    return
  } catch {
    throw RequirementFailure(message: "throws \(error), should throw \(expected)", place: place)
  }
  throw RequirementFailure(message: "throws nothing, should throw \(expected)", place: place)
}
