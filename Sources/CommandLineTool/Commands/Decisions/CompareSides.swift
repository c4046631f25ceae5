import Experiments
import Files
import Reports
import Scenarios
import Text

/// The two sides of a comparison, as a command line names them.
struct CompareSides {
  static let baseOperand = Operand.required(
    "BASE", .inputFile, summary: "The old result: its folder, or a scenario to run.")
  static let newOperand = Operand.optional(
    "NEW", .inputFile,
    summary: "The new result, in the same way; without it, the scenario BASE is both.")
  static let setBase = Option.repeated(
    "set-base", .assignment, summary: "Change a field of BASE only, after all of --set.")
  static let setNew = Option.repeated(
    "set-new", .assignment, summary: "Change a field of NEW only, after all of --set.")

  let base: CompareInput
  let new: CompareInput
  /// What is changed on one side only.
  let changes: [ScenarioOverride]

  /// Reads both sides and reports their problems; nothing is computed yet.
  init(_ arguments: ParsedArguments, in console: Console) throws(CommandFailure) {
    let inputs = (
      base: arguments[Self.baseOperand],
      new: arguments[Self.newOperand] ?? arguments[Self.baseOperand]
    )
    try Self.refuseFolders(inputs.base, arguments)
    let own = (
      base: Self.given(arguments[Self.setBase], by: Self.setBase.specification),
      new: Self.given(arguments[Self.setNew], by: Self.setNew.specification)
    )
    // Standard input can be read only once, whatever stands for both sides.
    let text = try Self.text(of: inputs.base, in: console)
    let newText =
      inputs.new == inputs.base ? text : try Self.text(of: inputs.new, in: console)
    let sides = (
      Result { () throws(CommandFailure) in
        try Self.input(inputs.base, text, changing: own.base, arguments)
      },
      Result { () throws(CommandFailure) in
        try Self.input(inputs.new, newText, changing: own.new, arguments)
      }
    )
    switch sides {
    case (.success(let base), .success(let new)):
      self.base = base
      self.new = new
      changes = own.base + own.new
    case (.failure(let one), .failure(let other)) where one.status == other.status:
      // A file that is both sides has each of its problems only once.
      throw CommandFailure(
        one.status, one.messages + other.messages.filter { !one.messages.contains($0) })
    case (.failure(let failure), _), (_, .failure(let failure)): throw failure
    }
    try expectCommonCells()
    try warn(inputs, arguments, in: console)
  }

  // MARK: Reading

  private static func folder(_ input: InputPath) -> String? {
    guard case .file(let path) = input, FileSystem.isFolder(path) else { return nil }
    return path
  }

  /// The text of a scenario; none of a folder.
  private static func text(
    of input: InputPath, in console: Console
  ) throws(CommandFailure) -> [UInt8] {
    folder(input) == nil ? try ScenarioInput.text(of: input, in: console) : []
  }

  private static func input(
    _ input: InputPath, _ text: [UInt8], changing own: [ScenarioOverride],
    _ arguments: ParsedArguments
  ) throws(CommandFailure) -> CompareInput {
    if let path = folder(input) { return try CompareInput(folder: path, arguments) }
    return try CompareInput(scenario: input, text, changing: own, arguments)
  }

  /// Overrides that messages trace back to their own option.
  private static func given(
    _ overrides: [ScenarioOverride], by option: OptionSpecification
  ) -> [ScenarioOverride] {
    overrides.map { override in
      var override = override
      override.option = option.flag
      return override
    }
  }

  // MARK: What cannot be compared

  /// Refuses options that change scenarios where no scenario is run.
  private static func refuseFolders(
    _ base: InputPath, _ arguments: ParsedArguments
  ) throws(CommandFailure) {
    let isFolder = (
      base: folder(base) != nil, new: arguments[newOperand].map { folder($0) != nil } ?? false
    )
    if isFolder.base && arguments[newOperand] == nil {
      throw .usage(
        "operand NEW is missing; only a scenario can be both sides, and \(quoted("\(base)")) "
          + "is a folder")
    }
    let isGiven = [
      !arguments[ScenarioInput.set].isEmpty, !arguments[ScenarioInput.sweep].isEmpty,
      arguments[ScenarioInput.seed] != nil, arguments[ScenarioInput.trials] != nil,
      arguments[RunOptions.threads] != nil,
    ]
    if isFolder.base && isFolder.new && isGiven.contains(true) {
      throw .usage(
        "--set, --sweep, --seed, --trials and --threads apply only to scenarios that are run; "
          + "finished results cannot be changed")
    }
    for (isFolder, option, operand) in [
      (isFolder.base, setBase, "BASE"), (isFolder.new, setNew, "NEW"),
    ] where isFolder && !arguments[option].isEmpty {
      throw .usage(
        "\(option.specification.flag) applies only to a scenario that is run; "
          + "\(operand) is a finished result, which cannot be changed")
    }
  }

  private func expectCommonCells() throws(CommandFailure) {
    let (base, new) = (base.side.file, new.side.file)
    guard CellMatch(base: base, new: new, apartFrom: changes).pairs.isEmpty else { return }
    func axes(of file: ScenarioFile) -> String {
      file.axes.isEmpty ? "no axes" : file.axes.map(\.name).listed(with: "and")
    }
    throw CommandFailure(
      .badInput,
      "no cell of the base matches a cell of the new result by its axes: "
        + "the base has \(axes(of: base)), the new result has \(axes(of: new))")
  }

  /// Warns of sides that are the same; with `--strict` this is a problem.
  private func warn(
    _ inputs: (base: InputPath, new: InputPath), _ arguments: ParsedArguments, in console: Console
  ) throws(CommandFailure) {
    guard base.isSame(as: new) else { return }
    let place = inputs.base == inputs.new ? "\(inputs.base)" : "\(inputs.base), \(inputs.new)"
    let message =
      "the two sides are the same, so nothing can differ; --set-base and --set-new change one of "
      + "them"
    if arguments[ScenarioInput.strict] {
      throw CommandFailure(.badInput, "\(place): \(message)")
    }
    if arguments[RunOptions.quiet] { return }
    let label = console.style(for: .standardError).warning("warning:")
    console.writeError("\(place): \(label) \(message)\n")
  }
}
