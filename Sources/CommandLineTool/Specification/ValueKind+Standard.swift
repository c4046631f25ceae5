import Experiments
import Scenarios
import Text

extension ValueKind where Value: FixedWidthInteger {
  /// An integer within a range.
  static func integer(in range: ClosedRange<Value>) -> Self {
    let bounds = "from \(range.lowerBound) to \(range.upperBound)"
    return .init(placeholder: "N", expectation: "an integer \(bounds)", note: bounds) { text in
      Value(text).flatMap { range.contains($0) ? $0 : nil }
    }
  }
}

extension ValueKind where Value == Double {
  /// Any finite number, in decimal notation or as a fraction.
  static var number: Self {
    .init(placeholder: "X", expectation: "a number", read: finiteNumber)
  }

  /// A number within a range.
  static func number(in range: ClosedRange<Double>) -> Self {
    let bounds = "from \(range.lowerBound.shortest) to \(range.upperBound.shortest)"
    return .init(placeholder: "X", expectation: "a number \(bounds)", note: bounds) { text in
      finiteNumber(text).flatMap { range.contains($0) ? $0 : nil }
    }
  }
}

extension ValueKind where Value == [Double] {
  /// Probabilities, with commas between them.
  static var risks: Self {
    .init(
      placeholder: "R,…", expectation: "probabilities, such as 0.001,1e-6",
      note: "from 0 to 1"
    ) { text in
      let risks = text.split(separator: ",", omittingEmptySubsequences: false)
        .map { finiteNumber(String($0)) }
      let valid = risks.compactMap(\.self).filter { (0...1).contains($0) }
      return valid.count == risks.count ? valid : nil
    }
  }
}

extension ValueKind where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
  /// One of the words of an enumeration.
  static func choice(_ type: Value.Type) -> Self {
    .choice(type.allCases.map(\.rawValue), read: Value.init(rawValue:))
  }
}

extension ValueKind where Value == String {
  /// Any text.
  static var text: Self {
    .init(placeholder: "TEXT", expectation: "text", read: { $0 })
  }

  /// The path of a file to write.
  static var outputFile: Self {
    .init(placeholder: "FILE", expectation: "a path", completion: .files, read: nonEmpty)
  }

  /// The path of a folder.
  static var directory: Self {
    .init(placeholder: "DIR", expectation: "a path", completion: .directories, read: nonEmpty)
  }

  /// The name of a command of the program or of a help topic; the command itself looks it up.
  static var topic: Self {
    .init(
      placeholder: "TOPIC", expectation: "a command or topic", completion: .topics, read: { $0 })
  }
}

extension ValueKind where Value == InputPath {
  /// A file to read; `-` is standard input.
  static var inputFile: Self {
    .init(placeholder: "FILE", expectation: "a path", completion: .files) { text in
      nonEmpty(text).map { $0 == "-" ? .standardInput : .file($0) }
    }
  }
}

extension ValueKind where Value == Shard {
  /// `K/N`: shard K of N, counted from 0.
  static var shard: Self {
    .init(
      placeholder: "K/N", expectation: "K/N, shard K of N, counted from 0, such as 0/4",
      read: { Shard($0) })
  }
}

extension ValueKind where Value == ScenarioOverride {
  /// `PATH=VALUE`.
  static var assignment: Self {
    .init(
      placeholder: "PATH=VALUE",
      expectation: "PATH=VALUE, such as config.quorum_fraction=0.75",
      read: { ScenarioOverride(argument: $0) })
  }

  /// `PATH=V,V`.
  static var axis: Self {
    .init(
      placeholder: "PATH=V,V",
      expectation: "PATH=V,V, such as config.quorum_fraction=1/2,2/3",
      read: { ScenarioOverride(.axis, argument: $0) })
  }
}

extension ValueKind where Value == TuneOptions.Assignment {
  /// `FIELD=VALUES`.
  static var searchedField: Self {
    .init(
      placeholder: "FIELD=VALUES", expectation: "FIELD=VALUES, such as ties=all",
      read: { TuneOptions.Assignment($0) })
  }

  /// `GROUP=N`.
  static var seats: Self {
    .init(
      placeholder: "GROUP=N", expectation: "GROUP=N, such as monitor=2",
      read: { TuneOptions.Assignment($0) })
  }
}

extension ValueKind where Value == TuneOptions.Constraint {
  /// `METRIC<=X` or `METRIC>=X`.
  static var constraint: Self {
    .init(
      placeholder: "METRIC<=X", expectation: "METRIC<=X or METRIC>=X",
      note: "or METRIC>=X", read: { TuneOptions.Constraint($0) })
  }
}

/// Reads decimal notation and fractions; Swift would also accept `0x1p3`, `nan` and `infinity`.
@Sendable private func finiteNumber(_ text: String) -> Double? {
  if let fraction = Fraction(text) { return fraction.value }
  guard text.utf8.allSatisfy("0123456789+-.eE".utf8.contains) else { return nil }
  return Double(text).flatMap { $0.isFinite ? $0 : nil }
}

@Sendable private func nonEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }
