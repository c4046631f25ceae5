extension Double {
  /// The shortest text that reads back as the same double; nil if it is not finite.
  package var shortest: String {
    guard isFinite else { return "" }
    let text = description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// The number with three digits, for people.
  package var brief: String {
    guard isFinite else { return self > 0 ? "∞" : "-∞" }
    if self == 0 { return "0" }
    let (digits, exponent) = magnitude.decimal(digits: 3)
    return (self < 0 ? "-" : "") + Self.layout(digits, exponent)
  }

  /// The rounded digits of a positive number, and the power of ten of the first.
  private func decimal(digits count: Int) -> (digits: [UInt8], exponent: Int) {
    let parts = description.split(separator: "e")
    let places = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let written = places.flatMap { $0.utf8.map { $0 - UInt8(ascii: "0") } }
    let zeros = written.prefix { $0 == 0 }.count
    let power = (parts.count > 1 ? Int(parts[1]) ?? 0 : 0) + places[0].utf8.count - 1 - zeros
    var digits = Array(written.dropFirst(zeros).prefix(count))
    digits += Array(repeating: 0, count: count - digits.count)
    let next = written.dropFirst(zeros + count).first ?? 0
    if next < 5 { return (digits, power) }
    for index in digits.indices.reversed() {
      digits[index] += 1
      if digits[index] < 10 { return (digits, power) }
      digits[index] = 0
    }
    return ([1] + digits.dropLast(), power + 1)
  }

  private static func layout(_ digits: [UInt8], _ exponent: Int) -> String {
    let last = digits.lastIndex { $0 != 0 } ?? 0
    let text = digits.map(String.init)
    switch exponent {
    case -4..<0:
      return "0." + String(repeating: "0", count: -1 - exponent) + text[...last].joined()
    case 0..<7:
      let whole = text.prefix(exponent + 1).joined()
      let padding = String(repeating: "0", count: max(0, exponent + 1 - digits.count))
      let rest = last > exponent ? "." + text[(exponent + 1)...last].joined() : ""
      return whole + padding + rest
    default:
      let rest = last > 0 ? "." + text[1...last].joined() : ""
      return "\(text[0])\(rest)e\(exponent)"
    }
  }
}
