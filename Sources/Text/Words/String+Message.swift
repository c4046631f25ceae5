extension String {
  /// The text, shortened if it is too long for a message.
  package var shortened: String {
    let start = unicodeScalars.prefix(65)
    return start.count <= 64 ? self : String(start.prefix(60)) + "…"
  }
}
