extension String {
  /// The text, cut short where it is too long for a message.
  public var shortened: String {
    let start = unicodeScalars.prefix(65)
    return start.count <= 64 ? self : String(start.prefix(60)) + "…"
  }
}
