#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A file that is being written and will take the place of another.
///
/// Its name says host and process, `.NAME.HOST.PROCESS.tmp`, so that no two writers share one, and
/// it is locked while it is written, so that others see that its writer lives.
struct TemporaryFile {
  private let path: String
  private let descriptor: CInt

  private static let suffix = ".tmp"
  private static let attemptsMax = 100

  /// Creates the temporary file for a path.
  init(for path: String) throws(FileError) {
    let name = Self.name(of: path)
    let start = "\(FileSystem.folder(of: path))/.\(name).\(Host.name).\(getpid())"
    for attempt in 1...Self.attemptsMax {
      let place = start + (attempt == 1 ? "" : "-\(attempt)") + Self.suffix
      switch Descriptor.opened(place, O_WRONLY | O_CREAT | O_EXCL) {
      case .success(let descriptor):
        _ = Descriptor.retrying { flock(descriptor, LOCK_EX | LOCK_NB) }
        self.path = place
        self.descriptor = descriptor
        return
      case .failure(let error):
        if error.code != EEXIST { throw FileError(.create, "'\(path)'", code: error.code) }
      }
    }
    throw FileError(.create, "'\(path)'", code: EEXIST)
  }

  /// Writes the bytes to the disk; returns the error code if that fails.
  func fill(_ bytes: [UInt8]) -> CInt? {
    bytes.withUnsafeBytes { Descriptor.writeAll($0, to: descriptor) }
      ?? Descriptor.retrying { fsync(descriptor) }
  }

  /// Takes the place of another file; returns the error code if that fails.
  func take(placeOf path: String) -> CInt? {
    Descriptor.retrying { rename(self.path, path) }
  }

  func remove() { unlink(path) }

  /// Ends the writing, and with it the lock.
  func letGo() { close(descriptor) }

  // MARK: Abandoned files

  /// Whether a name is that of a temporary file for a file of some name.
  static func isName(_ entry: String, of name: String) -> Bool {
    entry.hasPrefix(".\(name).") && entry.hasSuffix(suffix)
  }

  /// Removes temporary files for a path whose processes on this host have ended.
  ///
  /// Otherwise they stay for ever where nobody tidies up, as beside a report.
  static func removeAbandoned(for path: String) throws(FileError) {
    let folder = FileSystem.folder(of: path)
    let start = ".\(name(of: path)).\(Host.name)."
    // A folder may allow writing and not listing.
    guard let names = try? FileSystem.names(in: folder) else { return }
    for entry in names where entry.hasPrefix(start) && entry.hasSuffix(suffix) {
      let writer = entry.dropFirst(start.count).dropLast(suffix.count)
      guard let process = writer.split(separator: "-").first.flatMap({ pid_t($0) }), process > 0
      else { continue }
      let place = "\(folder)/\(entry)"
      if isAbandoned(place, by: process) { unlink(place) }
    }
  }

  /// A process of the same number is this one, which writes one file at a time, or has ended.
  private static func isAbandoned(_ place: String, by process: pid_t) -> Bool {
    if process != getpid() && !(kill(process, 0) != 0 && errno == ESRCH) { return false }
    guard FileSystem.isPlainFile(place),
      case .success(let descriptor) = Descriptor.opened(place, O_RDONLY | O_NONBLOCK)
    else { return false }
    defer { close(descriptor) }
    // A container with the same host name has processes of its own; its lock shows that it lives.
    return Descriptor.retrying { flock(descriptor, LOCK_EX | LOCK_NB) } != EWOULDBLOCK
  }

  private static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? ""
  }
}
