extension JSONValue {
  /// A whole number of any width.
  public init(exact number: some BinaryInteger) {
    self = .number(Int(exactly: number).map { .integer($0) } ?? .bigInteger(String(number)))
  }
}

extension JSONCursor {
  /// The value as a whole number of any width.
  public func wholeNumber<Number: FixedWidthInteger>(as type: Number.Type) -> Number? {
    let number: Number? =
      switch node.content {
      case .number(.integer(let value)): Number(exactly: value)
      case .number(.bigInteger(let digits)): Number(digits)
      default: nil
      }
    return number ?? mismatch("a whole number from \(Number.min) to \(Number.max)")
  }

  /// The value as a list of a given number of whole numbers.
  public func wholeNumbers<Number: FixedWidthInteger>(
    as type: Number.Type, count: Int
  ) -> [Number]? {
    guard let elements = array() else { return nil }
    guard elements.count == count else { return mismatch("a list of \(count) numbers") }
    let numbers = elements.compactMap { $0.wholeNumber(as: type) }
    return numbers.count == count ? numbers : nil
  }
}
