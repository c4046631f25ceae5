/// The files of `Tests/RegressionSeeds`, each named after the property that reads it.
enum RegressionSeedFiles {
  /// Files that no property reads: neither by its given name, nor by module, file and function.
  static func strays(
    among files: [String], tests: [(path: String, text: String)]
  ) -> [String] {
    files.filter { file in
      guard file.hasSuffix(".txt") else { return true }
      let name = String(file.dropLast(".txt".count))
      return !tests.contains { test in
        test.text.contains("named: \"\(name)\"") || isDefault(name, in: test)
      }
    }
  }

  private static func isDefault(_ name: String, in test: (path: String, text: String)) -> Bool {
    let folders = test.path.split(separator: "/")
    guard folders.count >= 3, let file = folders.last?.dropLast(".swift".count) else {
      return false
    }
    let prefix = "\(folders[1]).\(file)."
    return name.hasPrefix(prefix) && test.text.contains("func \(name.dropFirst(prefix.count))(")
  }
}
