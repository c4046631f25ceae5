/// How an option is written, and what its help says.
struct OptionSpecification: Sendable {
  /// The name without dashes, in kebab-case.
  let name: String
  var shortName: Character?
  /// What value it takes; nil for a flag.
  var value: ValueSyntax?
  var isRequired = false
  var isRepeatable = false
  /// What holds where the option is not given.
  var defaultText: String?
  let summary: String

  var flag: String { "--\(name)" }

  /// Every way to write the name, the short one first.
  var spellings: [String] { [shortName.map { "-\($0)" }, flag].compactMap(\.self) }

  /// What stands for the value in help.
  var placeholder: String? {
    value.map { $0.placeholder ?? name.uppercased().replacing("-", with: "_") }
  }

  /// Name and value, as in `--seed N`.
  var synopsis: String { [flag, placeholder].compactMap(\.self).joined(separator: " ") }
}

extension OptionSpecification {
  static let help = OptionSpecification(
    name: "help", shortName: "h", summary: "Print this help.")
  static let version = OptionSpecification(
    name: "version", summary: "Print the version.")
  static let noColor = OptionSpecification(
    name: "no-color", summary: "Print without colours, as if NO_COLOR were set.")
}
