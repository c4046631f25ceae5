import Foundation
import Testing

/// Runs a property on many generated cases and reports the smallest failing one.
///
/// Each case comes out of one seed, made from the property's name and the number of the case, so a
/// run is the same everywhere. Say what must hold with ``require(_:_:fileID:line:)`` and its
/// companions, or throw; `#expect` would report each replay.
///
///     @Test func sumsAreSmall() {
///       forEverySeed { draw in
///         let numbers = draw.array(0...20) { $0.int(in: 0...1000) }
///         try require(numbers.reduce(0, +) < 1000)
///       }
///     }
///
/// - `QUORUMLAB_SEED=0x1f` runs that one case.
/// - `QUORUMLAB_CASES=5000` or `x10` runs as many, or ten times as many as declared.
/// - `QUORUMLAB_TRACE=1` prints each seed before its case, for cases that trap.
/// - `QUORUMLAB_SHRINK=0` reports the first failing case as it is, for those who ask whether, not why.
///
/// Seeds in `Tests/RegressionSeeds/<name>.txt` run first.
///
/// - Parameters:
///   - count: How many cases to run.
///   - part: How many without optimisation, where that would take too long.
///   - name: The property's name, needed where a test has several; else module, file and function.
///   - premises: What some case must meet with ``Draw/met(_:)``, or the property fails.
///   - body: One case; throws where the property does not hold.
public func forEverySeed(
  _ count: Int = 1000, inDebug part: Int? = nil, named name: String? = nil, premises: [String] = [],
  sourceLocation: SourceLocation = #_sourceLocation, filePath: String = #filePath,
  function: String = #function, _ body: (Draw) throws -> Void
) {
  let test = TestName(fileID: sourceLocation.fileID, function: function)
  var property = Property(
    name ?? test.propertyName, caseCount: Effort.count(count, inDebug: part ?? count))
  property.premises = premises
  let seeds = RegressionSeeds(of: property.name, from: filePath)
  do {
    property.regressionSeeds = try seeds.read()
    let settings = try RunSettings(environment: ProcessInfo.processInfo.environment)
    if !settings.isShrinking { property.shrinkAttemptsMax = 0 }
    let outcome = property.run(settings: settings, body)
    let report = outcome.report(on: property.name, rerun: test.command, seedFile: seeds.shownPath)
    if let report {
      Issue.record(Comment(rawValue: report), sourceLocation: sourceLocation)
    }
  } catch {
    Issue.record(error, "\(property.name) did not run", sourceLocation: sourceLocation)
  }
}
