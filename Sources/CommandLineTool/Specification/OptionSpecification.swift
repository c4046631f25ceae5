/// The syntax of an option, and its help.
struct OptionSpecification: Sendable {
  /// The name without dashes, in kebab-case.
  let name: String
  var shortName: Character?
  /// The kind of its value; nil for a flag.
  var value: ValueSyntax?
  var isRequired = false
  var isRepeatable = false
  /// What applies if the option is left out, for help.
  var defaultText: String?
  let summary: String

  var flag: String { "--\(name)" }

  /// All spellings of the option, the short one first.
  var spellings: [String] { [shortName.map { "-\($0)" }, flag].compactMap(\.self) }

  /// The placeholder of the value in help.
  var placeholder: String? {
    value.map { $0.placeholder ?? name.uppercased().replacing("-", with: "_") }
  }

  /// The option with its value, as in `--seed N`.
  var synopsis: String { [flag, placeholder].compactMap(\.self).joined(separator: " ") }
}

extension OptionSpecification {
  static let help = OptionSpecification(
    name: "help", shortName: "h", summary: "Print this help.")
  static let version = OptionSpecification(
    name: "version", shortName: "V", summary: "Print the version.")
  static let noColor = OptionSpecification(
    name: "no-color", summary: "Print without colours, as if NO_COLOR were set.")
}
