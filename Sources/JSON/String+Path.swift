import Text

extension String {
  /// The path of a member of the object at this path, shortened where a hostile key is long.
  func member(_ key: String) -> String {
    self == "$" ? key.shortened : "\(self).\(key.shortened)"
  }
}
