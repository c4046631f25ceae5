import Foundation

/// Hunts the bugs of `Bugs` with the tests of the package: `swift run PlantedBugs`.
@main
enum PlantedBugsCommand {
  static let usage = """
    usage: swift run PlantedBugs [--filter TEXT,…] [--jobs N]

    Plants the bugs of Tests/PlantedBugs/Bugs in a copy of the package, switches them on
    one by one, and runs the tests until one fails. Exits with 1 where fewer than 98 % of
    the bugs are caught, or where a test fails without any bug.

      --filter TEXT,… only bugs whose names contain one of these; the tests are then not
                      run without any bug first
      --jobs N        how many bugs at a time (default: half of the cores)
    """

  static func main() throws {
    guard let options = Options(Array(CommandLine.arguments.dropFirst())) else {
      report(usage)
      exit(64)
    }
    let root = URL(filePath: FileManager.default.currentDirectoryPath)
    let all = try PlantedBug.all(in: root)
    let numbered = all.enumerated().map { (number: $0 + 1, bug: $1) }
      .filter { options.accepts($0.bug.name) }
    if numbered.isEmpty {
      report("no bug has such a name")
      exit(64)
    }
    let copy = PackageCopy(root: root)
    try copy.update(with: all)
    report("building the copy in \(copy.folder.path)")
    try build(copy.folder)
    let hunt = Hunt(in: copy.folder, for: numbered)
    let interruption = interruption { hunt.stop() }
    defer { interruption.cancel() }
    if options.filter.isEmpty, let failure = try hunt.failureWithoutBugs() {
      report("fails without any bug: \(failure)")
      exit(1)
    }
    try hunt.run(jobs: options.jobs)
    let result = HuntReport(verdicts: hunt.verdicts)
    print(result.text)
    exit(hunt.isStopped ? 130 : result.isGood ? 0 : 1)
  }

  /// What is asked for on the command line.
  struct Options: Equatable {
    var filter: [String] = []
    var jobs = max(1, ProcessInfo.processInfo.activeProcessorCount / 2)

    /// Whether it is asked for a bug of this name.
    func accepts(_ name: String) -> Bool {
      filter.isEmpty || filter.contains { name.contains($0) }
    }

    /// Reads the words; nil where they are wrong.
    init?(_ words: [String]) {
      var words = words[...]
      while let option = words.popFirst() {
        guard let value = words.popFirst() else { return nil }
        switch option {
        case "--filter": filter = value.split(separator: ",").map(String.init)
        case "--jobs":
          guard let number = Int(value), number > 0 else { return nil }
          jobs = number
        default: return nil
        }
      }
    }
  }

  private static func build(_ package: URL) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["swift", "build", "--build-tests", "--package-path", package.path]
    process.standardOutput = FileHandle.standardError
    try process.run()
    process.waitUntilExit()
    if process.terminationStatus != 0 { exit(process.terminationStatus) }
  }

  /// Calls back when the program is interrupted, instead of ending it.
  private static func interruption(
    _ handler: @escaping @Sendable () -> Void
  ) -> any DispatchSourceSignal {
    signal(SIGINT, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler(handler: handler)
    source.resume()
    return source
  }
}
