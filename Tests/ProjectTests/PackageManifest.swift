import Foundation

/// The targets of the package and what each may import, read from `Package.swift`.
struct PackageManifest {
  /// A target of the package.
  struct Target: Equatable {
    /// Its name, which is that of its module.
    let name: String
    /// Where its sources stand, from the root.
    let folder: String
    /// The targets of ours that it names as dependencies.
    let dependencies: [String]

    /// Whether it holds the tests of another.
    var isTest: Bool { name.hasSuffix("Tests") }

    /// Whether it declares a module; tests have the support of all tests besides.
    func mayImport(_ module: String) -> Bool {
      dependencies.contains(module) || (isTest && module == "TestSupport")
    }
  }

  /// The targets, in the order of the manifest.
  let targets: [Target]

  /// Reads the calls that make targets, in whichever of the house's ways.
  init(_ text: String) {
    let heads = text.matches(of: /\.(room|tests|target|executableTarget)\(\s*(?:name:\s*)?"(\w+)"/)
    targets = heads.indices.map { index in
      let end = index + 1 < heads.count ? heads[index + 1].range.lowerBound : text.endIndex
      let rest = text[heads[index].range.upperBound..<end]
      let isTests = heads[index].1 == "tests"
      let name = String(heads[index].2) + (isTests ? "Tests" : "")
      let path = rest.firstMatch(of: /path:\s*"([^"]+)"/).map { String($0.1) }
      let list = rest.firstMatch(of: /(?:imports|dependencies):\s*\[([^\]]*)\]/)?.1 ?? ""
      return Target(
        name: name, folder: path ?? (isTests ? "Tests/" : "Sources/") + name,
        dependencies: list.matches(of: /"(\w+)"/).map { String($0.1) })
    }
  }

  /// The manifest of this package.
  static func ofRepository() throws -> PackageManifest {
    PackageManifest(try Repository.text(of: "Package.swift"))
  }
}
