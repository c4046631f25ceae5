/// A test function as properties and the command line name it.
package struct TestName: Equatable, Sendable {
  package let propertyName: String
  package let command: String

  /// Takes a test apart that the compiler names `Module/File.swift` and `function(argument:)`.
  package init(fileID: String, function: String) {
    let module = String(fileID.prefix { $0 != "/" })
    let file = fileID.split(separator: "/").last?.split(separator: ".").first ?? ""
    let base = function.prefix { $0 != "(" }
    propertyName = "\(module).\(file).\(base)"
    // The filter is a regular expression, and a test may be named in words.
    let pattern = base.map { $0.isLetter || $0.isNumber || $0 == "_" ? String($0) : "." }
    command = "swift test --filter '\(module).*\(pattern.joined())'"
  }
}
