import JSON
import Text

extension AxisValue {
  /// What is wrong with this condition on one of some axes; empty if nothing is.
  func problems(with axes: [SweepAxis]) -> [String] {
    guard let axis = axes.axis(named: self.axis) else {
      return [axes.unknown(self.axis)]
    }
    let values = values(in: axis.values)
    if values.isEmpty { return ["the list is empty; it must have a value of the axis"] }
    return values.filter { !axis.values.contains($0) }.map { value in
      let known = axis.values.prefix(20).map { $0.text().shortened }.joined(separator: ", ")
      let more = axis.values.count > 20 ? ", …" : ""
      return "\(value.text().shortened) is not a value of the axis; its values are \(known)\(more)"
    }
  }
}

extension [SweepAxis] {
  /// The axis of a name.
  func axis(named name: String) -> SweepAxis? {
    first { $0.name.hasSameCodePoints(as: name) }
  }

  /// The problem with a name that none of them has.
  fileprivate func unknown(_ name: String) -> String {
    let names = map(\.name)
    let known = names.isEmpty ? "none" : names.joined(separator: ", ")
    return
      "unknown axis\(spellingHint(for: name, among: names)); the axes of the sweep are \(known)"
  }
}

extension ScenarioFile {
  /// The condition that an option sets on an axis, `AXIS=V,V`; throws what is wrong with it.
  public func condition(_ option: ScenarioOverride) throws(TextProblems) -> AxisValue {
    let log = ProblemLog()
    let node = option.axisNode(at: { _ in 0 }, log: log)
    var problems = log.problems.map(\.message)
    var condition = AxisValue(axis: option.path, value: node?.value ?? .null)
    if problems.isEmpty {
      // A text that is no axis has no way to be read either.
      if let axis = axes.axis(named: option.path) {
        condition = AxisValue(axis: axis.name, value: axis.shown(condition.value))
      }
      problems = condition.problems(with: axes)
    }
    guard problems.isEmpty else {
      throw TextProblems(problems.map { TextProblem(path: option.path, message: $0) })
    }
    return condition
  }

  /// What is wrong with the name of an axis; nil if nothing is.
  public func problem(withAxis name: String) -> String? {
    axes.axis(named: name) == nil ? axes.unknown(name) : nil
  }
}
